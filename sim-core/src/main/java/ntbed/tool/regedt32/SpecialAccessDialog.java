package ntbed.tool.regedt32;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import ntbed.process.Control;
import ntbed.process.Window;
import ntbed.security.GenericMapping;
import ntbed.win32.AccessMask;

/** "Special Access": the ten rights of a key, one box each. The window's title and order of rights are inferred. [I] */
final class SpecialAccessDialog {
    static final String TITLE = "Special Access";

    private static final Map<String, Integer> RIGHTS = rights();

    private final Frame frame;
    private final IntConsumer onOk;
    private final Runnable onCancel;

    /**
     * Prepares the dialog.
     *
     * @param onOk gets the rights that are ticked
     * @param onCancel runs where it was left otherwise
     */
    SpecialAccessDialog(Frame frame, IntConsumer onOk, Runnable onCancel) {
        this.frame = frame;
        this.onOk = onOk;
        this.onCancel = onCancel;
    }

    private static Map<String, Integer> rights() {
        Map<String, Integer> rights = new LinkedHashMap<>();
        rights.put("Query Value", AccessMask.KEY_QUERY_VALUE);
        rights.put("Set Value", AccessMask.KEY_SET_VALUE);
        rights.put("Create Subkey", AccessMask.KEY_CREATE_SUB_KEY);
        rights.put("Enumerate Subkeys", AccessMask.KEY_ENUMERATE_SUB_KEYS);
        rights.put("Notify", AccessMask.KEY_NOTIFY);
        rights.put("Create Link", AccessMask.KEY_CREATE_LINK);
        rights.put("Delete", AccessMask.DELETE);
        rights.put("Write DAC", AccessMask.WRITE_DAC);
        rights.put("Write Owner", AccessMask.WRITE_OWNER);
        rights.put("Read Control", AccessMask.READ_CONTROL);
        return rights;
    }

    void open(String account, int mask) {
        int now = GenericMapping.KEY.map(mask);
        List<Control> boxes = new ArrayList<>();
        RIGHTS.forEach((name, right) -> boxes.add(new Control.CheckBox(name, (now & right) != 0)));
        Window window = Window.of(TITLE, "Name: " + account, boxes, "OK", "Cancel");
        var unused = frame.desktop().show(window, (answer, last) -> {
            if (answer.button().equals("OK")) {
                onOk.accept(ticked(last));
            } else {
                onCancel.run();
            }
        });
    }

    private static int ticked(Window window) {
        int mask = 0;
        for (Map.Entry<String, Integer> right : RIGHTS.entrySet()) {
            mask |= window.value(right.getKey()).equals(Control.CheckBox.YES) ? right.getValue() : 0;
        }
        return mask;
    }
}
