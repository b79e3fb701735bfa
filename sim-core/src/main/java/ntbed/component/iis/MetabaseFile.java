package ntbed.component.iis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The content of {@code Metabase.bin}. NT's own layout was never published; this one is ours [M] and keeps the parts
 * apart whose damage shows differently.
 *
 * <pre>
 *   0  4  mark "NTMB"
 *   4  4  format version, 4
 *   8  4  form: 1 secure values are encrypted, 0 all is clear text (French, Standard)
 *  12  4  length of the session-key blob: 148, or 0 in clear text
 *  16  4  length of the tree
 *  20  4  length of all secure values together
 *  24  8  zeros
 *  32 32  SHA-256 of bytes 0 to 31
 *  64     session-key blob, signed by itself
 *         tree
 *     32  SHA-256 of the tree
 *         secure values, one blob after the other in the order of the tree, each with an integrity tag
 * </pre>
 *
 * <p>Numbers are little-endian. The tree is its root key; a key is: length of the name in characters (2), name in
 * UTF-16LE, number of records (4), records, number of subkeys (4), subkeys. A record is: identifier, attributes, user
 * type, data type, length of the data (4 each), data; the data of a secure record stands among the secure values.
 * Volatile records are not kept. Equal trees give equal bytes.
 *
 * <p>What damage gives: another mark or version MD_ERROR_INVALID_VERSION, a session-key blob that does not open its
 * NTE_ code, a secure value NTE_BAD_DATA; all else, truncation too, 2140 (Q271867: an internal error, and no event of
 * IIS).
 */
final class MetabaseFile {
    /** IIS 4.0. */
    static final int VERSION = 4;

    static final int HEADER = 64;

    private static final int MARK = 0x424D_544E;
    private static final int CHECKED = 32;

    private final boolean encrypted;
    private final byte[] sessionKey;
    private final MetabaseTree tree;

    /**
     * A file to be.
     *
     * @param sessionKey the session-key blob; empty in clear text
     * @param tree all keys; secure records hold their blobs
     */
    MetabaseFile(boolean encrypted, byte[] sessionKey, MetabaseTree tree) {
        this.encrypted = encrypted;
        this.sessionKey = sessionKey;
        this.tree = tree;
    }

    /** Whether secure values are encrypted. */
    boolean encrypted() {
        return encrypted;
    }

    /** The session-key blob; nobody changes it. */
    byte[] sessionKey() {
        return sessionKey;
    }

    MetabaseTree tree() {
        return tree;
    }

    /**
     * Reads a file.
     *
     * @throws Win32Exception MD_ERROR_INVALID_VERSION, 2140
     */
    static MetabaseFile decode(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < HEADER) {
            throw damaged("header");
        }
        if (bytes.getInt(0) != MARK || bytes.getInt(4) != VERSION) {
            throw Win32Error.MD_ERROR_INVALID_VERSION.raise("Metabase.bin");
        }
        if (!Arrays.equals(Checksum.sha256(content, 0, CHECKED), Arrays.copyOfRange(content, CHECKED, HEADER))) {
            throw damaged("header");
        }
        int treeAt = HEADER + bytes.getInt(12);
        int sumAt = treeAt + bytes.getInt(16);
        int secureAt = sumAt + CHECKED;
        boolean fits = HEADER <= treeAt && treeAt <= sumAt && secureAt <= content.length;
        if (!fits || content.length - secureAt != bytes.getInt(20)) {
            throw damaged("length");
        }
        byte[] sum = Checksum.sha256(content, treeAt, sumAt);
        if (!Arrays.equals(sum, Arrays.copyOfRange(content, sumAt, secureAt))) {
            throw damaged("tree");
        }
        return new MetabaseFile(
                bytes.getInt(8) != 0,
                Arrays.copyOfRange(content, HEADER, treeAt),
                TreeReader.read(content, treeAt, sumAt, secureAt));
    }

    /** The bytes of the file. */
    byte[] encode() {
        TreeWriter writer = new TreeWriter();
        writer.node(tree.root());
        byte[] treeBytes = writer.tree();
        byte[] secure = writer.secure();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + sessionKey.length + treeBytes.length + CHECKED + secure.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MARK).putInt(VERSION).putInt(encrypted ? 1 : 0);
        bytes.putInt(sessionKey.length).putInt(treeBytes.length).putInt(secure.length);
        bytes.position(CHECKED);
        bytes.put(Checksum.sha256(bytes.array(), 0, CHECKED));
        bytes.put(sessionKey).put(treeBytes);
        bytes.put(Checksum.sha256(treeBytes, 0, treeBytes.length)).put(secure);
        return bytes.array();
    }

    static Win32Exception damaged(String where) {
        return Win32Error.NERR_InternalError.raise("Metabase.bin: " + where);
    }

    @Override
    public String toString() {
        return "MetabaseFile[" + (encrypted ? "encrypted" : "clear") + ", " + tree + "]";
    }
}
