package ntbed.replay;

import java.util.List;
import ntbed.boot.BootOutcome;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.tool.eventviewer.EventViewer;
import ntbed.tool.services.ServicesApplet;

/** A boot as a person watches it: the screen, then, logged on, the services and the System log. */
public final class BootText {
    private BootText() {}

    /** Boots the machine, logs the Administrator on and looks around. */
    public static String of(Machine machine, Paint paint) {
        Sheet sheet = new Sheet();
        BootOutcome outcome = machine.boot();
        lines(sheet, paint, "Screen", machine.screen().lines());
        if (!outcome.isStarted()) {
            return sheet.line(paint.bad("the machine did not start: " + outcome))
                    .toString();
        }
        Win32 user = machine.logOn("Administrator", "");
        machine.runForMillis(60_000);
        services(sheet, paint, user);
        for (Desktop.Dialog dialog : machine.desktop().shown()) {
            sheet.blank().line(paint.bad(dialog.title() + ": " + dialog.text()));
        }
        lines(sheet, paint, "Event Viewer", EventViewer.open(user).list(Log.SYSTEM));
        return sheet.toString();
    }

    private static void lines(Sheet sheet, Paint paint, String heading, List<String> lines) {
        sheet.line(paint.strong("== " + heading));
        lines.forEach(sheet::line);
        sheet.blank();
    }

    private static void services(Sheet sheet, Paint paint, Win32 user) {
        sheet.line(paint.strong("== Services"));
        try (ServicesApplet applet = ServicesApplet.open(user)) {
            for (ServicesApplet.Row row : applet.rows()) {
                sheet.line(column(row.service(), 44) + column(row.status(), 10) + row.startup());
            }
        }
        sheet.blank();
    }

    private static String column(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
