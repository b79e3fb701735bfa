package ntbed.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.Test;

class TraceTextTest {
    private final EventQueue queue = new EventQueue(FileTime.ofUnixSeconds(0));
    private final Trace trace = new Trace(queue);

    @Test
    void everyKindLooksAsInTheGoldenFile() throws IOException {
        emitMachineEvents();
        emitPeopleEvents();

        assertThat(TraceText.of(trace.events())).isEqualTo(golden());
    }

    private void emitMachineEvents() {
        trace.emit("power", stamp -> new TraceEvent.Power(stamp, "on"));
        trace.emit("loader", stamp -> new TraceEvent.ScreenText(stamp, "OS Loader V4.00"));
        queue.runUntilMillis(1_250);
        trace.emit("kernel", stamp -> new TraceEvent.Stage(stamp, "boot drivers", ""));
        trace.emit("kernel", stamp -> new TraceEvent.Stage(stamp, "control set", "ControlSet001"));
        trace.emit(
                "kernel", stamp -> new TraceEvent.DriverInitialised(stamp, "Atdisk", Win32Error.ERROR_FILE_NOT_FOUND));
        trace.emit("kernel", stamp -> new TraceEvent.DriverInitialised(stamp, "Beep", Win32Error.ERROR_SUCCESS));
        trace.emit("scm", stamp -> registry(stamp, "create key", "", ""));
        trace.emit("scm", stamp -> registry(stamp, "set value", "Start", "REG_DWORD: 0x4"));
        trace.emit("scm", stamp -> registry(stamp, "delete value", "", ""));
        trace.emit("registry", stamp -> new TraceEvent.HiveFlushed(stamp, "SYSTEM"));
        trace.emit("scm", stamp -> new TraceEvent.FileChanged(stamp, "rename", "C:\\a", "C:\\b"));
        queue.runUntilMillis(12_340);
        int failed = trace.emit(
                "scm",
                stamp -> new TraceEvent.Refused(
                        stamp, "open", "C:\\WINNT\\System32\\missing.exe", Win32Error.ERROR_FILE_NOT_FOUND));
        trace.under(failed, () -> {
            trace.emit("scm", stamp -> new TraceEvent.ServiceChanged(stamp, "X", "START_PENDING", "STOPPED", "2"));
            trace.emit(
                    "scm",
                    stamp -> new TraceEvent.EventLogged(
                            stamp, "System", 3, "Service Control Manager", 7000, "The X service failed.\r\nTwo"));
        });
        trace.emit("scm", stamp -> new TraceEvent.ProcessStarted(stamp, 42, "spoolss.exe", "NT AUTHORITY\\SYSTEM"));
        trace.emit("scm", stamp -> new TraceEvent.ProcessEnded(stamp, 42, "spoolss.exe", -1));
    }

    private static TraceEvent registry(Stamp stamp, String operation, String value, String data) {
        return new TraceEvent.RegistryChanged(
                stamp, operation, "HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\X", value, data);
    }

    private void emitPeopleEvents() {
        queue.runUntilMillis(10_000_001);
        trace.emit("winlogon", stamp -> new TraceEvent.SessionChanged(stamp, "NT40\\Administrator", "logged on"));
        int shown =
                trace.emit("csrss", stamp -> new TraceEvent.DialogShown(stamp, "Service Control Manager", "At\tleast"));
        trace.under(
                shown,
                () -> trace.emit(
                        "person", stamp -> new TraceEvent.DialogAnswered(stamp, "Service Control Manager", "OK")));
        trace.emit("person", stamp -> new TraceEvent.ToolUsed(stamp, "regedt32", "double-click Start"));
        trace.emit("person", stamp -> new TraceEvent.CommandTyped(stamp, "net start x"));
        trace.emit("a world with a long name", stamp -> new TraceEvent.Intervention(stamp, "disk copied"));
    }

    @Test
    void controlCharactersNeverBreakALine() {
        trace.emit("x\n", stamp -> new TraceEvent.Intervention(stamp, "a\u0000b\u001bc\u0085d\u00e4"));

        assertThat(TraceText.line(trace.events().get(0)))
                .isEqualTo("    1 +0000.000 x\\n              intervention a\\x00b\\x1bc\\x85d\u00e4");
    }

    private static String golden() throws IOException {
        try (InputStream stream = TraceTextTest.class.getResourceAsStream("every-kind.trace")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theGoldenFileHasEveryKind() {
        emitMachineEvents();
        emitPeopleEvents();

        List<Class<?>> seen = List.copyOf(trace.events().stream()
                .<Class<?>>map(Object::getClass)
                .distinct()
                .toList());
        assertThat(seen).containsAll(Arrays.asList(TraceEvent.class.getPermittedSubclasses()));
    }
}
