package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;

/** The names on the way to a metabase key: {@code /LM/W3SVC/1/ROOT}; slashes at both ends do not count. */
final class MetabasePath {
    private MetabasePath() {}

    static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= path.length()) {
            int end = path.indexOf('/', from);
            int to = end < 0 ? path.length() : end;
            if (to > from) {
                parts.add(path.substring(from, to));
            }
            from = to + 1;
        }
        return parts;
    }
}
