package ntbed.win32;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {
    @ParameterizedTest(name = "{0} folds to {1}")
    @CsvSource({
        "a, A",
        "Z, Z",
        "_, _",
        "1, 1",
        "\u00e4, \u00c4",
        "\u00ff, \u0178",
        "\u0444, \u0424",
        "\u03c3, \u03a3",
        "\u03c2, \u03a3",
        "\u1e01, \u1e00",
        "\u2170, \u2160",
        "\u24d0, \u24b6",
        "\uff41, \uff21"
    })
    @DisplayName("a small letter folds to its capital, everything else to itself")
    void folds(char c, char folded) {
        assertThat(CaseFolding.fold(c)).isEqualTo(folded);
        assertThat(CaseFolding.fold(folded)).isEqualTo(folded);
    }

    @ParameterizedTest(name = "{0} stays, for its capital is another letter''s")
    @CsvSource({"\u00b5", "\u00df", "\u00f7", "\u0131", "\u017f", "\u0345", "\u1e9b"})
    @DisplayName("a letter that is not the small one of a capital stays")
    void stays(char c) {
        assertThat(CaseFolding.fold(c)).isEqualTo(c);
    }

    @ParameterizedTest(name = "{0} stays: its capital came after Unicode 2.0, on some JDKs only")
    @CsvSource({"\u019b", "\u0264", "\u0250", "\u026b", "\u2c5f", "\u10d0", "\ua7cc", "\uab70"})
    @DisplayName("letters and capitals that NT 4.0 does not know stay, on every JDK")
    void laterLetters(char c) {
        assertThat(CaseFolding.fold(c)).isEqualTo(c);
    }

    @Test
    @DisplayName("folding twice is folding once, for every unit there is")
    void idempotent() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char folded = CaseFolding.fold((char) c);
            assertThat(CaseFolding.fold(folded)).isEqualTo(folded);
        }
    }

    @Test
    @DisplayName("a name without small letters is not copied; another is folded from the first of them on")
    void names() {
        String capitals = "SYSTEM_1";
        assertThat(CaseFolding.fold(capitals)).isSameAs(capitals);
        assertThat(CaseFolding.fold("Psysdup2 \u00e4\u00df")).isEqualTo("PSYSDUP2 \u00c4\u00df");
        assertThat(CaseFolding.same("Spooler", "sPOOLER")).isTrue();
        assertThat(CaseFolding.same("Spooler", "Spoole")).isFalse();
        assertThat(CaseFolding.same("Spooler", "Spoolex")).isFalse();
        assertThat(CaseFolding.startsWith("\\systemroot\\x", "\\SystemRoot\\")).isTrue();
        assertThat(CaseFolding.startsWith("\\\u017fystemroot\\x", "\\SystemRoot\\"))
                .isFalse();
        assertThat(CaseFolding.startsWith("\\sys", "\\SystemRoot\\")).isFalse();
    }
}
