package ntbed.tool.regedt32;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ntbed.process.Desktop;
import ntbed.registry.RegistryValue;

/** "DWORD Editor": a number in one of three bases, first shown in hexadecimal. */
public final class DwordEditor implements ValueEditor {
    /** The title, as Q198417 prints it. */
    public static final String TITLE = "DWORD Editor";

    private final Desktop desktop;
    private final Desktop.Dialog dialog;
    private Radix radix = Radix.HEX;
    private int number;

    /**
     * Opens the dialog.
     *
     * @param onOk gets the new value when OK is clicked
     */
    DwordEditor(Desktop desktop, RegistryValue value, Consumer<RegistryValue> onOk) {
        this.desktop = desktop;
        this.number = value.dword().orElseThrow();
        String text = "Data: " + data() + "\nRadix: " + radix.label();
        this.dialog = desktop.show(TITLE, text, List.of("Data", "Radix"), List.of("OK", "Cancel"), answer -> {
            if (answer.button().equals("OK")) {
                take(answer.fields());
                onOk.accept(RegistryValue.dword(number));
            }
        });
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
        return radix.shown(number);
    }

    /** The base that is chosen. */
    public Radix radix() {
        return radix;
    }

    /** Chooses a base; the number stays, its digits change. */
    public void choose(Radix other) {
        radix = other;
    }

    @Override
    public void type(String data) {
        long typed = radix.parse(data);
        if (typed < 0) {
            throw new IllegalArgumentException("the field takes only " + radix.label() + " digits of 32 bits: " + data);
        }
        number = (int) typed;
    }

    @Override
    public void ok() {
        desktop.answer(dialog, new Desktop.Answer("OK", Map.of("Data", data(), "Radix", radix.label())));
    }

    @Override
    public void cancel() {
        desktop.answer(dialog, new Desktop.Answer("Cancel", Map.of()));
    }

    /** Fields that were not filled in stay as they are. */
    private void take(Map<String, String> fields) {
        String chosen = fields.get("Radix");
        if (chosen != null) {
            radix = Radix.labelled(chosen);
        }
        String typed = fields.get("Data");
        if (typed != null) {
            type(typed);
        }
    }
}
