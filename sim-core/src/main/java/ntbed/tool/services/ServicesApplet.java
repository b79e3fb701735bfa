package ntbed.tool.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ntbed.filesystem.NtPath;
import ntbed.machine.NetService;
import ntbed.machine.NetService.Outcome;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.ServiceStatus;
import ntbed.process.Window;
import ntbed.scm.ServiceConfig;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/**
 * Control Panel, Services as a person has it: the list with status and startup type, the buttons beside it (rules C1 to
 * C5).
 *
 * <p>What goes wrong shows a message box titled {@value #TITLE}; the method then says false.
 */
public final class ServicesApplet implements AutoCloseable {
    /** The title of the window and of its message boxes. */
    public static final String TITLE = "Services";

    private static final String TOOL = "services";
    private static final int WIN32_SERVICES = 0x30;
    private static final int ALL = 3;

    private final Win32 win32;
    private final NetService netService;

    private ServicesApplet(Win32 win32) {
        this.win32 = win32;
        this.netService = new NetService(win32, () -> {});
    }

    /**
     * A line of the list.
     *
     * @param service the display name
     * @param status {@code Started}, {@code Paused}, {@code Starting}, {@code Stopping}, or empty
     * @param startup {@code Automatic}, {@code Manual}, {@code Disabled}
     */
    public record Row(String service, String status, String startup) {}

    /**
     * Opens the applet.
     *
     * @throws ntbed.win32.Win32Exception 2 where its file is not on the disk, 5 the user may not open the service
     *     control manager
     */
    public static ServicesApplet open(Win32 win32) {
        String image = win32.environment().expand("%SystemRoot%\\System32\\srvmgr.cpl");
        if (!win32.files().exists(NtPath.of(image))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(image);
        }
        win32.traceToolUse(TOOL, "open");
        return new ServicesApplet(win32);
    }

    /** The list, by display name without regard to case; drivers are in the Devices applet. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try (ScManagerHandle manager = manager()) {
            for (EnumeratedService service : manager.enumServicesStatus(WIN32_SERVICES, ALL, Integer.MAX_VALUE)) {
                rows.add(row(manager, service));
            }
        }
        rows.sort(Comparator.comparing(row -> NtPath.fold(row.service())));
        return rows;
    }

    /** The line of one service, by display name without regard to case. */
    public Optional<Row> row(String displayName) {
        return rows().stream()
                .filter(row -> NtPath.fold(row.service()).equals(NtPath.fold(displayName)))
                .findFirst();
    }

    /** Selects a service and clicks Start; waits until it runs or has failed. */
    public boolean start(String displayName) {
        win32.traceToolUse(TOOL, "Start: " + displayName);
        String keyName = netService.keyName(displayName);
        Outcome outcome = netService.start(keyName);
        return report("start", displayName, outcome, ServiceStatus.RUNNING);
    }

    /**
     * Selects a service and clicks Stop. With dependents that run, a window asks first and the stopping happens when it
     * is answered with OK; otherwise at once.
     *
     * @return the window that asks, if there is one
     */
    public Optional<Desktop.Dialog> stop(String displayName) {
        win32.traceToolUse(TOOL, "Stop: " + displayName);
        String keyName = netService.keyName(displayName);
        List<EnumeratedService> dependents = netService.dependents(keyName);
        if (dependents.isEmpty()) {
            stopOne(keyName, displayName);
            return Optional.empty();
        }
        List<String> names =
                dependents.stream().map(EnumeratedService::displayName).toList();
        String text = "When " + displayName + " is stopped, these services will also be stopped:\n"
                + String.join("\n", names);
        return Optional.of(win32.desktop().show("Stopping", text, List.of(), List.of("OK", "Cancel"), answer -> {
            if (answer.button().equals("OK")
                    && dependents.stream().allMatch(one -> stopOne(one.serviceName(), one.displayName()))) {
                stopOne(keyName, displayName);
            }
        }));
    }

