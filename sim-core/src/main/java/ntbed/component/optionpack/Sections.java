package ntbed.component.optionpack;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ntbed.win32.CaseFolding;

/**
 * A text of {@code [sections]} with {@code key = value} lines, as answer files are. Names are found without regard to
 * case; of two lines with one key the first counts; what is no such line is passed over.
 */
final class Sections {
    private final Map<String, Map<String, String>> sections;

    private Sections(Map<String, Map<String, String>> sections) {
        this.sections = sections;
    }

    static Sections empty() {
        return new Sections(new LinkedHashMap<>());
    }

    static Sections parse(byte[] content) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String raw : new String(content, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                String name =
                        CaseFolding.fold(line.substring(1, line.length() - 1).strip());
                section = sections.computeIfAbsent(name, missing -> new LinkedHashMap<>());
            } else if (equals > 0 && !line.startsWith(";")) {
                String value = unquoted(line.substring(equals + 1).strip());
                section.putIfAbsent(CaseFolding.fold(line.substring(0, equals).strip()), value);
            }
        }
        return new Sections(sections);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** A value that is there and not blank. */
    Optional<String> value(String section, String key) {
        return Optional.ofNullable(section(section).get(CaseFolding.fold(key))).filter(value -> !value.isBlank());
    }

    /** All of a section by key, keys in upper case, in the order of the file. */
    Map<String, String> section(String name) {
        return Collections.unmodifiableMap(sections.getOrDefault(CaseFolding.fold(name), Map.of()));
    }

    /** With one line more. */
    Sections with(String section, String key, String value) {
        Map<String, Map<String, String>> more = new LinkedHashMap<>(sections);
        Map<String, String> lines = new LinkedHashMap<>(section(section));
        lines.put(CaseFolding.fold(key), value);
        more.put(CaseFolding.fold(section), lines);
        return new Sections(more);
    }

    /** The text, values in quotation marks. */
    byte[] encode() {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, lines) -> {
            text.append('[').append(name).append("]\r\n");
            lines.forEach((key, value) ->
                    text.append(key).append(" = \"").append(value).append("\"\r\n"));
        });
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
