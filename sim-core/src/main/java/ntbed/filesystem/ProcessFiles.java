package ntbed.filesystem;

/** Files as one process uses them; what it has open when it ends is closed for it. */
public interface ProcessFiles extends FileApi {
    /**
     * The process ends: closes every handle that it left open, oldest first, with all that follows from it (share modes
     * end, a pending delete is carried out). A handle opened later is closed at once.
     */
    void closeAll();
}
