package ntbed.tool.regedt32;

import java.util.List;
import java.util.Optional;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.registry.RegistryKey;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/**
 * Security, Permissions: "Registry Key Permissions" of the selected key.
 *
 * <p>What is added, removed or changed is pending until OK; with the box ticked OK asks first, in the words of Q317039,
 * and No goes back to the dialog. A key whose list may not be read opens nothing but a message; one whose list may be
 * read only shows it with its buttons grey. The words of both messages are [M].
 */
final class PermissionsDialog {
    static final String TITLE = "Registry Key Permissions";
    static final String REPLACE = "Replace Permission on Existing Subkeys";

    private static final String NAME = "Name";
    private static final String TYPE = "Type of Access";
    private static final String OK = "OK";
    private static final String ADD = "Add...";
    private static final String REMOVE = "Remove";

    /** On NT the last line of the list of types; here a button beside it. [M] */
    private static final String SPECIAL = "Special Access...";

    private static final String NO_VIEW = "You do not have permission to view the current security information on ";
    private static final String ONLY_VIEW = "You only have permission to view the current security information on ";
    private static final String NOT_SET =
            "Registry Editor could not set security in the key currently selected, or some of its subkeys.";

    private final Frame frame;
    private final Principals principals;
    private final String key;
    private final String owner;
    private boolean readOnly;
    private boolean replace;
    private AccessList pending = AccessList.NONE;

    PermissionsDialog(Frame frame, Keys keys, String key) {
        this.frame = frame;
        this.principals = new Principals(frame.win32().accounts());
        this.key = key;
        this.owner = keys.ownerName(key);
    }

    /** Opens it, or the message why it does not. */
    Desktop.Dialog open() {
        try (RegistryKey open = frame.win32().registry().openKey(key, AccessMask.READ_CONTROL)) {
            SecurityDescriptor security = open.security();
            pending = AccessList.of(security);
        } catch (Win32Exception refused) {
            return frame.messageBox(NO_VIEW + Keys.nameOf(key) + ".");
        }
        readOnly = frame.isReadOnly() || !frame.may(key, AccessMask.WRITE_DAC);
        Desktop.Dialog dialog = show(Optional.empty());
        return readOnly ? frame.messageBox(ONLY_VIEW + Keys.nameOf(key) + ".") : dialog;
    }

    private Desktop.Dialog show(Optional<Sid> selected) {
        return frame.desktop().show(window(selected), new Desktop.Behind() {
            @Override
            public void answered(Desktop.Answer answer, Window last) {
                PermissionsDialog.this.answered(answer.button(), last);
            }

            @Override
            public Window changed(Window now, String control) {
                return PermissionsDialog.this.changed(now, control);
            }
        });
    }

    private Window window(Optional<Sid> selected) {
        String line = selected.map(this::line).orElse("");
        String type = selected.map(sid -> typeOf(sid).label()).orElse("");
        Window window = Window.of(
                TITLE,
                "Registry Key: " + Keys.nameOf(key) + "\nOwner: " + owner,
                List.of(
                        new Control.CheckBox(REPLACE, replace),
                        new Control.ListBox(NAME, pending.lines(principals), line),
                        new Control.Choice(TYPE, TypeOfAccess.labels(), type)),
                OK,
                "Cancel",
                ADD,
                REMOVE,
                SPECIAL);
        return readOnly
                ? window.withGreyed(OK).withGreyed(ADD).withGreyed(REMOVE).withGreyed(SPECIAL)
                : window;
    }

    private Window changed(Window now, String control) {
        Optional<Sid> selected = selected(now);
        if (control.equals(REPLACE)) {
            replace = now.value(REPLACE).equals(Control.CheckBox.YES);
        }
        if (control.equals(TYPE)) {
            Sid sid = selected.orElseThrow(() -> new IllegalArgumentException("no name is selected"));
            pending = pending.with(sid, TypeOfAccess.labelled(now.value(TYPE)).mask());
        }
        return window(selected);
    }

    private void answered(String button, Window last) {
        switch (button) {
            case OK -> confirmEmpty();
            case ADD -> new AddEntryDialog(frame, principals, this::add, () -> show(selected(last))).open();
            case REMOVE -> {
                selected(last).ifPresent(sid -> pending = pending.without(sid));
                show(Optional.empty());
            }
            case SPECIAL -> special(selected(last));
            default -> pending = AccessList.NONE;
        }
    }

    private void add(List<Sid> accounts, TypeOfAccess type) {
        for (Sid account : accounts) {
            pending = pending.with(account, type.mask());
        }
        show(Optional.empty());
    }

    /** With no name selected there is nothing to change. */
    private void special(Optional<Sid> selected) {
        if (selected.isEmpty()) {
            show(selected);
            return;
        }
        Sid sid = selected.get();
        new SpecialAccessDialog(
                        frame,
                        mask -> {
                            pending = pending.with(sid, mask);
                            show(selected);
                        },
                        () -> show(selected))
                .open(principals.name(sid), pending.mask(sid));
    }

    /** Nobody is left: NT asks before it writes such a list. */
    private void confirmEmpty() {
        if (pending.isEmpty()) {
            ask(
                    "You have denied everyone access to " + Keys.nameOf(key) + ". Nobody will be able to access "
                            + Keys.nameOf(key) + " and only the owner will be able to change the permissions.\n"
                            + "Do you wish to continue?",
                    this::confirmReplacing);
        } else {
            confirmReplacing();
        }
    }

    private void confirmReplacing() {
        if (replace) {
            ask(
                    "Do you want to replace the permission on all existing subkeys within " + Keys.nameOf(key) + "?",
                    this::write);
        } else {
            write();
        }
    }

    private void ask(String question, Runnable onYes) {
        frame.desktop().show(Window.message(Frame.TITLE, question, "Yes", "No"), (answer, last) -> {
            if (answer.button().equals("Yes")) {
                onYes.run();
            } else {
                show(Optional.empty());
            }
        });
    }

    private void write() {
        frame.changing(NOT_SET, () -> new PermissionWalk(frame.win32(), pending.entries()).write(key, replace));
    }

    private Optional<Sid> selected(Window window) {
        return pending.account(principals, window.value(NAME));
    }

    private String line(Sid sid) {
        return pending.line(principals, sid);
    }

    private TypeOfAccess typeOf(Sid sid) {
        return pending.types().getOrDefault(sid, TypeOfAccess.SPECIAL);
    }
}
