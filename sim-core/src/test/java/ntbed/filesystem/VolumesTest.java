package ntbed.filesystem;

import static ntbed.filesystem.TestVolumes.at;
import static ntbed.filesystem.TestVolumes.bytes;
import static ntbed.filesystem.TestVolumes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The kernel's view of the drives, and snapshots. */
final class VolumesTest {
    private final TestVolumes machine = TestVolumes.of(VolumeBuilder.create(TestVolumes.MEGABYTE)
            .file(at("C:\\WINNT\\System32\\Services.exe"), bytes("MZ services"))
            .build(TestVolumes.BUILT));

    @Test
    @DisplayName("A file is found without regard to case and shown in the case it was created with")
    void findsWithoutCase() {
        FileEntry entry =
                machine.volumes.find(at("c:\\winnt\\system32\\SERVICES.EXE")).orElseThrow();
        assertThat(entry.path()).hasToString("C:\\WINNT\\System32\\Services.exe");
        assertThat(entry.size()).isEqualTo(11);
        assertThat(entry.created()).isEqualTo(TestVolumes.BUILT);
    }

    @Test
    @DisplayName("A snapshot keeps what was there, the machine goes on, a fork of the snapshot does not see it")
    void forksAreApart() {
        NtPath file = at("C:\\boot.ini");
        machine.volumes.write(file, bytes("one"), "test");
        VolumeImage image = machine.freeze();
        machine.volumes.write(file, bytes("two"), "test");
        TestVolumes fork = TestVolumes.of(image);
        fork.volumes.write(file, bytes("three"), "test");
        assertThat(text(machine.volumes.content(file))).isEqualTo("two");
        assertThat(text(fork.volumes.content(file))).isEqualTo("three");
        assertThat(text(image.content(file))).isEqualTo("one");
    }

    @Test
    @DisplayName("Parsed content is remembered over a snapshot and forgotten with a write")
    void remembersParsedContent() {
        NtPath file = at("C:\\WINNT\\System32\\services.exe");
        AtomicInteger calls = new AtomicInteger();
        Function<byte[], String> parser = content -> {
            calls.incrementAndGet();
            return text(content);
        };
        assertThat(machine.volumes.memo(file, parser)).isEqualTo("MZ services");
        TestVolumes fork = TestVolumes.of(machine.freeze());
        assertThat(fork.volumes.memo(file, parser)).isEqualTo("MZ services");
        assertThat(calls).hasValue(1);
        fork.volumes.write(file, bytes("other"), "test");
        assertThat(fork.volumes.memo(file, parser)).isEqualTo("other");
        assertThat(machine.volumes.memo(file, parser)).isEqualTo("MZ services");
    }

    @Test
    @DisplayName("A snapshot without a write since the last one is the very same value")
    void snapshotOfNothingNew() {
        VolumeImage first = machine.freeze();
        assertThat(machine.freeze()).isSameAs(first);
    }
}
