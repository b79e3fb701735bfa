package ntbed.registry.regfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegFileReadTest {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo";

    private final OfflineLab lab = new OfflineLab();

    private Optional<RegistryValue> imported(String line) {
        lab.apply("REGEDIT4\r\n[" + KEY + "]\r\n" + line + "\r\n");
        return lab.software("Demo", "v");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"v\"=\"text\"|REG_SZ: \"text\"",
                "\"V\" = \t\"text\"  ; remark|REG_SZ: \"text\"",
                "\"v\"=\"C:\\\\WINNT \\\"a\\\" ;#\"|REG_SZ: \"C:\\WINNT \"a\" ;#\"",
                "\"v\"=\"a\\qb\"|REG_SZ: \"aqb\"",
                "\"v\"=\"\"|REG_SZ: \"\"",
                "\"v\"=dword:0000000F|REG_DWORD: 0xf",
                "\"v\"=dword: 1|REG_DWORD: 0x1",
                "\"v\"=dword:ffffffff ;all|REG_DWORD: 0xffffffff",
                "\"v\"=hex:1,02, ff|REG_BINARY: 01 02 ff",
                "\"v\"=hex:01,|REG_BINARY: 01",
                "\"v\"=hex:|REG_BINARY: ",
                "\"v\"=hex(7):61,00,62,00,00|REG_MULTI_SZ: \"a\" \"b\"",
                "\"v\"=hex(2):25,80,00|REG_EXPAND_SZ: \"%\u20ac\"",
                "\"v\"=hex(00000004):1,0,0,0|REG_DWORD: 0x1",
                "\"v\"=hex(1f):01|REG_0x1f: 01",
                "\"v\"=hex(ffffffff):01|REG_0xffffffff: 01",
                "\"v\"=hex(6):41|REG_LINK: 41",
            })
    @DisplayName("data that regedit takes")
    void taken(String line, String shown) {
        assertThat(imported(line).map(value -> value.toString().strip())).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v\"=\"a\"b\"",
                "\"v\"=\"a\" #c",
                "\"v\"=\"a",
                "\"v\"=\"a\\0b\"",
                "\"v\"=dword:000000001",
                "\"v\"=dword:0x1",
                "\"v\"=dword:",
                "\"v\"=DWORD:1",
                "\"v\"=dword:1 #",
                "\"v\"=hex:1,,2",
                "\"v\"=hex:,1",
                "\"v\"=hex:100",
                "\"v\"=hex:1 ,2",
                "\"v\"=hex:1\\",
                "\"v\"=hex (2):1",
                "\"v\"=hex(0x2):1",
                "\"v\"=hex(100000000):1",
                "\"v\"=hex(:1",
                "\"v\"=HEX:1",
                "\"v\"=text",
                "\"v\"",
                "\"v=1",
                "v=\"x\""
            })
    @DisplayName("data that regedit skips: the value is not there, the line is told")
    void refused(String line) {
        assertThat(imported(line)).isEmpty();
        assertThat(lab.skipped()).extracting(SkippedLine::line).contains(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v\"=hex:01,\\\r\n  02",
                "\"v\"=hex:\\\n\t01,02",
                "\"v\"=hex:01,\\ ; more\r\n\r\n  ; remark\r\n \r02",
                "\"v\"=hex:01, \\\r02,",
                "\"v\"=hex:01,02\r\n03",
                "\"v\"=hex:01,02,\\"
            })
    @DisplayName("a list of bytes goes on after a comma and a backslash")
    void continued(String line) {
        assertThat(imported(line)).contains(RegistryValue.binary((byte) 1, (byte) 2));
    }

    @Test
    @DisplayName("a line that is not hex after a continuation is lost with the value")
    void bothLost() {
        lab.apply("REGEDIT4\n[" + KEY + "]\n\"v\"=hex:01,\\\n\"w\"=dword:1\n\"x\"=dword:2\n");

        assertThat(lab.software("Demo", "v")).isEmpty();
        assertThat(lab.software("Demo", "w")).isEmpty();
        assertThat(lab.software("Demo", "x")).contains(RegistryValue.dword(2));
    }

    @Test
    @DisplayName("@ and the empty name are the default value, \"@\" is a name")
    void defaultValue() {
        lab.apply("REGEDIT4\n[" + KEY + "]\n@=\"d\"\n\"@\"=\"n\"\n");
        assertThat(lab.software("Demo", "")).contains(RegistryValue.sz("d"));
        assertThat(lab.software("Demo", "@")).contains(RegistryValue.sz("n"));
        lab.apply("REGEDIT4\n[" + KEY + "]\n\"\"=\"e\"\n");
        assertThat(lab.software("Demo", "")).contains(RegistryValue.sz("e"));
    }

    @Test
    @DisplayName("a minus sign deletes one value, unless text follows it")
    void deleteValue() {
        lab.apply("REGEDIT4\n[" + KEY + "]\n\"a\"=\"1\"\n\"b\"=\"1\"\n\"c\"=\"1\"\n");
        lab.apply("REGEDIT4\n[" + KEY + "]\n\"a\"=- ;gone\n\"b\"=-\"x\"\n\"c\"=- #x\n\"d\"=-\n");

        assertThat(lab.software("Demo", "a")).isEmpty();
        assertThat(lab.software("Demo", "b")).isPresent();
        assertThat(lab.software("Demo", "c")).isPresent();
    }

    @Test
    @DisplayName("a bad key line drops the values after it up to the next good one")
    void badKeyDropsValues() {
        lab.apply("REGEDIT4\n\"early\"=\"1\"\n[HKLM\\SOFTWARE\\Demo]\n\"a\"=\"1\"\n[" + KEY + "] text\n\"b\"=\"1\"\n["
                + KEY + "\n\"c\"=\"1\"\n[HKEY_DYN_DATA\\X]\n\"d\"=\"1\"\nrubbish\n");

        assertThat(lab.software("Demo", "b")).isPresent();
        assertThat(List.of("early", "a", "c", "d"))
                .allSatisfy(name -> assertThat(lab.software("Demo", name)).isEmpty());
        assertThat(lab.skipped()).extracting(SkippedLine::line).containsExactly(2, 3, 4, 7, 8, 9, 10, 11);
    }

    @Test
    @DisplayName("backslashes are collapsed, a bracket may be part of a key's name, blanks before it too")
    void keyNames() {
        lab.apply("REGEDIT4\n[hkey_local_machine\\\\software\\A]b \\]\n\"v\"=\"1\"\n");

        assertThat(lab.software("A]b ", "v")).isPresent();
    }

    @Test
    @DisplayName("[-key] deletes a key with all below it; root keys and hive roots stay")
    void deleteKey() {
        lab.apply("REGEDIT4\n[" + KEY + "\\a\\b]\n[-" + KEY + "\\a]\n\"v\"=\"1\"\n[-" + KEY + "\\none]\n"
                + "[-HKEY_LOCAL_MACHINE\\SOFTWARE]\n[-HKEY_CLASSES_ROOT]\n");

        assertThat(lab.hasSoftware("Demo\\a")).isFalse();
        assertThat(lab.hasSoftware("Demo")).isTrue();
        assertThat(lab.skipped()).extracting(SkippedLine::line).containsExactly(4, 6, 7);
        RegFile strict = RegFile.parseWithoutKeyDeletion(OfflineLab.ansi("REGEDIT4\n[-" + KEY + "]\n"));
        assertThat(strict.skipped()).extracting(SkippedLine::line).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "regedit4\n", "AREGEDIT4\n", "\nREGEDIT4\n", "\u00ef\u00bb\u00bfREGEDIT4\n"})
    @DisplayName("1017: not a registration file")
    void notARegistrationFile(String text) {
        assertThatThrownBy(() -> RegFile.parse(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(Win32Error.ERROR_NOT_REGISTRY_FILE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Windows Registry Editor Version 5.00|Windows 2000", "\u00ff\u00feR|Unicode", "MZ|first line"})
    @DisplayName("1017: the refusal says which later form it is")
    void laterForms(String text, String reason) {
        assertThatThrownBy(() -> RegFile.parse(text.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGEDIT", "REGEDIT3", "REGEDIT 4", "REGEDIT4FOO", "REGEDIT4 "})
    @DisplayName("any other first line that begins with REGEDIT is the Windows 3.1 form")
    void windows31(String header) {
        lab.apply(header + "\n[" + KEY + "]\n\"v\"=\"1\"\nHKEY_CLASSES_ROOT\\.x =  two \nHKEY_CLASSES_ROOT\\.y\n");

        assertThat(lab.hasSoftware("Demo")).isFalse();
        assertThat(lab.software("Classes\\.x", "")).contains(RegistryValue.sz(" two "));
        assertThat(lab.software("Classes\\.y", "")).contains(RegistryValue.sz(""));
        assertThat(lab.skipped()).extracting(SkippedLine::line).contains(2, 3);
    }

    @Test
    @DisplayName("the trailing blank after REGEDIT4 is told")
    void trailingBlank() {
        assertThat(RegFile.parse(OfflineLab.ansi("REGEDIT4 \n")).skipped())
                .extracting(SkippedLine::line)
                .containsExactly(1);
    }

    @Test
    @DisplayName("CurrentControlSet of a machine that is off is the set that Select names")
    void currentControlSet() {
        lab.apply("""
                REGEDIT4
                [HKEY_LOCAL_MACHINE\\SYSTEM\\Select]
                "Current"=dword:3
                [HKEY_LOCAL_MACHINE\\SYSTEM\\CURRENTCONTROLSET\\Services\\X]
                "Start"=dword:2
                """);

        assertThat(lab.system("ControlSet003\\Services\\X", "Start")).contains(RegistryValue.dword(2));
    }
}
