package ntbed.component.iis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;

/** What the answer file says to this part of the Option Pack: sections {@code [Components]} and {@code [iis]}. */
final class SetupAnswers {
    private final Map<String, SortedMap<String, String>> sections;

    private SetupAnswers(Map<String, SortedMap<String, String>> sections) {
        this.sections = sections;
    }

    static SetupAnswers none() {
        return new SetupAnswers(Map.of());
    }

    /** Reads a file: 2, 3, 5. Lines that are no answers are passed over. */
    static SetupAnswers read(FileApi files, NtPath path) {
        return parse(new String(files.read(path), StandardCharsets.ISO_8859_1));
    }

    static SetupAnswers parse(String text) {
        SortedMap<String, SortedMap<String, String>> sections = new TreeMap<>();
        SortedMap<String, String> section = new TreeMap<>();
        for (String raw : lines(text)) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = sections.computeIfAbsent(
                        NtPath.fold(line.substring(1, line.length() - 1).strip()), name -> new TreeMap<>());
            } else if (equals > 0 && !line.startsWith(";")) {
                section.put(
                        NtPath.fold(line.substring(0, equals).strip()),
                        unquoted(line.substring(equals + 1).strip()));
            }
        }
        return new SetupAnswers(sections);
    }

    /** The services to install; without a section of components, all. */
    List<IisService> services(boolean server) {
        SortedMap<String, String> components = sections.get("COMPONENTS");
        if (components == null) {
            return IisService.of(server);
        }
        List<String> parts = new ArrayList<>();
        for (IisService service : IisService.ALL) {
            String answer = components.getOrDefault(NtPath.fold(service.part()), "");
            if (NtPath.fold(answer).equals("ON")) {
                parts.add(service.part());
            }
        }
        return IisService.of(server, parts);
    }

    String webRoot() {
        return path("PATHWWWROOT", Plan.WEB_ROOT);
    }

    String ftpRoot() {
        return path("PATHFTPROOT", Plan.FTP_ROOT);
    }

    private String path(String name, String otherwise) {
        SortedMap<String, String> iis = sections.get("IIS");
        String path = iis == null ? "" : iis.getOrDefault(name, "");
        return path.length() > 3 && path.startsWith(":\\", 1) ? path : otherwise;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
