package ntbed.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void keysStandInTheOrderTheyWereGiven() {
        String json = JsonWriter.object(out -> out.member("z", "last letter")
                .member("a", 1)
                .member("good", true)
                .object("nested", inner -> inner.member("b", Long.MIN_VALUE))
                .texts("texts", List.of("x", "y"))
                .objects("objects", List.of(1, 2), (each, number) -> each.member("n", number)));

        assertThat(json).isEqualTo("""
                        {
                          "z": "last letter",
                          "a": 1,
                          "good": true,
                          "nested": {
                            "b": -9223372036854775808
                          },
                          "texts": [
                            "x",
                            "y"
                          ],
                          "objects": [
                            {
                              "n": 1
                            },
                            {
                              "n": 2
                            }
                          ]
                        }
                        """);
    }

    @Test
    void whatIsEmptyStaysOnItsLine() {
        String json = JsonWriter.object(
                out -> out.texts("t", List.of()).object("o", inner -> {}).member("s", ""));

        assertThat(json).isEqualTo("{\n  \"t\": [],\n  \"o\": {},\n  \"s\": \"\"\n}\n");
    }

    @Test
    void noCharacterCanEndATextOrAScript() {
        String json =
                JsonWriter.object(out -> out.member("\"", "a\\b\"c\n\r\t\u0000\u001f</script>\u2028\ud800\u00fc"));

        assertThat(json)
                .isEqualTo("{\n  \"\\\"\": \"a\\\\b\\\"c"
                        + "\\n\\r\\t\\u0000\\u001f\\u003c/script>\\u2028\\ud800\u00fc\"\n}\n");
    }
}
