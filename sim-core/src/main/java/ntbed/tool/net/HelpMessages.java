package ntbed.tool.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ntbed.win32.SystemMessages;

/**
 * {@code net helpmsg NUMBER}: the message, an explanation, what to do (N9, layout of Q186546).
 *
 * <p>Explanations and actions are ours, and only for the messages about services; others have their text alone.
 */
final class HelpMessages {
    private static final String RESOURCE = "helpmsg.tsv";

    private HelpMessages() {}

    static Net.Result explain(String number) {
        int code = number.length() <= 5 && number.chars().allMatch(c -> c >= '0' && c <= '9') && !number.isEmpty()
                ? Integer.parseInt(number)
                : -1;
        if (code < 0 || SystemMessages.text(code).isEmpty()) {
            return new Net.Result(
                    2,
                    List.of(
                            NetText.message(NetText.NO_SUCH_MESSAGE, number),
                            "",
                            NetText.moreHelp(NetText.NO_SUCH_MESSAGE)));
        }
        List<String> lines = new ArrayList<>(List.of("", NetText.message(code, "***"), ""));
        String[] help = help(number);
        if (help.length == 3) {
            lines.addAll(List.of("EXPLANATION", "", help[1], "", "ACTION", "", help[2], ""));
        }
        return new Net.Result(0, lines);
    }

    private static String[] help(String number) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HelpMessages.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(number + "\t")) {
                    return line.split("\t", -1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[0];
    }
}
