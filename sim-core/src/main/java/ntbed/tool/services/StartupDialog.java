package ntbed.tool.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.NetService;
import ntbed.machine.Win32;
import ntbed.process.Control;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.scm.ServiceConfig;
import ntbed.scm.ServiceConfigChange;
import ntbed.scm.ServiceControlApi.DatabaseLock;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.tool.services.ServicesApplet.StartupType;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The dialog behind the Startup... button: startup type, and the account the service logs on as.
 *
 * <p>Rule C5: an account gets the right to log on as a service by this dialog, which says so (Q101602); the password is
 * only compared with its confirmation (Q120582); without one the account is refused with 1057 (Q159925). The database
 * is locked while the change is made (A9).
 */
public final class StartupDialog {
    /** The entry of "Log On As" that means LocalSystem. */
    public static final String SYSTEM_ACCOUNT = "System Account";

    private static final String TYPE = "Startup Type";
    private static final String LOG_ON_AS = "Log On As";
    private static final String PASSWORD = "Password";
    private static final String CONFIRM = "Confirm Password";

    private final Win32 win32;
    private final String keyName;
    private final String displayName;
    private final ServiceConfig before;
    private final Desktop.Dialog dialog;

    StartupDialog(Win32 win32, String keyName, String displayName, ServiceConfig before) {
        this.win32 = win32;
        this.keyName = keyName;
        this.displayName = displayName;
        this.before = before;
        Window window = Window.of(
                "Service",
                "Service: " + displayName,
                List.of(
                        new Control.Choice(
                                TYPE,
                                StartupType.labels(),
                                StartupType.of(before.startType()).label()),
                        Control.Field.of(LOG_ON_AS, account(before.serviceStartName())),
                        Control.Field.of(PASSWORD, ""),
                        Control.Field.of(CONFIRM, "")),
                "OK",
                "Cancel");
        this.dialog = win32.desktop().show(window, (answer, last) -> {
            if (answer.button().equals("OK")) {
                apply(answer.fields());
            }
        });
    }

    /** The window on the desktop; its fields may be answered there as well. */
    public Desktop.Dialog dialog() {
        return dialog;
    }

    /** Chooses a startup type and clicks OK. */
    public void choose(StartupType type) {
        win32.desktop().answer(dialog, new Desktop.Answer("OK", Map.of(TYPE, type.label())));
    }

    /** Types an account with its password twice and clicks OK. */
    public void logOnAs(String account, String password, String confirmation) {
        win32.desktop()
                .answer(
                        dialog,
                        new Desktop.Answer(
                                "OK", Map.of(LOG_ON_AS, account, PASSWORD, password, CONFIRM, confirmation)));
    }

    /** Clicks Cancel. */
    public void cancel() {
        win32.desktop().answer(dialog, new Desktop.Answer("Cancel", Map.of()));
    }

    private void apply(Map<String, String> fields) {
        String password = fields.getOrDefault(PASSWORD, "");
        if (!password.equals(fields.getOrDefault(CONFIRM, ""))) {
            messageBox("The password you typed does not match the confirmation.");
            return;
        }
        Optional<Integer> startType = Optional.ofNullable(fields.get(TYPE))
                .map(label -> StartupType.labelled(label).startValue());
        Optional<String> account = Optional.ofNullable(fields.get(LOG_ON_AS)).map(StartupDialog::startName);
        try {
            boolean ordinary = account.isPresent() && !account.get().equals("LocalSystem");
            boolean granted = ordinary && grantServiceLogon(account.get(), password);
            change(startType, account, ordinary ? Optional.of(password) : Optional.empty());
            if (granted) {
                messageBox("The account " + account.get() + " has been granted the Log On As A Service right.");
            }
        } catch (Win32Exception refused) {
            int code = NetService.remap(refused.code());
            messageBox(AppletText.couldNot("configure", displayName, win32.computerName(), code));
        }
    }

    /** Gives the account the right if it lacks it; true if it did. */
    private boolean grantServiceLogon(String account, String password) {
        String bare = account.startsWith(".\\") ? account.substring(2) : account;
        Sid sid = win32.accounts()
                .lookupName(bare)
                .orElseThrow(() -> Win32Error.ERROR_INVALID_SERVICE_ACCOUNT.raise(account));
        if (password.isEmpty()) {
            throw Win32Error.ERROR_INVALID_SERVICE_ACCOUNT.raise(account);
        }
        if (win32.accounts().rightsOf(sid).contains(Privilege.SE_SERVICE_LOGON)) {
            return false;
        }
        win32.accounts().grant(sid, Privilege.SE_SERVICE_LOGON);
        return true;
    }

    private void change(Optional<Integer> startType, Optional<String> account, Optional<String> password) {
        ServiceConfigChange change = new ServiceConfigChange(
                Optional.empty(),
                startType.filter(type -> type != before.startType()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                account,
                password,
                Optional.empty());
        int access = AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_LOCK;
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, access);
                ServiceHandle service = manager.openService(keyName, AccessMask.SERVICE_CHANGE_CONFIG)) {
            DatabaseLock lock = manager.lockServiceDatabase();
            try {
                service.changeServiceConfig(change);
            } finally {
                lock.unlock();
            }
        }
    }

    private void messageBox(String text) {
        win32.desktop().show(ServicesApplet.TITLE, text, List.of(), List.of("OK"), answer -> {});
    }

    private static String account(String startName) {
        return NtPath.fold(startName).equals("LOCALSYSTEM") ? SYSTEM_ACCOUNT : startName;
    }

    private static String startName(String account) {
        if (account.equals(SYSTEM_ACCOUNT)) {
            return "LocalSystem";
        }
        return account.indexOf('\\') < 0 ? ".\\" + account : account;
    }
}
