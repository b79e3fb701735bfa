package ntbed.process;

/**
 * What a program does when it runs: a small uniform module.
 *
 * <p>Which program an image file holds is decided by the file's content ({@link ImageFile}), never by its name.
 */
public interface Program {
    /** Stands in the image file's content, for example {@code psysdup2}; unique among all programs. */
    String id();

    /** One line that says what it does. */
    String heading();

    /**
     * The entry point. Returns at once: whatever takes time is scheduled through the process. The process lives until
     * it calls {@link NtProcess#exit}, or at return if it left nothing pending and no service dispatcher.
     */
    void main(NtProcess process);
}
