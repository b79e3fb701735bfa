package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HiveBuilderTest {
    private static HiveImage sample() {
        return HiveBuilder.of(TestRegistries.emptyHive())
                .set("A\\B", "v", TestRegistries.dword(1))
                .set("A\\C", "v", TestRegistries.dword(2))
                .key("D")
                .build();
    }

    @Test
    @DisplayName("an edit leaves the image it began with as it was, and shares what it did not touch")
    void editsAreCopies() {
        HiveImage before = sample();
        HiveImage after =
                HiveBuilder.of(before).set("a\\b", "V", TestRegistries.dword(9)).build();

        assertThat(before.root().descend("A\\B").flatMap(key -> key.value("v"))).contains(TestRegistries.dword(1));
        assertThat(after.root().descend("A\\B").flatMap(key -> key.value("v"))).contains(TestRegistries.dword(9));
        assertThat(after.root().descend("A\\C").orElseThrow())
                .isSameAs(before.root().descend("A\\C").orElseThrow());
    }

    @Test
    @DisplayName("keys and values are deleted, and deleting what is not there changes nothing")
    void deletes() {
        HiveImage image = HiveBuilder.of(sample())
                .delete("A\\B")
                .deleteValue("A\\C", "V")
                .delete("X\\Y")
                .deleteValue("X", "v")
                .build();

        assertThat(image.root().descend("A\\B")).isEmpty();
        assertThat(image.root().descend("A\\C").orElseThrow().values()).isEmpty();
        assertThat(HiveBuilder.of(image).delete("").build().root().subkeys()).isEmpty();
    }

    @Test
    @DisplayName("a new key has the security of the key above it; a given one stays")
    void security() {
        SecurityDescriptor own = SecurityDescriptor.of(Sid.ADMINISTRATORS);
        HiveImage image = HiveBuilder.of(sample())
                .security("A\\B", own)
                .className("A\\B", "Class")
                .key("A\\B\\New")
                .build();

        assertThat(image.root().descend("A\\B\\New").orElseThrow().security()).isEqualTo(own);
        assertThat(image.root().descend("A\\B").orElseThrow().className()).isEqualTo("Class");
        assertThat(image.root().descend("A").orElseThrow().security()).isEqualTo(TestRegistries.OPEN);
    }

    @Test
    @DisplayName("what was built offline is found by the running registry")
    void mounts() {
        TestRegistries lab = new TestRegistries();
        lab.registry.unmount(HiveMount.SOFTWARE);
        lab.registry.mount(HiveMount.SOFTWARE, sample());

        assertThat(lab.system.value("HKLM\\Software\\A\\C", "v")).contains(TestRegistries.dword(2));
        assertThat(lab.registry.hasUnflushed()).isFalse();
    }
}
