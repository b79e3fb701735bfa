package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that damage, protect and look closely, on a machine. */
class MachineWordsTest {
    private static final String KEY = "HKLM\\SOFTWARE\\Test";
    private static final String FILE = "C:\\test.bin";

    private final MachineBench bench = new MachineBench("test", Edition.SERVER, Components.base(Edition.SERVER, 4), 1);

    private void does(String written) {
        Article article = ArticleReader.read("a.yaml", Texts.with("- power on", "- " + written));
        article.story().after().forEach(step -> step.perform(bench));
    }

    private Finding sees(String written) {
        String symptom = "- event: {source: Service Control Manager, id: 7000, text: It failed}";
        Article article = ArticleReader.read("a.yaml", Texts.with(symptom, "- " + written));
        return article.symptoms().get(0).present(bench.observe("master"));
    }

    private void assertSees(String written) {
        assertThat(sees(written))
                .satisfies(finding ->
                        assertThat(finding.holds()).as(finding.toString()).isTrue());
    }

    @BeforeEach
    void aFileAndAValue() {
        bench.powerOn();
        bench.logOn("Administrator", "");
        does("set value: {key: " + KEY + ", name: Data, type: REG_BINARY, data: 01 02 03 04}");
        does("write file: {path: " + FILE + ", lines: [ab]}");
    }

