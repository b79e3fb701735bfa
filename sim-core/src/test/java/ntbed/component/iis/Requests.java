package ntbed.component.iis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.machine.Win32;

/** Calls of the metabase object. */
final class Requests {
    private Requests() {}

    /** Sends the lines and answers the lines that come back. */
    static List<String> call(Win32 caller, String... lines) {
        byte[] answer = caller.call(Layout.CLSID, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        String text = new String(answer, StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
