package ntbed.boot;

/**
 * What a person chooses while the loader asks (rule B2).
 *
 * @param lastKnownGood the space bar was pressed and {@code L} chosen: boot with the last known good control set
 */
public record BootChoices(boolean lastKnownGood) {
    private static final BootChoices NORMAL = new BootChoices(false);
    private static final BootChoices LAST_KNOWN_GOOD = new BootChoices(true);

    /** Nobody touches a key: "Original Configuration". */
    public static BootChoices normal() {
        return NORMAL;
    }

    /** Last Known Good from the menu. */
    public static BootChoices useLastKnownGood() {
        return LAST_KNOWN_GOOD;
    }
}
