package ntbed.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of {@code FindFirstFile} (MSDN "FsRtlIsNameInExpression"). */
final class WildcardTest {
    @ParameterizedTest(name = "{0} takes {1}: {2}")
    @CsvSource({
        "*, anything.at.all, true",
        "*.*, noextension, true",
        "*.*, a.b.c, true",
        "*., noextension, true",
        "*., with.ext, false",
        "*.exe, services.exe, true",
        "*.exe, SERVICES.EXE, true",
        "*.exe, services.exe.bak, false",
        "*.e*, services.exe, true",
        "a?, a, true",
        "a?, ab, true",
        "a?, abc, false",
        "a?c, ac, false",
        "???.txt, ab.txt, true",
        "???.txt, abcd.txt, false",
        "?.txt, .txt, true",
        "boot.ini, BOOT.INI, true",
        "boot.ini, boot.in, false",
        "file.*, file, true",
        "file.*, file.txt, true",
        "file.*, filex.txt, false",
        "file.???, file, true",
        "*a*b*, xaxbx, true",
        "*a*b*, xbxax, false",
        "name.txt, namextxt, false",
    })
    void matchesAsNt(String pattern, String name, boolean expected) {
        assertThat(Wildcard.of(pattern).matches(NtPath.fold(name))).isEqualTo(expected);
    }

    @Test
    @DisplayName("A pattern of many stars is settled at once, not tried in all ways")
    void manyStarsEnd() {
        Wildcard pattern = Wildcard.of("*a".repeat(60) + "b");
        assertThat(pattern.matches("A".repeat(255))).isFalse();
        assertThat(pattern.matches("A".repeat(254) + "B")).isTrue();
    }
}
