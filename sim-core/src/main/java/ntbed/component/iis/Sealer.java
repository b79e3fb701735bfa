package ntbed.component.iis;

import ntbed.crypto.SecureBlob;
import ntbed.crypto.SessionKey;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** How secure properties are kept: under the session key, or in clear text where no encryption is allowed. */
final class Sealer {
    private final @Nullable SessionKey key;

    private Sealer(@Nullable SessionKey key) {
        this.key = key;
    }

    static Sealer clear() {
        return new Sealer(null);
    }

    static Sealer with(SessionKey key) {
        return new Sealer(key);
    }

    /** The record with its data, which so far is open, in a blob. */
    MetaRecord seal(MetaRecord record) {
        String purpose = purpose(record.id());
        return record.withData(
                key == null ? SecureBlob.clear(purpose, record.data()) : key.seal(purpose, record.data()));
    }

    /**
     * The record with its data taken out of the blob.
     *
     * @throws Win32Exception NTE_BAD_DATA
     */
    MetaRecord open(MetaRecord record) {
        String purpose = purpose(record.id());
        return record.withData(
                key == null ? SecureBlob.openClear(purpose, record.data()) : key.open(purpose, record.data()));
    }

    /**
     * Looks at every secure record of a tree without reading it.
     *
     * @throws Win32Exception NTE_BAD_DATA one is damaged or was made under another key
     */
    void check(MetaNode node) {
        for (MetaRecord record : node.records()) {
            if (record.has(MetaRecord.SECURE)) {
                check(record);
            }
        }
        for (MetaNode child : node.children()) {
            check(child);
        }
    }

    private void check(MetaRecord record) {
        if (key == null) {
            byte[] unused = SecureBlob.openClear(purpose(record.id()), record.data());
        } else {
            key.check(purpose(record.id()), record.data());
        }
    }

    private static String purpose(int id) {
        return "metabase property " + id;
    }

    @Override
    public String toString() {
        return key == null ? "Sealer[clear text]" : "Sealer[encrypted]";
    }
}
