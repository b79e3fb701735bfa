package ntbed.replay;

/** Text in two columns: a short label, and lines that are wrapped beside it. */
final class Sheet {
    private static final int WIDTH = 100;
    private static final int LABEL = 12;

    private final StringBuilder text = new StringBuilder();

    /** A line as it is. */
    Sheet line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Sheet blank() {
        return line("");
    }

    /** A label with its text, wrapped at blanks. */
    Sheet row(String label, String content) {
        return row(label, content, LABEL);
    }

    /** A row that is indented further. */
    Sheet subRow(String label, String content) {
        return row("  " + label, content, LABEL + 4);
    }

    private Sheet row(String label, String content, int column) {
        StringBuilder line = new StringBuilder("  ").append(label);
        do {
            line.append(' ');
        } while (line.length() < column);
        int start = line.length();
        for (String paragraph : content.split("\n", -1)) {
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() > start && line.length() + 1 + word.length() > WIDTH) {
                    text.append(line).append('\n');
                    line.setLength(0);
                    line.append(" ".repeat(start));
                }
                line.append(line.length() > start ? " " : "").append(word);
            }
            text.append(line).append('\n');
            line.setLength(0);
            line.append(" ".repeat(start));
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
