package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedPathTest {
    @ParameterizedTest
    @CsvSource({
        "C:\\a\\b, c:\\A\\B, true",
        "C:\\a\\b, C:\\a\\bc, false",
        "C:\\a\\*, C:\\a\\b, true",
        "C:\\a\\*, C:\\a\\b\\c, true",
        "C:\\a\\*, C:\\a, true",
        "C:\\a\\*, C:\\ab, false",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\a, HKLM\\SYSTEM\\ControlSet001\\Services\\a, true",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\a, HKLM\\SYSTEM\\ControlSet002\\Services\\a, true",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\a, HKLM\\SYSTEM\\ControlSet001\\Services\\b, false",
        "HKLM\\SYSTEM\\CurrentControlSet\\*, HKLM\\SYSTEM\\Setup, false",
        "HKEY_CURRENT_USER\\Software\\*, HKEY_USERS\\S-1-5-21-1-2-3-500\\Software\\a, true",
        "HKEY_CURRENT_USER\\Software\\*, HKEY_USERS\\.DEFAULT\\Software\\a, false"
    })
    void aPatternNamesPaths(String pattern, String path, boolean named) {
        assertThat(ChangedPath.matches(pattern, path)).isEqualTo(named);
    }
}
