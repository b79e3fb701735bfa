package ntbed.tool.regedt32;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.win32.NotSimulatedException;

/** "String Editor", "Multi-String Editor" and "Binary Editor": the data as text in one field. */
public final class TextEditor implements ValueEditor {
    private static final String DATA = "Data";

    private final Desktop desktop;
    private final Desktop.Dialog dialog;
    private String data;

    private TextEditor(
            Desktop desktop,
            String title,
            String first,
            Function<String, RegistryValue> reader,
            Consumer<RegistryValue> onOk) {
        this.desktop = desktop;
        this.data = first;
        Window window = Window.of(title, "", List.of(Control.Field.of(DATA, first)), "OK", "Cancel");
        this.dialog = desktop.show(window, (answer, last) -> {
            if (answer.button().equals("OK")) {
                data = last.value(DATA);
                onOk.accept(reader.apply(data));
            }
        });
    }

    /** Opens the editor that fits the value's type. */
    static TextEditor open(Desktop desktop, RegistryValue value, Consumer<RegistryValue> onOk) {
        ValueType type = value.type();
        if (type.equals(ValueType.REG_SZ) || type.equals(ValueType.REG_EXPAND_SZ)) {
            boolean expand = type.equals(ValueType.REG_EXPAND_SZ);
            Function<String, RegistryValue> reader = expand ? RegistryValue::expandSz : RegistryValue::sz;
            return new TextEditor(desktop, "String Editor", value.text().orElse(""), reader, onOk);
        }
        if (type.equals(ValueType.REG_MULTI_SZ)) {
            String lines = String.join("\n", value.texts().orElse(List.of()));
            return new TextEditor(desktop, "Multi-String Editor", lines, TextEditor::lines, onOk);
        }
        if (type.equals(ValueType.REG_BINARY) || type.equals(ValueType.REG_DWORD)) {
            String hex = value.type().equals(ValueType.REG_BINARY) ? value.shown() : hex(value.data());
            Function<String, RegistryValue> reader = text -> RegistryValue.of(type, bytes(text));
            return new TextEditor(desktop, "Binary Editor", hex, reader, onOk);
        }
        throw new NotSimulatedException("regedt32: editing of " + type);
    }

    @Override
    public Desktop.Dialog dialog() {
        return dialog;
    }

    @Override
    public String title() {
        return dialog.title();
    }

    @Override
    public String data() {
        return data;
    }

    @Override
    public void type(String typed) {
        data = typed;
    }

    @Override
    public void ok() {
        desktop.answer(dialog, new Desktop.Answer("OK", Map.of(DATA, data)));
    }

    @Override
    public void cancel() {
        desktop.answer(dialog, new Desktop.Answer("Cancel", Map.of()));
    }

    private static RegistryValue lines(String text) {
        return RegistryValue.multiSz(
                text.lines().filter(line -> !line.isEmpty()).toList());
    }

    private static String hex(byte[] bytes) {
        return RegistryValue.binary(bytes).shown();
    }

    private static byte[] bytes(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.digit(c, 16) >= 0) {
                digits.append(c);
            } else if (c != ' ') {
                throw new IllegalArgumentException("the field takes only hexadecimal digits: " + text);
            }
        }
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits, 2 * i, 2 * i + 2, 16);
        }
        return bytes;
    }
}
