package ntbed.trace;

import java.util.List;
import ntbed.win32.Win32Error;

/**
 * The golden text form of a trace: one event a line, byte for byte the same for equal traces.
 *
 * <pre>
 *     7 +0012.340 scm              service Spooler STOPPED -&gt; START_PENDING  &lt;- 5
 * </pre>
 *
 * <p>Columns: number (5 wide), uptime in seconds and milliseconds (at least 4 digits and 3), actor (at least 16 wide),
 * what happened, and the number of the event that caused it, where there is one. Line ends, tabs and other control
 * characters inside texts are shown as {@code \n}, {@code \t}, {@code \xNN}, and a backslash stays itself, so a line is
 * always one event. Lines end with {@code \n} on every host.
 */
public final class TraceText implements TraceView<String> {
    private static final int NUMBER_WIDTH = 5;
    private static final int ACTOR_WIDTH = 16;
    private static final TraceText VIEW = new TraceText();

    private TraceText() {}

    /** All lines of a trace. */
    public static String of(List<TraceEvent> events) {
        StringBuilder text = new StringBuilder(events.size() * 80);
        for (TraceEvent event : events) {
            append(text, event);
            text.append('\n');
        }
        return text.toString();
    }

    /** The line of one event, without the line end. */
    public static String line(TraceEvent event) {
        StringBuilder line = new StringBuilder(80);
        append(line, event);
        return line.toString();
    }

    /** What happened, in words: the line without number, time, actor and cause. */
    public static String what(TraceEvent event) {
        return event.accept(VIEW);
    }

    private static void append(StringBuilder to, TraceEvent event) {
        Stamp stamp = event.stamp();
        padded(to, stamp.number(), NUMBER_WIDTH, ' ');
        to.append(" +");
        padded(to, stamp.uptimeMillis() / 1000, 4, '0');
        to.append('.');
        padded(to, stamp.uptimeMillis() % 1000, 3, '0');
        to.append(' ');
        int start = to.length();
        oneLine(to, stamp.actor());
        while (to.length() < start + ACTOR_WIDTH) {
            to.append(' ');
        }
        to.append(' ');
        oneLine(to, what(event));
        if (stamp.cause() != 0) {
            to.append("  <- ").append(stamp.cause());
        }
    }

    private static void padded(StringBuilder to, long number, int width, char filler) {
        String digits = Long.toString(number);
        for (int i = digits.length(); i < width; i++) {
            to.append(filler);
        }
        to.append(digits);
    }

    private static void oneLine(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                to.append("\\n");
            } else if (c == '\t') {
                to.append("\\t");
            } else if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
                to.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                to.append(c);
            }
        }
    }

    private static String detail(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static String error(Win32Error error) {
        return error + " (" + Integer.toUnsignedString(error.code()) + ")";
    }

    @Override
    public String power(TraceEvent.Power event) {
        return "power " + event.change();
    }

    @Override
    public String stage(TraceEvent.Stage event) {
        return "stage " + event.stage() + detail(event.detail());
    }

    @Override
    public String screenText(TraceEvent.ScreenText event) {
        return "screen | " + event.line();
    }

    @Override
    public String driverInitialised(TraceEvent.DriverInitialised event) {
        boolean good = event.error() == Win32Error.ERROR_SUCCESS;
        return "driver " + event.driver() + (good ? " initialised" : " failed: " + error(event.error()));
    }

    @Override
    public String registryChanged(TraceEvent.RegistryChanged event) {
        boolean aboutValue = event.operation().endsWith(" value");
        String value = aboutValue ? " [" + event.value() + "]" : "";
        String data = event.data().isEmpty() ? "" : " = " + event.data();
        return "registry " + event.operation() + " " + event.key() + value + data;
    }

    @Override
    public String hiveFlushed(TraceEvent.HiveFlushed event) {
        return "hive flushed " + event.hive();
    }

    @Override
    public String fileChanged(TraceEvent.FileChanged event) {
        return "file " + event.operation() + " " + event.path() + detail(event.detail());
    }

    @Override
    public String refused(TraceEvent.Refused event) {
        return "refused " + event.operation() + " " + event.object() + ": " + error(event.error());
    }

    @Override
    public String processStarted(TraceEvent.ProcessStarted event) {
        return "process " + event.processId() + " started " + event.image() + " as " + event.account();
    }

    @Override
    public String processEnded(TraceEvent.ProcessEnded event) {
        return "process " + event.processId() + " ended " + event.image() + " with " + event.exitCode();
    }

    @Override
    public String serviceChanged(TraceEvent.ServiceChanged event) {
        return "service " + event.service() + " " + event.from() + " -> " + event.to() + detail(event.detail());
    }

    @Override
    public String eventLogged(TraceEvent.EventLogged event) {
        return "event " + event.log() + " #" + event.recordNumber() + " " + event.source() + " " + event.eventId()
                + " | " + event.description();
    }

    @Override
    public String dialogShown(TraceEvent.DialogShown event) {
        return "dialog [" + event.title() + "] " + event.text();
    }

    @Override
    public String dialogAnswered(TraceEvent.DialogAnswered event) {
        return "answered [" + event.title() + "] " + event.button();
    }

    @Override
    public String sessionChanged(TraceEvent.SessionChanged event) {
        return "session " + event.user() + " " + event.change();
    }

    @Override
    public String toolUsed(TraceEvent.ToolUsed event) {
        return "tool " + event.tool() + ": " + event.action();
    }

    @Override
    public String commandTyped(TraceEvent.CommandTyped event) {
        return "typed " + event.commandLine();
    }

    @Override
    public String intervention(TraceEvent.Intervention event) {
        return "intervention " + event.what();
    }
}
