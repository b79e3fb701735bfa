package ntbed.tool.regedt32;

import java.util.List;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.registry.RegistryKey;
import ntbed.security.Privilege;
import ntbed.win32.AccessMask;

/**
 * Security, Owner: who owns the selected key, and the button that makes the user's own side the owner.
 *
 * <p>The button needs WRITE_OWNER, which SeTakeOwnershipPrivilege gives whatever the list says; without both it is
 * grey. The new owner is Administrators for a member of it, else the user. Only the selected key changes. An owner
 * that the user may neither read nor take over is not shown. [M]
 */
final class OwnerDialog {
    static final String TAKE = "Take Ownership";

    private static final String HIDDEN = "(cannot be displayed)";

    private final Frame frame;
    private final Keys keys;
    private final String key;

    OwnerDialog(Frame frame, Keys keys, String key) {
        this.frame = frame;
        this.keys = keys;
        this.key = key;
    }

    Desktop.Dialog open() {
        boolean mayTake = Frame.may(privileged(), key, AccessMask.WRITE_OWNER);
        boolean mayRead = mayTake || frame.may(key, AccessMask.READ_CONTROL);
        String owner = mayRead ? keys.ownerName(key) : HIDDEN;
        Window window = Window.of(
                "Owner", "Registry Key Name: " + Keys.nameOf(key) + "\nOwner: " + owner, List.of(), "Close", TAKE);
        return frame.desktop().show(mayTake ? window : window.withGreyed(TAKE), (answer, last) -> {
            if (answer.button().equals(TAKE)) {
                frame.changing(this::take);
            }
        });
    }

    private void take() {
        try (RegistryKey open = privileged().registry().openKey(key, AccessMask.WRITE_OWNER)) {
            open.setOwner(frame.win32().token().defaultOwner());
        }
    }

    private Win32 privileged() {
        return frame.win32().withPrivilege(Privilege.SE_TAKE_OWNERSHIP);
    }
}
