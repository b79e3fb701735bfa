package ntbed.tool.eventviewer;

import java.util.ArrayList;
import java.util.List;

/**
 * The list window in a fixed-width font. The icon of a line is a sign: {@code x}, {@code !}, {@code i}, {@code +},
 * {@code -}.
 */
final class ListText {
    private static final List<String> HEADINGS =
            List.of("", "Date", "Time", "Source", "Category", "Event", "User", "Computer");

    private ListText() {}

    static List<String> lines(String title, List<EventViewer.Row> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(HEADINGS);
        rows.forEach(row -> table.add(cells(row)));
        int[] widths = new int[HEADINGS.size()];
        for (List<String> cells : table) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add("");
        table.forEach(cells -> lines.add(line(cells, widths)));
        return lines;
    }

    private static List<String> cells(EventViewer.Row row) {
        return List.of(
                icon(row.type()),
                row.date(),
                row.time(),
                row.source(),
                row.category(),
                Integer.toString(row.event()),
                row.user(),
                row.computer());
    }

    private static String icon(String type) {
        return switch (type) {
            case "Error" -> "x";
            case "Warning" -> "!";
            case "Information" -> "i";
            case "Success Audit" -> "+";
            default -> "-";
        };
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
