package ntbed.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of the three articles, one row each, and how a test names the rows it shows. */
final class Sentences {
    private static final Pattern NAMES = Pattern.compile("^([A-Z]+[0-9]*-?[0-9.]+(?:, [A-Z]+[0-9]*-?[0-9.]+)*):.*");
    private static final Pattern ROW = Pattern.compile("(?:S[123]|X)-[0-9]{2}");

    private Sentences() {}

    /**
     * A row.
     *
     * @param id for example {@code S2-17}
     * @param substance what the article says, in our words
     * @param reason why no test can show it; empty = one must
     */
    record Row(String id, String substance, String reason) {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String text = SourceTree.text("scenarios/src/test/resources/article-sentences.tsv");
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                List<String> cells = List.of(line.split("\t", -1));
                rows.add(new Row(cells.get(0), cells.get(1), cells.size() > 2 ? cells.get(2) : ""));
            }
        }
        return rows;
    }

    /** The rows that a display name such as {@code S2-17, PS-02: the text} begins with. */
    static List<String> namedBy(String displayName) {
        List<String> ids = new ArrayList<>();
        Matcher names = NAMES.matcher(displayName);
        if (names.matches()) {
            for (String id : names.group(1).split(", ", -1)) {
                if (ROW.matcher(id).matches()) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
