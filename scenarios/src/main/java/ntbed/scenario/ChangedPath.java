package ntbed.scenario;

/** Compares a changed key, value or file with the places a remedy names. */
final class ChangedPath {
    private ChangedPath() {}

    /**
     * Whether a pattern names the path: case does not matter, {@code *} at the end stands for all below, and every
     * control set goes by the name of the current one, since a log-on copies it to the others.
     */
    static boolean matches(String pattern, String path) {
        String wanted = canonical(pattern);
        String found = canonical(path);
        return wanted.endsWith("*")
                ? found.startsWith(wanted.substring(0, wanted.length() - 1))
                        || found.equals(wanted.substring(0, Math.max(0, wanted.length() - 2)))
                : found.equals(wanted);
    }

    private static String canonical(String path) {
        String folded = Nearest.fold(path);
        int set = folded.indexOf("\\controlset0");
        return set < 0
                ? folded
                : folded.substring(0, set) + "\\currentcontrolset"
                        + folded.substring(Math.min(folded.length(), set + "\\controlset000".length()));
    }
}