    /** On, and off: damage is the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flip byte: {key: KEY, name: Data, at: 1}| 01 FD 03 04| 4",
                "truncate: {key: KEY, name: Data, to: 2}| 01 02| 2",
                "append: {key: KEY, name: Data, bytes: FF 00}| 01 02 03 04 FF 00| 6",
            })
    void aValueIsDamaged(String damage, String bytes, int size) {
        bench.shutDownAll();
        bench.copyDisk("other");
        for (String machine : List.of("master", "other")) {
            bench.at(machine);
            if (machine.equals("other")) {
                does(damage.replace("KEY", KEY));
            }
            bench.powerOn();
            bench.logOn("Administrator", "");
        }
        bench.at("master");
        does(damage.replace("KEY", KEY));

        for (String machine : List.of("master", "other")) {
            assertThat(bench.observe(machine).content(new Target("", KEY, "Data")))
                    .hasValueSatisfying(content -> {
                        assertThat(HexBytes.of(content, 0, 99)).as(machine).isEqualTo(bytes);
                        assertThat(content).hasSize(size);
                    });
        }
    }

    @Test
    void aValueIsEmptiedAndItsTypeStays() {
        does("empty value: {key: " + KEY + ", name: Data}");

        assertSees("size: {key: " + KEY + ", name: Data, is: 0}");
        assertThat(sees("value: {key: " + KEY + ", name: Data, data: 'REG_SZ: '}")
                        .seen())
                .startsWith("REG_BINARY");
    }

    @Test
    void aFileIsDamaged() {
        assertSees("bytes: {file: '" + FILE + "', are: 61 62 0D 0A}");
        does("flip byte: {file: '" + FILE + "', at: 0}");
        assertSees("bytes: {file: '" + FILE + "', are: 9E 62}");
        does("append: {file: '" + FILE + "', bytes: '07'}");
        assertSees("bytes: {file: '" + FILE + "', at: 4, are: '07'}");
        does("truncate: {file: '" + FILE + "', to: 1}");
        assertSees("size: {file: '" + FILE + "', is: 1}");
        does("copy file: {from: '" + FILE + "', to: 'C:\\copy.bin'}");
        assertSees("same files: ['" + FILE + "', 'C:\\copy.bin']");
        does("empty file: " + FILE);
        assertThat(sees("same files: ['" + FILE + "', 'C:\\copy.bin']"))
                .isEqualTo(new Finding("same files: C:\\test.bin, C:\\copy.bin", false, "C:\\copy.bin differs"));
        does("rename file: {from: '" + FILE + "', to: 'C:\\other.bin'}");
        assertSees("no file: " + FILE);
        does("delete file: C:\\other.bin");
        assertSees("no file: C:\\other.bin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flip byte: {key: HKLM\\SOFTWARE\\Test, name: Data, at: 4}",
                "flip byte: {key: HKLM\\SOFTWARE\\Test, name: None, at: 0}",
                "truncate: {key: HKLM\\SOFTWARE\\Test, name: Data, to: 5}",
            })
    void damageThatCannotBeDoneIsNamed(String damage) {
        assertThatThrownBy(() -> does(damage)).isInstanceOf(BenchException.class);
    }

    @Test
    void aKeyOfTheSystemIsDimmedForAnAdministrator() {
        assertSees("not dimmed: " + KEY);
        does("set permissions: {key: " + KEY + ", owner: SYSTEM, allow: {SYSTEM: full control}}");

        assertSees("dimmed: " + KEY);
        assertSees("owner: {key: " + KEY + ", is: SYSTEM}");
        assertSees("permissions: {key: " + KEY + ", allow: {SYSTEM: full control}}");
        assertThat(sees("permissions: {key: " + KEY + ", allow: {SYSTEM: read}}"))
                .satisfies(finding -> assertThat(finding.seen()).isEqualTo("SYSTEM: full control"));
        does("refused: {step: {delete key: " + KEY + "}, error: 5}");
        assertSees("key: " + KEY);
        does("as system: [{delete key: " + KEY + "}]");
        assertSees("no key: " + KEY);
        assertThat(sees("dimmed: " + KEY).seen()).isEqualTo("no such key");
    }

    @Test
    void whatIsNotRefusedOrRefusedOtherwiseIsNamed() {
        assertThatThrownBy(() -> does("refused: {step: {delete key: " + KEY + "}, error: 5}"))
                .isInstanceOf(BenchException.class)
                .hasMessage("expected error 5, but the machine did it");
        assertThatThrownBy(() -> does("refused: {step: {delete key: " + KEY + "}, error: 5}"))
                .isInstanceOf(BenchException.class)
                .hasMessageStartingWith("expected error 5, the machine said: ");
    }

    @Test
    void aFileHasAnOwnerAndPermissionsToo() {
        does("set permissions: {file: '" + FILE + "', owner: Administrators, allow: {Everyone: read}}");

        assertSees("owner: {file: '" + FILE + "', is: Administrators}");
        assertSees("permissions: {file: '" + FILE + "', allow: {Everyone: read}}");
        does("refused: {step: {empty file: '" + FILE + "'}, error: 5}");
    }

    @Test
    void aUserWithoutRightsIsRefused() {
        does("add user: {name: Jo, password: secret, groups: [Users]}");
        does("log on: {user: Jo, password: secret}");

        does("refused: {step: {set value: {key: HKLM\\SYSTEM\\Setup, name: A, type: REG_SZ, data: b}}, error: 5}");
        assertThat(new Step.AddUser("Jo", "secret", List.of("Users")).written()).doesNotContain("secret");
        assertThat(new Step.LogOn("Jo", "secret").written()).doesNotContain("secret");
        assertThat(new Step.UseTool(Step.ToolVerb.TYPE, "Password", "secret").written())
                .doesNotContain("secret");
    }

    @Test
    void whatIsNotThereIsSeen() {
        assertSees("no service: Nothing");
        assertSees("no value: {key: " + KEY + ", name: None}");
        assertSees("no event: {id: 7000}");
        assertSees("no popup");
        assertThat(sees("no service: Alerter").holds()).isFalse();
        assertThat(sees("no value: {key: " + KEY + ", name: Data}").holds()).isFalse();
        assertThat(sees("no event: {source: EventLog, id: 6005}").holds()).isFalse();
        assertThat(sees("size: {file: 'C:\\none', is: 1}").seen()).isEqualTo("there is no such thing");
        assertThat(sees("message: Hello").seen()).isEqualTo("no message");
    }

    @Test
    void aStartUpMessageWaitsInFrontOfThePerson() {
        does("set value: {key: HKLM\\SYSTEM\\CurrentControlSet\\Services\\Alerter, name: ImagePath, "
                + "type: REG_EXPAND_SZ, data: 'C:\\none.exe'}");
        bench.restart();
        bench.logOn("Administrator", "");

        assertSees("message: {title: Service Control Manager, text: 'At least one service or driver failed during "
                + "system startup. Use Event Viewer to examine the event log for details'}");
        assertThat(sees("no popup").holds()).isFalse();
        assertThat(sees("no event: {source: Service Control Manager, id: 7000}").seen())
                .contains("Alerter");
        bench.answer("Service Control Manager", "OK", Map.of());
        assertThat(sees("message: gone").seen()).isEqualTo("no message");
    }
}
