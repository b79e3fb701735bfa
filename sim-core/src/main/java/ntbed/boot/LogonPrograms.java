package ntbed.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.process.CommandLine;
import ntbed.process.Desktop;
import ntbed.process.Environment;
import ntbed.process.ProcessTable;
import ntbed.registry.NamedValue;
import ntbed.registry.Registry;
import ntbed.registry.RegistryApi;
import ntbed.security.Token;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * What Explorer starts at log-on: the command lines under {@code RunOnce}, which go before they are run, and {@code
 * Run}; of the machine, then of the user (Q137367). Where the user may not change the machine's RunOnce its entries are
 * run all the same, and stay for the next log-on (Q255987). A program that is not there has Explorer's message
 * (Q227761).
 */
final class LogonPrograms {
    private static final String CURRENT_VERSION = "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";
    private static final String ACTOR = "explorer.exe";
    private static final String NOT_FOUND =
            "Cannot find the file '%s' (or one of its components). Make sure the path and"
                    + " filename are correct and that all required libraries are available.";

    private final RegistryApi registry;
    private final ProcessTable processes;
    private final Token token;
    private final Environment environment;
    private final Desktop desktop;

    LogonPrograms(Registry registry, ProcessTable processes, Desktop desktop, Token token, Environment environment) {
        this.desktop = desktop;
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
            boolean isMissing =
                    e.error() == Win32Error.ERROR_FILE_NOT_FOUND || e.error() == Win32Error.ERROR_PATH_NOT_FOUND;
            if (isMissing) {
                String file = new CommandLine(command).arguments().get(0);
                var unused = desktop.show(file, NOT_FOUND.replace("%s", file), List.of(), List.of("OK"), answer -> {});
            }
        }
    }

    private List<String> take(String path, boolean once) {
        List<String> commands = new ArrayList<>();
        if (registry.tree(path).filter(key -> !key.values().isEmpty()).isEmpty()) {
            return commands;
        }
        for (NamedValue value : registry.tree(path).orElseThrow().values()) {
            value.value().text().filter(text -> !text.isBlank()).ifPresent(commands::add);
            if (once) {
                drop(path, value.name());
            }
        }
        return commands;
    }

    private void drop(String path, String name) {
        try {
            registry.deleteValue(path, name);
        } catch (Win32Exception e) {
            // It stays for somebody who may change it; the refusal is in the trace.
            return;
        }
    }
}
