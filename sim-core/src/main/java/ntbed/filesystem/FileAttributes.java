package ntbed.filesystem;

/**
 * The DOS attributes.
 *
 * @param mask FILE_ATTRIBUTE_ bits: READONLY 1, HIDDEN 2, SYSTEM 4, DIRECTORY 0x10, ARCHIVE 0x20, NORMAL 0x80,
 *     COMPRESSED 0x800
 */
public record FileAttributes(int mask) {
    public static final int READONLY = 0x1;
    public static final int HIDDEN = 0x2;
    public static final int SYSTEM = 0x4;
    public static final int DIRECTORY = 0x10;
    public static final int ARCHIVE = 0x20;
    public static final int NORMAL = 0x80;
    public static final int COMPRESSED = 0x800;

    /** An ordinary file after it was written. */
    public static final FileAttributes FILE = new FileAttributes(ARCHIVE);

    /** An ordinary directory. */
    public static final FileAttributes FOLDER = new FileAttributes(DIRECTORY);

    /** The same with the directory bit as the file system keeps it; NORMAL is what stands for nothing. */
    FileAttributes as(boolean directory) {
        int bits = mask & ~(DIRECTORY | NORMAL);
        int kept = directory ? bits | DIRECTORY : bits == 0 ? NORMAL : bits;
        return kept == mask ? this : new FileAttributes(kept);
    }

    /** The letters of File Manager and ATTRIB, {@code RHSDAC}, of those that are set; {@code N} for none. */
    @Override
    public String toString() {
        String letters = (has(READONLY) ? "R" : "")
                + (has(HIDDEN) ? "H" : "")
                + (has(SYSTEM) ? "S" : "")
                + (has(DIRECTORY) ? "D" : "")
                + (has(ARCHIVE) ? "A" : "")
                + (has(COMPRESSED) ? "C" : "");
        return letters.isEmpty() ? "N" : letters;
    }

    /** Whether all the bits are set. */
    public boolean has(int bits) {
        return (mask & bits) == bits;
    }
}
