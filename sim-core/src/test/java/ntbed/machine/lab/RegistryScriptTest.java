package ntbed.machine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryScriptTest {
    private final List<String> seen = new ArrayList<>();

    @Test
    void everyNotationBecomesItsType() {
        apply(
                "REGEDIT4",
                "; a comment",
                "",
                "[HKLM\\A]",
                "@=\"first\"",
                "\"te\\\\xt\"=\"say \\\"hi\\\"\"",
                "\"number\"=dword:fffffff0",
                "\"bytes\"=hex:01,ff",
                "\"none\"=hex:",
                "\"path\"=expand:\"%SystemRoot%\\\\x\"",
                "\"list\"=multi:\"a\",\"b,c\"",
                "\"empty\"=multi:",
                "[HKLM\\A\\B]");
        assertThat(seen)
                .containsExactly(
                        "key HKLM\\A",
                        "HKLM\\A  = " + RegistryValue.sz("first"),
                        "HKLM\\A te\\xt = " + RegistryValue.sz("say \"hi\""),
                        "HKLM\\A number = " + RegistryValue.dword(-16),
                        "HKLM\\A bytes = " + RegistryValue.binary((byte) 1, (byte) 255),
                        "HKLM\\A none = " + RegistryValue.binary(),
                        "HKLM\\A path = " + RegistryValue.expandSz("%SystemRoot%\\x"),
                        "HKLM\\A list = " + RegistryValue.multiSz("a", "b,c"),
                        "HKLM\\A empty = " + RegistryValue.multiSz(),
                        "key HKLM\\A\\B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is this",
                "\"open=dword:1",
                "\"a\" dword:1",
                "\"a\"=sword:1",
                "\"a\"=\"b",
                "\"a\"=multi:\"b\" \"c\"",
                "REGEDIT4"
            })
    void aLineThatDoesNotFitIsABugWithItsNumber(String line) {
        assertThatThrownBy(() -> apply("REGEDIT4", "[HKLM\\A]", line))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("HKLM\\A");
    }

    @Test
    void aValueNeedsAKey() {
        assertThatThrownBy(() -> apply("REGEDIT4", "\"a\"=dword:1")).isInstanceOf(AssertionError.class);
    }

    private void apply(String... lines) {
        RegistryScript.apply(String.join("\n", lines) + "\n", new RegistryScript.Target() {
            @Override
            public void key(String path) {
                seen.add("key " + path);
            }

            @Override
            public void set(String path, String name, RegistryValue value) {
                seen.add(path + " " + name + " = " + value);
            }
        });
    }
}
