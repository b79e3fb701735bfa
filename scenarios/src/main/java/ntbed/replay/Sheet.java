package ntbed.replay;

/** Text in two columns: a short label, and lines that are wrapped beside it. */
final class Sheet {
    private static final int WIDTH = 100;
    private static final int LABEL = 13;

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
        int colour = label.length() - Paint.width(label);
        do {
            line.append(' ');
        } while (line.length() - colour < column);
        int start = line.length() - colour;
        for (String paragraph : content.split("\n", -1)) {
            int width = start;
            boolean first = true;
            for (String word : paragraph.split(" ", -1)) {
                int wide = Paint.width(word);
                if (!first && width + 1 + wide > WIDTH) {
                    end(line);
                    line.append(" ".repeat(start));
                    width = start;
                    first = true;
                }
                line.append(first ? "" : " ").append(word);
                width += wide + (first ? 0 : 1);
                first = false;
            }
            end(line);
            line.append(" ".repeat(start));
        }
        return this;
    }

    /** Ends a line; an empty one keeps no blanks. */
    private void end(StringBuilder line) {
        text.append(line.toString().isBlank() ? "" : line).append('\n');
        line.setLength(0);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
