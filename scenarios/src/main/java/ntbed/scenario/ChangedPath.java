package ntbed.scenario;

/** Compares a changed key, value or file with the places a remedy names. */
final class ChangedPath {
    private ChangedPath() {}

    /**
     * Whether a pattern names the path: case does not matter, {@code *} at the end stands for all below, every control
     * set goes by the name of the current one, since a log-on copies it to the others, and the hive of every person by
     * the name of HKEY_CURRENT_USER.
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
        String folded = person(Nearest.fold(path));
        int set = folded.indexOf("\\controlset0");
        return set < 0
                ? folded
                : folded.substring(0, set) + "\\currentcontrolset"
                        + folded.substring(Math.min(folded.length(), set + "\\controlset000".length()));
    }

    /** The hive of an account of some machine, {@code HKEY_USERS\S-1-5-21-...}, by the name its owner knows it by. */
    private static String person(String folded) {
        String account = "hkey_users\\s-1-5-21-";
        int end = folded.indexOf('\\', account.length());
        return folded.startsWith(account) && end > 0 ? "hkey_current_user" + folded.substring(end) : folded;
    }
}
