package ntbed.eventlog;

import java.util.List;
import ntbed.win32.SystemMessages;

/**
 * Puts inserts into a template, as {@code FormatMessage} and Event Viewer do: {@code %1} to {@code %99}, {@code %n} new
 * line, {@code %t} tab, {@code %b} blank, {@code %.} {@code %!} {@code %%} the sign, {@code %r} nothing, {@code %0} end
 * of the text.
 *
 * <p>In an insert, {@code %%2} stands for the system's text of code 2; a code without text gives nothing, which is why
 * 7023 can end blank (rule S8).
 */
final class MessageText {
    private MessageText() {}

    static String format(String template, List<String> inserts) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        for (int i = 0; i < template.length(); ) {
            char c = template.charAt(i);
            if (c != '%' || i + 1 == template.length()) {
                text.append(c);
                i++;
                continue;
            }
            char next = template.charAt(i + 1);
            if (next == '0') {
                break;
            }
            if (isDigit(next)) {
                int end = endOfDigits(template, i + 1, 2);
                appendInsert(text, template, i, end, inserts);
                i = end;
            } else {
                appendEscape(text, next);
                i += 2;
            }
        }
        return text.toString();
    }

    /** An insert as the viewer shows it. */
    static String expand(String insert) {
        int at = insert.indexOf("%%");
        if (at < 0) {
            return insert;
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = insert.indexOf("%%", from)) {
            int end = endOfDigits(insert, at + 2, 10);
            text.append(insert, from, at);
            if (end == at + 2) {
                text.append("%%");
            } else {
                text.append(systemText(insert.substring(at + 2, end)));
            }
            from = end;
        }
        return text.append(insert, from, insert.length()).toString();
    }

    private static String systemText(String digits) {
        long code = Long.parseLong(digits);
        return code > 0xFFFF_FFFFL ? "" : SystemMessages.text((int) code).orElse("");
    }

    private static void appendInsert(StringBuilder text, String template, int from, int end, List<String> inserts) {
        int number = Integer.parseInt(template, from + 1, end, 10);
        if (number <= inserts.size()) {
            text.append(expand(inserts.get(number - 1)));
        } else {
            text.append(template, from, end);
        }
    }

    private static void appendEscape(StringBuilder text, char escape) {
        switch (escape) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'b' -> text.append(' ');
            case 'r' -> {}
            default -> text.append(escape);
        }
    }

    private static int endOfDigits(String text, int from, int most) {
        int end = from;
        while (end < text.length() && end < from + most && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
