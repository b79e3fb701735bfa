package ntbed.component.sysprep;

/** What the pages of the mini-wizard accept (Q200567, Q196667). */
final class WizardRules {
    private static final int LONGEST_NAME = 15;
    private static final String NOT_IN_A_NAME = "\"/\\[]:|<>+=;,?*";

    private WizardRules() {}

    /** {@code xxx-xxxxxxx} or {@code xxxxx-OEM-xxxxxx-xxxxx}, the third part with six or seven digits. */
    static boolean isProductId(String text) {
        return fits(text, "ddd-ddddddd")
                || fits(text, "ddddd-OEM-dddddd-ddddd")
                || fits(text, "ddddd-OEM-ddddddd-ddddd");
    }

    /** 1 to 15 characters without blanks and without what no computer name may have. */
    static boolean isComputerName(String text) {
        return isShortWord(text) && text.chars().noneMatch(c -> NOT_IN_A_NAME.indexOf(c) >= 0);
    }

    /** 1 to 15 characters without blanks. */
    static boolean isPassword(String text) {
        return isShortWord(text);
    }

    private static boolean isShortWord(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME && text.indexOf(' ') < 0;
    }

    private static boolean fits(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            if (shape.charAt(i) == 'd' ? !isDigit : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
