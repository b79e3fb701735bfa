package ntbed.component.iis;

import java.util.Optional;
import ntbed.crypto.KeyContainer;
import ntbed.crypto.KeyContainers;
import ntbed.crypto.MachineKey;
import ntbed.crypto.SessionKey;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.NtPath;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** The metabase in the memory of inetinfo.exe, from the start of IISADMIN to its end. */
final class Metabase {
    private final FileApi files;
    private final NtPath path;
    private final Sealer sealer;
    private final byte[] sessionKey;
    private MetabaseTree tree;
    private boolean changed;

    private Metabase(FileApi files, NtPath path, Sealer sealer, byte[] sessionKey, MetabaseTree tree) {
        this.files = files;
        this.path = path;
        this.sealer = sealer;
        this.sessionKey = sessionKey;
        this.tree = tree;
    }

    /**
     * Loads the file, opens the key container, the session key and the secure values (decision D8). Without a file
     * there is an empty metabase under a session key of its own (Q234429).
     *
     * @throws Win32Exception 2140, MD_ERROR_INVALID_VERSION, NTE_ codes
     */
    static Metabase load(NtProcess process) {
        RegistryApi registry = process.registry();
        NtPath path = Layout.metabase(registry, process.environment());
        boolean clearText = Layout.isClearText(registry.value(Layout.LANGUAGE, "Default")
                .flatMap(RegistryValue::text)
                .orElse(""));
        if (!process.files().exists(path)) {
            return fresh(process, path, clearText);
        }
        ReadMetabase read = process.files().read(path, ReadMetabase.PARSER);
        MetabaseFile file = read.file();
        Sealer sealer = read.open(clearText, () -> KeyContainers.of(registry).open(Layout.CONTAINER));
        return new Metabase(process.files(), path, sealer, file.sessionKey(), file.tree());
    }

    private static Metabase fresh(NtProcess process, NtPath path, boolean clearText) {
        if (clearText) {
            return new Metabase(process.files(), path, Sealer.clear(), new byte[0], MetabaseTree.empty());
        }
        KeyContainer container = KeyContainers.of(process.registry()).open(Layout.CONTAINER);
        MachineKey machineKey =
                MachineKey.of(process.registry()).orElseThrow(() -> Win32Error.NTE_FAIL.raise("machine key"));
        byte[] installation = process.random().fork("installation").nextBytes(SessionKey.INSTALLATION_BYTES);
        SessionKey key = SessionKey.create(machineKey, installation);
        return new Metabase(
                process.files(), path, Sealer.with(key), key.wrap(container, installation), MetabaseTree.empty());
    }

    /** All keys; secure records hold blobs. */
    MetabaseTree tree() {
        return tree;
    }

    /** A property, secure ones opened. */
    Optional<MetaRecord> data(String keyPath, int id) {
        return tree.lookup(keyPath, id).map(record -> record.has(MetaRecord.SECURE) ? sealer.open(record) : record);
    }

    /** Sets a property; a secure one is given open and kept sealed. */
    void set(String keyPath, MetaRecord record) {
        change(tree.with(keyPath, record.has(MetaRecord.SECURE) ? sealer.seal(record) : record));
        changed |= !record.has(MetaRecord.VOLATILE);
    }

    /** Sets what is not kept in the file. */
    void setVolatile(String keyPath, MetaRecord record) {
        tree = tree.with(keyPath, record.withAttributes(record.attributes() | MetaRecord.VOLATILE));
    }

    /** Another tree, to be saved. */
    void change(MetabaseTree other) {
        tree = other;
    }

    boolean isChanged() {
        return changed;
    }

    /** Writes the temporary copy; {@link #finishSaving} puts it in the place of the file. */
    void beginSaving() {
        files.write(temporary(), encode());
    }

    void finishSaving() {
        files.move(temporary(), path, true);
        changed = false;
    }

    private NtPath temporary() {
        return path.parent().orElseThrow().resolve(Layout.TEMPORARY);
    }

    private byte[] encode() {
        return new MetabaseFile(sessionKey.length > 0, sessionKey, tree).encode();
    }

    @Override
    public String toString() {
        return "Metabase[" + path + ", " + tree + "]";
    }
}