    /** Selects a service and clicks Pause. */
    public boolean pause(String displayName) {
        win32.traceToolUse(TOOL, "Pause: " + displayName);
        return report(
                "pause", displayName, netService.control(netService.keyName(displayName), 2), ServiceStatus.PAUSED);
    }

    /** Selects a service and clicks Continue. */
    public boolean resume(String displayName) {
        win32.traceToolUse(TOOL, "Continue: " + displayName);
        return report(
                "continue", displayName, netService.control(netService.keyName(displayName), 3), ServiceStatus.RUNNING);
    }

    /** Selects a service and clicks Startup...: opens the dialog with startup type and account. */
    public StartupDialog startup(String displayName) {
        win32.traceToolUse(TOOL, "Startup...: " + displayName);
        String keyName = netService.keyName(displayName);
        try (ScManagerHandle manager = manager();
                ServiceHandle service = manager.openService(keyName, AccessMask.SERVICE_QUERY_CONFIG)) {
            return new StartupDialog(win32, keyName, displayName, service.queryServiceConfig());
        }
    }

    /** Clicks Close. */
    @Override
    public void close() {
        win32.traceToolUse(TOOL, "close");
    }

    private boolean stopOne(String keyName, String displayName) {
        return report("stop", displayName, netService.control(keyName, 1), ServiceStatus.STOPPED);
    }

    private boolean report(String verb, String displayName, Outcome outcome, int wanted) {
        if (outcome.reached(wanted)) {
            return true;
        }
        boolean isSpecific = outcome.requested() && outcome.code() == Win32Error.ERROR_SERVICE_SPECIFIC_ERROR.code();
        String text = isSpecific
                ? AppletText.specific(verb, displayName, win32.computerName(), outcome.specificCode())
                : AppletText.couldNot(verb, displayName, win32.computerName(), outcome.code());
        win32.desktop().show(Window.message(TITLE, text, "OK"), (answer, last) -> {});
        return false;
    }

    private ScManagerHandle manager() {
        int access = AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_ENUMERATE_SERVICE;
        return win32.services().openSCManager(null, null, access);
    }

    private static Row row(ScManagerHandle manager, EnumeratedService service) {
        try (ServiceHandle open = manager.openService(service.serviceName(), AccessMask.SERVICE_QUERY_CONFIG)) {
            return new Row(
                    service.displayName(),
                    status(service.status().currentState()),
                    StartupType.of(open.queryServiceConfig().startType()).label());
        }
    }

    private static String status(int state) {
        return switch (state) {
            case ServiceStatus.RUNNING, ServiceStatus.PAUSE_PENDING, ServiceStatus.CONTINUE_PENDING -> "Started";
            case ServiceStatus.PAUSED -> "Paused";
            case ServiceStatus.START_PENDING -> "Starting";
            case ServiceStatus.STOP_PENDING -> "Stopping";
            default -> "";
        };
    }

    /** The three startup types a person can choose. */
    public enum StartupType {
        AUTOMATIC("Automatic", ServiceConfig.AUTO_START),
        MANUAL("Manual", ServiceConfig.DEMAND_START),
        DISABLED("Disabled", ServiceConfig.DISABLED);

        private final String label;
        private final int startValue;

        StartupType(String label, int startValue) {
            this.label = label;
            this.startValue = startValue;
        }

        /** The word in the list and beside the button. */
        public String label() {
            return label;
        }

        /** The Start value of the registry. */
        int startValue() {
            return startValue;
        }

        /** The labels of all. */
        static List<String> labels() {
            return Stream.of(values()).map(StartupType::label).toList();
        }

        static StartupType of(int startValue) {
            for (StartupType type : values()) {
                if (type.startValue == startValue) {
                    return type;
                }
            }
            throw new AssertionError("a Win32 service has no Start " + startValue);
        }

        static StartupType labelled(String label) {
            for (StartupType type : values()) {
                if (type.label.equals(label)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no startup type " + label);
        }
    }
}
