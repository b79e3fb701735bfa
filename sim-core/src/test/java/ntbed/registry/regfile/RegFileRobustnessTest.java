package ntbed.registry.regfile;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.registry.RegistryValue;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files that nobody meant: reported, never a hang, a crash or quadratic time. */
class RegFileRobustnessTest {
    private static final String HEAD = "REGEDIT4\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo]\r\n";

    private final OfflineLab lab = new OfflineLab();

    @Test
    @DisplayName("a header alone is an empty import")
    void headerOnly() {
        lab.apply("REGEDIT4");
        assertThat(lab.skipped()).isEmpty();
    }

    @Test
    @DisplayName("a zero byte spoils its line and no other; 0x1A at the end is an unknown line")
    void zeroByte() {
        lab.apply(HEAD + "\"a\"=\"1\"\r\n\"b\"=\"x\0y\"\r\n\"c\"=\"1\"\r\r\n\u001a");

        assertThat(lab.software("Demo", "a")).isPresent();
        assertThat(lab.software("Demo", "b")).isEmpty();
        assertThat(lab.software("Demo", "c")).isPresent();
        assertThat(lab.skipped()).extracting(SkippedLine::line).containsExactly(4, 7);
    }

    @Test
    @DisplayName("two files in one: the second header is an unknown line")
    void twoHeaders() {
        lab.apply(HEAD + "\"a\"=\"1\"\r\n" + HEAD + "\"b\"=\"1\"");

        assertThat(lab.skipped()).extracting(SkippedLine::line).containsExactly(4);
        assertThat(lab.software("Demo", "b")).isPresent();
    }

    @Test
    @DisplayName("delete and make again in one file")
    void deleteAndRecreate() {
        lab.apply(HEAD + "\"a\"=\"1\"\r\n[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo]\r\n" + HEAD + "\"b\"=\"1\"");

        assertThat(lab.software("Demo", "a")).isEmpty();
        assertThat(lab.software("Demo", "b")).isPresent();
    }

    @Test
    @DisplayName("names and depths beyond the limits are skipped with their values")
    void limits() {
        String deep = "[HKEY_LOCAL_MACHINE\\SOFTWARE" + "\\x".repeat(10_000) + "]\r\n\"v\"=\"1\"\r\n";
        String longName = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\" + "n".repeat(256) + "]\r\n\"v\"=\"1\"\r\n";
        String good = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\" + "n".repeat(255) + "]\r\n\"v\"=\"1\"\r\n";
        lab.apply(HEAD + deep + longName + good + "\"" + "w".repeat(16_384) + "\"=\"1\"\r\n");

        assertThat(lab.skipped()).extracting(SkippedLine::line).containsExactly(3, 4, 5, 6, 9);
        assertThat(lab.software("n".repeat(255), "v")).isPresent();
    }

    @Test
    @DisplayName("long lists, long strings, many lines and open brackets are read in linear time")
    void large() {
        lab.apply(HEAD + "\"a\"=hex:" + "00,\\\r\n".repeat(50_000) + "01\r\n\"b\"=\"" + "x".repeat(20_000) + "\"\r\n"
                + "[no end\r\n".repeat(50_000) + "\"c\"=hex(");

        assertThat(lab.software("Demo", "a").map(RegistryValue::size)).contains(50_001);
        assertThat(lab.software("Demo", "b").map(RegistryValue::size)).contains(40_002);
        assertThat(lab.skipped()).hasSize(50_001);
    }

    @Test
    @DisplayName("random bytes after a header, and damaged files, give skipped lines and nothing worse")
    void random() {
        SeededRandom random = new SeededRandom(7);
        byte[] good =
                OfflineLab.ansi(HEAD + "\"a\"=hex(7):61,00,\\\r\n  00\r\n\"b\"=\"t\\\\\"\r\n[-HKEY_USERS\\x]\r\n@=-\n");
        for (int round = 0; round < 2_000; round++) {
            byte[] file = good.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                file[random.between(8, file.length - 1)] = (byte) random.nextInt();
            }
            try {
                lab.apply(AnsiText.decode(file));
            } catch (Win32Exception refusal) {
                assertThat(refusal.code()).isEqualTo(1017);
            }
        }
    }
}
