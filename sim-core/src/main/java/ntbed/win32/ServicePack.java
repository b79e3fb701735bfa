package ntbed.win32;

/** The number in {@code CSDVersion} of NT's own key: {@code Service Pack 4}, {@code Service Pack 4, RC 1.99}. */
public final class ServicePack {
    private static final String PREFIX = "Service Pack ";

    private ServicePack() {}

    /** The first digit behind the words: NT 4.0 ended with 6a, which also calls itself 6; 0 where there is none. */
    public static int number(String csdVersion) {
        if (!csdVersion.startsWith(PREFIX) || csdVersion.length() == PREFIX.length()) {
            return 0;
        }
        char digit = csdVersion.charAt(PREFIX.length());
        return digit >= '0' && digit <= '9' ? digit - '0' : 0;
    }
}
