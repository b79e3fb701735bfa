package ntbed.filesystem;

/**
 * What others may do with a file while it is open.
 *
 * @param read FILE_SHARE_READ
 * @param write FILE_SHARE_WRITE
 * @param delete FILE_SHARE_DELETE
 */
public record ShareMode(boolean read, boolean write, boolean delete) {
    /** Nobody else. */
    public static final ShareMode NONE = new ShareMode(false, false, false);

    /** Others may read. */
    public static final ShareMode READ = new ShareMode(true, false, false);

    /** Others may do anything. */
    public static final ShareMode ALL = new ShareMode(true, true, true);
}
