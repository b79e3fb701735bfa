package ntbed.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.process.Environment;
import ntbed.process.ProcessTable;
import ntbed.registry.NamedValue;
import ntbed.registry.Registry;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;

/**
 * What Explorer starts at log-on: the command lines under {@code RunOnce}, which go before they are run, and {@code
 * Run}; of the machine, then of the user (Q137367). A user who may not change the machine's RunOnce does not run it.
 */
final class LogonPrograms {
    private static final String CURRENT_VERSION = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";
    private static final String ACTOR = "explorer.exe";

    private final RegistryApi registry;
    private final ProcessTable processes;
    private final Token token;
    private final Environment environment;

    LogonPrograms(Registry registry, ProcessTable processes, Token token, Environment environment) {
        this.registry = registry.as(token, ACTOR);
        this.processes = processes;
        this.token = token;
        this.environment = environment;
    }

    /** Starts them all; what cannot be started is left out. */
    void start() {
        String user = "HKU\\" + token.user().text();
        List<String> commands = new ArrayList<>();
        commands.addAll(take("HKLM" + CURRENT_VERSION + "RunOnce", true));
        commands.addAll(take("HKLM" + CURRENT_VERSION + "Run", false));
        commands.addAll(take(user + CURRENT_VERSION + "Run", false));
        commands.addAll(take(user + CURRENT_VERSION + "RunOnce", true));
        commands.forEach(this::run);
    }

    private void run(String command) {
        try {
            processes.create(token, environment.expand(command), environment, Optional.empty());
        } catch (Win32Exception e) {
            // Explorer goes on with the next; nothing is logged.
            return;
        }
    }

    private List<String> take(String path, boolean once) {
        List<String> commands = new ArrayList<>();
        if (registry.tree(path).filter(key -> !key.values().isEmpty()).isEmpty()) {
            return commands;
        }
        int access = AccessMask.KEY_READ | (once ? AccessMask.KEY_SET_VALUE : 0);
        try (RegistryKey key = registry.openKey(path, access)) {
            for (NamedValue value : key.tree().values()) {
                value.value().text().filter(text -> !text.isBlank()).ifPresent(commands::add);
                if (once) {
                    key.deleteValue(value.name());
                }
            }
        } catch (Win32Exception e) {
            return List.of();
        }
        return commands;
    }
}
