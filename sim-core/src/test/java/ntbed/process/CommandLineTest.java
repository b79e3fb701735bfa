package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    @DisplayName("I4: an unquoted line is tried up to each blank in turn")
    void unquoted() {
        assertThat(new CommandLine("C:\\Program Files\\x\\y.exe -k a").candidates())
                .containsExactly(
                        "C:\\Program",
                        "C:\\Program Files\\x\\y.exe",
                        "C:\\Program Files\\x\\y.exe -k",
                        "C:\\Program Files\\x\\y.exe -k a");
    }

    @Test
    @DisplayName("I4: a quoted name is the only one that is tried")
    void quoted() {
        assertThat(new CommandLine("\"C:\\Program Files\\x\\y.exe\" -k a").candidates())
                .containsExactly("C:\\Program Files\\x\\y.exe");
    }

    @Test
    @DisplayName("I4: without the closing quote everything behind the first is the name")
    void unclosed() {
        assertThat(new CommandLine("\"C:\\Program Files\\x.exe -k").candidates())
                .containsExactly("C:\\Program Files\\x.exe -k");
    }

    @Test
    void blanksAroundAndBetweenMakeNoCandidates() {
        assertThat(new CommandLine("  a.exe  \t b  ").candidates()).containsExactly("a.exe", "a.exe  \t b");
        assertThat(new CommandLine("").candidates()).containsExactly("");
    }

    @Test
    void argumentsAreSplitAsACProgramSeesThem() {
        assertThat(new CommandLine("\"C:\\a b\\c.exe\" one \"two three\" \"\" C:\\d\\").arguments())
                .containsExactly("C:\\a b\\c.exe", "one", "two three", "", "C:\\d\\");
        assertThat(new CommandLine("c.exe \\\"q\\\"").arguments()).containsExactly("c.exe", "\"q\"");
    }
}
