package ntbed.tool.eventviewer;

import java.util.ArrayList;
import java.util.List;
import ntbed.eventlog.EventRecord;

/** The Event Detail window in a fixed-width font, fields where NT 4.0 has them. */
final class DetailText {
    private static final int SECOND_COLUMN = 34;
    private static final int BYTES_A_LINE = 8;

    private DetailText() {}

    static List<String> lines(
            EventRecord entry, String date, String time, String user, String category, String description) {
        List<String> lines = new ArrayList<>();
        lines.add("Event Detail");
        lines.add("");
        lines.add(pair("Date:      " + date, "Event ID:  " + entry.eventId()));
        lines.add(pair("Time:      " + time, "Source:    " + entry.source()));
        lines.add(pair("User:      " + user, "Type:      " + entry.type().label()));
        lines.add(pair("Computer:  " + entry.computer(), "Category:  " + category));
        lines.add("");
        lines.add("Description:");
        int from = 0;
        for (int end = description.indexOf('\n'); end >= 0; end = description.indexOf('\n', from)) {
            lines.add(description.substring(from, end));
            from = end + 1;
        }
        lines.add(description.substring(from));
        addData(lines, entry.data());
        return lines;
    }

    private static String pair(String left, String right) {
        return left + " ".repeat(Math.max(2, SECOND_COLUMN - left.length())) + right;
    }

    /** As with the button Bytes: offset, eight bytes in hexadecimal. */
    private static void addData(List<String> lines, List<Byte> data) {
        if (data.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Data:");
        for (int from = 0; from < data.size(); from += BYTES_A_LINE) {
            StringBuilder line =
                    new StringBuilder(hex(from >> 8)).append(hex(from)).append(":");
            for (int i = from; i < Math.min(from + BYTES_A_LINE, data.size()); i++) {
                line.append(' ').append(hex(data.get(i)));
            }
            lines.add(line.toString());
        }
    }

    private static String hex(int value) {
        return "" + Character.forDigit((value >> 4) & 15, 16) + Character.forDigit(value & 15, 16);
    }
}
