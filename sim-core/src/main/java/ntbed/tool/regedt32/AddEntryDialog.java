package ntbed.tool.regedt32;

import java.util.List;
import java.util.function.BiConsumer;
import ntbed.process.Control;
import ntbed.process.Window;
import ntbed.security.Sid;

/** "Add Users and Groups": names are picked from a list, or typed, and get one type of access together. */
final class AddEntryDialog {
    static final String TITLE = "Add Users and Groups";

    private static final String FROM = "List Names From";
    private static final String NAMES = "Names";
    private static final String ADD_NAMES = "Add Names";
    private static final String TYPE = "Type of Access";

    private final Frame frame;
    private final Principals principals;
    private final BiConsumer<List<Sid>, TypeOfAccess> onOk;
    private final Runnable onCancel;
    private boolean withUsers;

    /**
     * Prepares the dialog.
     *
     * @param onOk gets what was added
     * @param onCancel runs where it was left without adding
     */
    AddEntryDialog(Frame frame, Principals principals, BiConsumer<List<Sid>, TypeOfAccess> onOk, Runnable onCancel) {
        this.frame = frame;
        this.principals = principals;
        this.onOk = onOk;
        this.onCancel = onCancel;
    }

    void open() {
        show("", TypeOfAccess.READ);
    }

    private void show(String names, TypeOfAccess type) {
        String computer = "\\\\" + frame.win32().computerName() + "*";
        Window window = Window.of(
                TITLE,
                "",
                List.of(
                        new Control.Choice(FROM, List.of(computer), computer),
                        principals.list(NAMES, withUsers, ""),
                        Control.Field.of(ADD_NAMES, names),
                        new Control.Choice(TYPE, TypeOfAccess.labels(), type.label())),
                "OK",
                "Cancel",
                "Add",
                "Show Users");
        frame.desktop().show(window, (answer, last) -> answered(answer.button(), last));
    }

    private void answered(String button, Window window) {
        String names = window.value(ADD_NAMES);
        TypeOfAccess type = TypeOfAccess.labelled(window.value(TYPE));
        switch (button) {
            case "OK" -> take(names, type);
            case "Add" -> show(joined(names, window.value(NAMES)), type);
            case "Show Users" -> {
                withUsers = true;
                show(names, type);
            }
            default -> onCancel.run();
        }
    }

    private void take(String names, TypeOfAccess type) {
        List<String> typed = List.of(names.split(";")).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : typed) {
            if (principals.sid(name).isEmpty()) {
                frame.messageBox("The user or group name " + name + " could not be found.");
                show(names, type);
                return;
            }
        }
        onOk.accept(
                typed.stream().map(name -> principals.sid(name).orElseThrow()).toList(), type);
    }

    private static String joined(String names, String more) {
        return names.isEmpty() || more.isEmpty() ? names + more : names + "; " + more;
    }
}
