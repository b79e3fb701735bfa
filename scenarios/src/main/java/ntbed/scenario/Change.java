package ntbed.scenario;

/**
 * One difference between a machine before and after something was done.
 *
 * @param thing what it is: {@code key}, {@code value}, {@code file}, {@code access} to a key, {@code service}, {@code
 *     event}
 * @param where its path or name
 * @param what what became of it: {@code new}, {@code gone}, {@code changed}, or old and new content
 */
public record Change(String thing, String where, String what) {
    static final String NEW = "new";
    static final String GONE = "gone";
    static final String CHANGED = "changed";
}
