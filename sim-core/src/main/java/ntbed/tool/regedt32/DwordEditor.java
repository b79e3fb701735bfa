package ntbed.tool.regedt32;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.registry.RegistryValue;

/** "DWORD Editor": a number in one of three bases, first shown in hexadecimal. */
public final class DwordEditor implements ValueEditor {
    /** The title, as Q198417 prints it. */
    public static final String TITLE = "DWORD Editor";

    private static final String DATA = "Data";
    private static final String RADIX = "Radix";

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
        this.dialog = desktop.show(window(data()), new Desktop.Behind() {
            @Override
            public void answered(Desktop.Answer answer, Window last) {
                if (answer.button().equals("OK")) {
                    onOk.accept(RegistryValue.dword(number));
                }
            }

            @Override
            public Window changed(Window now, String control) {
                return DwordEditor.this.changed(now, control);
            }
        });
    }

    /** Digits that the base has not, or too many, are not taken; another base shows the same number. */
    private Window changed(Window now, String control) {
        if (control.equals(RADIX)) {
            radix = Radix.labelled(now.value(RADIX));
            return window(data());
        }
        String typed = now.value(DATA);
        long parsed = radix.parse(typed);
        if (parsed < 0) {
            throw new IllegalArgumentException(
                    "the field takes only " + radix.label() + " digits of 32 bits: " + typed);
        }
        number = (int) parsed;
        return now;
    }

    private Window window(String shown) {
        return Window.of(
                TITLE,
                "",
                List.of(Control.Field.of(DATA, shown), new Control.Choice(RADIX, Radix.labels(), radix.label())),
                "OK",
                "Cancel");
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
        desktop.change(dialog, RADIX, other.label());
    }

    @Override
    public void type(String data) {
        desktop.change(dialog, DATA, data);
    }

    @Override
    public void ok() {
        desktop.answer(dialog, new Desktop.Answer("OK", Map.of()));
    }

    @Override
    public void cancel() {
        desktop.answer(dialog, new Desktop.Answer("Cancel", Map.of()));
    }
}
