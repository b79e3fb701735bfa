package ntbed.tool.cmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'cd\\winnt\\system32', cd, '\\winnt\\system32'",
        "'cd ..', cd, ..",
        "'cd..', cd, ..",
        "'  CD /d D:\\x', CD, '/d D:\\x'",
        "'echo.', echo, .",
        "'echo hello world', echo, hello world",
        "'pstores.exe -install', pstores.exe, -install",
        "'PStores -Install', PStores, -Install",
        "'\"C:\\Program Files\\x.exe\" /a b', 'C:\\Program Files\\x.exe', '/a b'",
        "'net start \"a b\"', net, 'start \"a b\"'",
        "'c:', c:, ''",
        "'start.exe x', start.exe, x",
        "'attrib/s', attrib, /s",
        "'format,c:', format, 'c:'"
    })
    void nameAndTail(String line, String name, String arguments) {
        ParsedLine parsed = LineParser.parse(line);
        assertThat(parsed.name()).isEqualTo(name);
        assertThat(parsed.arguments().replaceFirst("^[,;=]", "")).isEqualTo(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", ":label", "\t"})
    void nothingToDo(String line) {
        assertThat(LineParser.parse(line)).isEqualTo(ParsedLine.EMPTY);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "dir | more, a pipe (|)",
        "dir > x, redirection (>)",
        "sort < x, redirection (<)",
        "a & b, several commands in a line (&)",
        "a ^> b, an escape (^)",
        "(cd), a line that begins with (",
        "@cd, a line that begins with @"
    })
    void signsOfTheLanguageAreRefusedByName(String line, String sign) {
        assertThatThrownBy(() -> LineParser.parse(line))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("cmd: " + sign);
    }

    @Test
    void quotedSignsAreText() {
        assertThat(LineParser.parse("prog \"a|b>c\"").arguments()).isEqualTo("\"a|b>c\"");
    }
}
