package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetabaseTreeTest {
    private static final int INHERITED = 6016;
    private static final int OWN = 1015;
    private final MetabaseTree tree = MetabaseTree.empty()
            .withKey("/LM/W3SVC/1/ROOT/Images")
            .with("LM/W3SVC", MetaRecord.dword(INHERITED, MetaRecord.INHERIT, 2, 1))
            .with("LM/W3SVC", MetaRecord.dword(OWN, 0, 1, 1))
            .with("LM/W3SVC/1/ROOT", MetaRecord.dword(INHERITED, MetaRecord.INHERIT, 2, 5));

    @ParameterizedTest
    @CsvSource({
        "LM/W3SVC, 1, false",
        "lm/w3svc/1, 1, true",
        "LM/W3SVC/1/ROOT, 5, false",
        "LM/W3SVC/1/ROOT/Images, 5, true",
        "LM/W3SVC/1/ROOT/No/Such/Key, 5, true",
        "LM/W3SVC/2, 1, true"
    })
    void theNearestKeyAboveHandsDown(String path, int expected, boolean inherited) {
        MetaRecord found = tree.lookup(path, INHERITED).orElseThrow();

        assertThat(found.number(0)).isEqualTo(expected);
        assertThat(found.has(MetaRecord.ISINHERITED)).isEqualTo(inherited);
    }

    @Test
    void whatIsNotToBeInheritedStaysAtItsKey() {
        assertThat(tree.lookup("LM/W3SVC", OWN)).isPresent();
        assertThat(tree.lookup("LM/W3SVC/1", OWN)).isEmpty();
        assertThat(tree.lookup("LM", INHERITED)).isEmpty();
        assertThat(tree.lookup("LM/W3SVC/none", OWN)).isEmpty();
    }

    @Test
    void keysComeAndGo() {
        MetabaseTree without = tree.withoutKey("LM/W3SVC/1/ROOT");

        assertThat(without.find("LM/W3SVC/1/ROOT/Images")).isEmpty();
        assertThat(without.find("LM/W3SVC/1")).isPresent();
        assertThat(tree.find("LM/W3SVC/1/ROOT/Images")).isPresent();
        assertThatThrownBy(() -> tree.withoutKey("LM/W3SVC/7")).isInstanceOf(Win32Exception.class);
        assertThatThrownBy(() -> tree.withoutKey("/")).isInstanceOf(Win32Exception.class);
    }

    @Test
    void recordsAndKeysStandInOrder() {
        MetabaseTree many = MetabaseTree.empty();
        for (int i : new int[] {5, 3, 9, 1, 7}) {
            many = many.withKey("LM/site" + i).with("LM", MetaRecord.dword(i, 0, 1, i));
        }

        assertThat(many.require("LM").isInOrder()).isTrue();
        assertThat(many.require("LM").children())
                .extracting(MetaNode::name)
                .containsExactly("site1", "site3", "site5", "site7", "site9");
        assertThat(many.root().count()).isEqualTo(7);
    }
}
