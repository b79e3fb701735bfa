package ntbed.registry.regfile;

import java.util.List;
import ntbed.registry.RegistryValue;

/**
 * The form of Windows 3.1, {@code HKEY_CLASSES_ROOT\key = text}: taken for every file whose first line begins with
 * {@code REGEDIT} and is not {@code REGEDIT4}.
 */
final class Windows31Form {
    private static final String ROOT = "HKEY_CLASSES_ROOT";

    private Windows31Form() {}

    static void read(Lines lines, List<RegEntry> entries, List<SkippedLine> skipped) {
        while (lines.hasNext()) {
            Line line = lines.read();
            int number = lines.number();
            if (line.atEnd()) {
                continue;
            }
            String text = line.rest();
            int end = 0;
            while (end < text.length() && !Line.isBlank(text.charAt(end))) {
                end++;
            }
            String path = text.substring(0, end);
            if (!path.equals(ROOT) && !path.startsWith(ROOT + "\\")) {
                skipped.add(new SkippedLine(number, "not a line of the Windows 3.1 form"));
                continue;
            }
            String normal = RegPath.normal(path);
            entries.add(new RegEntry.Key(number, normal == null ? path : normal));
            entries.add(new RegEntry.SetValue(number, "", RegistryValue.sz(data(text, end))));
        }
    }

    /** After blanks and an equals sign one blank is dropped, and the rest is the data as it stands. */
    private static String data(String text, int from) {
        int at = from;
        while (at < text.length() && Line.isBlank(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            if (at < text.length() && Line.isBlank(text.charAt(at))) {
                at++;
            }
        }
        return text.substring(at);
    }
}
