package ntbed.registry;

/** How the parts of a path are told apart: by backslashes, of which several count as one, and a last one as none. */
final class PathText {
    private PathText() {}

    /** Where the next part begins at or after {@code from}; the length of the path if there is none. */
    static int nextPart(String path, int from) {
        int at = from;
        while (at < path.length() && path.charAt(at) == '\\') {
            at++;
        }
        return at;
    }

    /** Where the part that begins at {@code from} ends. */
    static int endOfPart(String path, int from) {
        int at = path.indexOf('\\', from);
        return at < 0 ? path.length() : at;
    }

    /** {@code above\name}, or the one of them that is not empty. */
    static String join(String above, String name) {
        if (above.isEmpty() || name.isEmpty()) {
            return above + name;
        }
        return above + "\\" + name;
    }
}
