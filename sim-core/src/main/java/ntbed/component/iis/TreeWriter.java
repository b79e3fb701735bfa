package ntbed.component.iis;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes the tree of a metabase file and, beside it, the secure values. */
final class TreeWriter {
    private final ByteArrayOutputStream tree = new ByteArrayOutputStream();
    private final ByteArrayOutputStream secure = new ByteArrayOutputStream();

    byte[] tree() {
        return tree.toByteArray();
    }

    byte[] secure() {
        return secure.toByteArray();
    }

    void node(MetaNode node) {
        byte[] name = MetaRecord.utf16(node.name());
        tree.write(node.name().length());
        tree.write(node.name().length() >>> 8);
        tree.writeBytes(name);
        List<MetaRecord> kept = new ArrayList<>(node.records());
        kept.removeIf(record -> record.has(MetaRecord.VOLATILE));
        number(kept.size());
        kept.forEach(this::record);
        number(node.children().size());
        node.children().forEach(this::node);
    }

    private void record(MetaRecord record) {
        number(record.id());
        number(record.attributes());
        number(record.userType());
        number(record.type().number());
        number(record.data().length);
        (record.has(MetaRecord.SECURE) ? secure : tree).writeBytes(record.data());
    }

    private void number(int number) {
        for (int shift = 0; shift < 32; shift += 8) {
            tree.write(number >>> shift);
        }
    }
}
