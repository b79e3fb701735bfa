package ntbed.tool.regedt32;

import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;

/**
 * What Save Subtree As writes: a key and all below it as text for people, which nothing reads back. The layout is known
 * from printed examples; the time of a key's last change is left out [M].
 */
final class SubtreeText {
    private static final String END = "\r\n";

    private final Win32 win32;
    private final StringBuilder out = new StringBuilder();

    private SubtreeText(Win32 win32) {
        this.win32 = win32;
    }

    /** The text of a branch; subkeys that the user may not read are left out. */
    static String of(Win32 win32, String path) {
        SubtreeText text = new SubtreeText(win32);
        text.key(path);
        return text.out.toString();
    }

    private void key(String path) {
        Optional<KeyTree> key = win32.registry().tree(path);
        if (key.isEmpty()) {
            return;
        }
        line("Key Name:", path.substring(path.indexOf('\\') + 1));
        line(
                "Class Name:",
                key.get().className().isEmpty() ? "<NO CLASS>" : key.get().className());
        int number = 0;
        for (NamedValue value : key.get().values()) {
            out.append("Value ").append(number++).append(END);
            line("  Name:", value.name().isEmpty() ? "<NO NAME>" : value.name());
            line("  Type:", value.value().type().toString());
            line("  Data:", ValueLine.data(value.value()));
            out.append(END);
        }
        out.append(END);
        key.get().subkeys().forEach(subkey -> key(path + "\\" + subkey.name()));
    }

    private void line(String label, String text) {
        out.append(label)
                .append(" ".repeat(Math.max(1, 19 - label.length())))
                .append(text)
                .append(END);
    }
}
