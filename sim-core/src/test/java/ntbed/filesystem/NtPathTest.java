package ntbed.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Win32 reads a path (MSDN "File Name Conventions", "CreateFile"). */
final class NtPathTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "c:\\boot.ini, C:\\boot.ini",
        "C:/WINNT//System32\\\\x, C:\\WINNT\\System32\\x",
        "C:\\a\\.\\b, C:\\a\\b",
        "C:\\a\\..\\b, C:\\b",
        "C:\\..\\..\\b, C:\\b",
        "C:\\a\\, C:\\a",
        "C:\\, C:\\",
        "C:\\name..., C:\\name",
        "C:\\name. ., C:\\name",
        "C:\\a.\\b, C:\\a\\b",
        "\\\\?\\C:\\name., C:\\name.",
        "\\??\\C:\\WINNT\\con, C:\\WINNT\\con",
        "\\\\?\\c:\\.., C:\\..",
        "C:\\console, C:\\console",
        "C:\\com0, C:\\com0",
        "C:\\con\\x, C:\\con\\x",
    })
    void reads(String text, String shown) {
        assertThat(NtPath.of(text)).hasToString(shown);
    }

    @ParameterizedTest(name = "{0} is refused")
    @ValueSource(
            strings = {
                "",
                "C:",
                "C:foo",
                "\\foo",
                "foo",
                "1:\\x",
                "C:\\a<b",
                "C:\\a|b",
                "C:\\a*",
                "C:\\a?",
                "C:\\a\"",
                "C:\\a\tb",
                "C:\\file:stream",
                "C:\\...",
                "C:\\ \\x",
                "C:\\con",
                "C:\\x\\Nul.txt",
                "C:\\prn .a",
                "C:\\COM1",
                "C:\\lpt9.x",
                "C:\\aux.",
                "\\\\?\\C:\\a/b",
                "\\\\server\\share"
            })
    void refuses(String text) {
        Win32Exception refusal = catchThrowableOfType(Win32Exception.class, () -> NtPath.of(text));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(123);
    }

    @Test
    @DisplayName("259 characters are a path, 260 are 206; with the prefix they go up to 32,760")
    void limits() {
        String directory = "C:\\" + "d".repeat(200) + "\\";
        assertThat(NtPath.of(directory + "n".repeat(55)).toString()).hasSize(259);
        Win32Exception refusal =
                catchThrowableOfType(Win32Exception.class, () -> NtPath.of(directory + "n".repeat(56)));
        assertThat(refusal.code()).isEqualTo(206);
        assertThat(NtPath.of("\\\\?\\" + directory + "n".repeat(56)).toString()).hasSize(260);
        String endless = "\\\\?\\C:" + ("\\" + "n".repeat(250)).repeat(131);
        assertThat(catchThrowableOfType(Win32Exception.class, () -> NtPath.of(endless))
                        .code())
                .isEqualTo(206);
    }

    @Test
    @DisplayName("Equality ignores case, folding char by char: ß stays, é becomes É, _ sorts after Z")
    void equality() {
        assertThat(NtPath.of("C:\\Straße é")).isEqualTo(NtPath.of("c:\\STRAßE É"));
        assertThat(NtPath.of("C:\\Straße")).isNotEqualTo(NtPath.of("C:\\STRASSE"));
        assertThat(NtPath.of("C:\\a_b")).isGreaterThan(NtPath.of("C:\\az"));
        assertThat(NtPath.of("C:\\A").hashCode()).isEqualTo(NtPath.of("C:\\a").hashCode());
    }

    @Test
    @DisplayName("Parts, name, parent, and paths below")
    void parts() {
        NtPath path = NtPath.of("C:\\WINNT\\System32");
        assertThat(path.parts()).containsExactly("WINNT", "System32");
        assertThat(path.name()).isEqualTo("System32");
        assertThat(path.parent()).contains(NtPath.of("C:\\winnt"));
        assertThat(NtPath.of("C:\\a").parent()).contains(NtPath.of("C:\\"));
        assertThat(NtPath.of("C:\\").parent()).isEmpty();
        assertThat(NtPath.of("C:\\").name()).isEmpty();
        assertThat(NtPath.of("C:\\").parts()).isEmpty();
        assertThat(path.resolve("drivers\\..\\x.sys")).hasToString("C:\\WINNT\\System32\\x.sys");
        assertThat(NtPath.of("C:\\").resolve("x")).hasToString("C:\\x");
        assertThat(path.isAtOrBelow(NtPath.of("C:\\WINNT"))).isTrue();
        assertThat(path.isAtOrBelow(NtPath.of("C:\\WIN"))).isFalse();
        assertThat(path.isAtOrBelow(NtPath.of("C:\\"))).isTrue();
    }
}
