package ntbed.component.iis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ntbed.win32.Win32Exception;

/** Reads the tree of a metabase file; never trusts a length. */
final class TreeReader {
    private static final int DEEPEST = 200;
    private static final int RECORD_HEAD = 20;
    private static final int SMALLEST_NODE = 10;

    private final byte[] content;
    private final ByteBuffer tree;
    private int secureAt;

    private TreeReader(byte[] content, int from, int to, int secureAt) {
        this.content = content;
        this.tree = ByteBuffer.wrap(content, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
        this.secureAt = secureAt;
    }

    /** The tree in a part of the content, its secure values from another place on to the end. */
    static MetabaseTree read(byte[] content, int from, int to, int secureAt) {
        TreeReader reader = new TreeReader(content, from, to, secureAt);
        MetaNode root = reader.node(0);
        if (reader.tree.hasRemaining() || reader.secureAt != content.length) {
            throw MetabaseFile.damaged("tree");
        }
        return new MetabaseTree(root);
    }

    private MetaNode node(int depth) {
        require(depth <= DEEPEST && tree.remaining() >= 2);
        String name = name(2 * (tree.getShort() & 0xFFFF));
        List<MetaRecord> records = records(count(RECORD_HEAD));
        int count = count(SMALLEST_NODE);
        List<MetaNode> children = count == 0 ? List.of() : new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            children.add(node(depth + 1));
        }
        MetaNode node = MetaNode.ofSorted(name, records, children);
        require(node.isInOrder());
        return node;
    }

    private String name(int bytes) {
        require(tree.remaining() >= bytes);
        String name = new String(content, tree.position(), bytes, StandardCharsets.UTF_16LE);
        tree.position(tree.position() + bytes);
        return name;
    }

    private List<MetaRecord> records(int count) {
        List<MetaRecord> records = count == 0 ? List.of() : new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            require(tree.remaining() >= RECORD_HEAD);
            int id = tree.getInt();
            int attributes = tree.getInt();
            int userType = tree.getInt();
            DataType type = type(tree.getInt());
            records.add(new MetaRecord(id, attributes, userType, type, data(tree.getInt(), attributes)));
        }
        return records;
    }

    private static DataType type(int number) {
        try {
            return DataType.of(number);
        } catch (Win32Exception unknown) {
            throw MetabaseFile.damaged("tree");
        }
    }

    private byte[] data(int length, int attributes) {
        boolean secure = (attributes & MetaRecord.SECURE) != 0;
        int at = secure ? secureAt : tree.position();
        require(length >= 0 && length <= (secure ? content.length - secureAt : tree.remaining()));
        if (secure) {
            secureAt += length;
        } else {
            tree.position(at + length);
        }
        return Arrays.copyOfRange(content, at, at + length);
    }

    /** A number of things that each take so many bytes at least. */
    private int count(int bytesEach) {
        require(tree.remaining() >= 4);
        int count = tree.getInt();
        require(count >= 0 && count <= tree.remaining() / bytesEach);
        return count;
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw MetabaseFile.damaged("tree");
        }
    }
}
