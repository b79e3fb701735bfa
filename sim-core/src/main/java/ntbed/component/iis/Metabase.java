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
    private Content content;
    private boolean changed;

    private Metabase(NtProcess process, Content content) {
        this.files = process.files();
        this.path = Layout.metabase(process.registry(), process.environment());
        this.content = content;
    }

    /**
     * What is in memory: the tree, how its secure records are sealed, and the session-key blob (of the file, if it was
     * read from one).
     */
    record Content(MetabaseTree tree, Sealer sealer, MetabaseFile origin) {}

    /**
     * Loads the file, opens the key container, the session key and the secure values (decision D8). Without a file
     * there is an empty metabase under a session key of its own (Q234429).
     *
     * @throws Win32Exception 2140, MD_ERROR_INVALID_VERSION, NTE_ codes
     */
    static Metabase load(NtProcess process) {
        NtPath path = Layout.metabase(process.registry(), process.environment());
        return new Metabase(process, process.files().exists(path) ? read(process, path) : fresh(process));
    }

    /** A new metabase with nothing in it, to be filled by set-up. */
    static Metabase create(NtProcess process) {
        return new Metabase(process, fresh(process));
    }

    /** Reads a metabase file or a backup of one; codes as {@link #load}, and 2. */
    static Content read(NtProcess process, NtPath path) {
        RegistryApi registry = process.registry();
        ReadMetabase read = process.files().read(path, ReadMetabase.PARSER);
        MetabaseFile file = read.file();
        Sealer sealer =
                read.open(clearText(registry), () -> KeyContainers.of(registry).open(Layout.CONTAINER));
        return new Content(file.tree(), sealer, file);
    }

    private static Content fresh(NtProcess process) {
        RegistryApi registry = process.registry();
        MetabaseTree empty = MetabaseTree.empty();
        if (clearText(registry)) {
            return new Content(empty, Sealer.clear(), new MetabaseFile(false, new byte[0], empty));
        }
        KeyContainer container = KeyContainers.of(registry).open(Layout.CONTAINER);
        MachineKey machineKey = MachineKey.of(registry).orElseThrow(() -> Win32Error.NTE_FAIL.raise("machine key"));
        byte[] installation = process.random().fork("installation").nextBytes(SessionKey.INSTALLATION_BYTES);
        SessionKey key = SessionKey.create(machineKey, installation);
        return new Content(empty, Sealer.with(key), new MetabaseFile(true, key.wrap(container, installation), empty));
    }

    /** Whether the system locale forbids encryption. */
    static boolean clearText(RegistryApi registry) {
        return Layout.isClearText(registry.value(Layout.LANGUAGE, "Default")
                .flatMap(RegistryValue::text)
                .orElse(""));
    }

    /** All keys; secure records hold blobs. */
    MetabaseTree tree() {
        return content.tree();
    }

    Sealer sealer() {
        return content.sealer();
    }

    /** A property, secure ones opened; inherited ones too. 3 no such key. */
    Optional<MetaRecord> data(String keyPath, int id) {
        MetaNode unused = tree().require(keyPath);
        return tree().lookup(keyPath, id).map(record -> record.has(MetaRecord.SECURE) ? sealer().open(record) : record);
    }

    /** Sets a property; a secure one is given open and kept sealed. */
    void set(String keyPath, MetaRecord record) {
        MetaRecord before = tree().require(keyPath).record(record.id());
        if (before != null && before.has(MetaRecord.SECURE) && !record.has(MetaRecord.SECURE)) {
            throw Win32Error.MD_ERROR_CANNOT_REMOVE_SECURE_ATTRIBUTE.raise(keyPath + ", " + record.id());
        }
        MetaRecord own = record.withAttributes(record.attributes() & ~MetaRecord.ISINHERITED);
        tree(tree().with(keyPath, own.has(MetaRecord.SECURE) ? sealer().seal(own) : own));
        changed |= !own.has(MetaRecord.VOLATILE);
    }

    /** Takes a property of the key itself away; MD_ERROR_DATA_NOT_FOUND. */
    void delete(String keyPath, int id) {
        if (tree().require(keyPath).record(id) == null) {
            throw Win32Error.MD_ERROR_DATA_NOT_FOUND.raise(keyPath + ", " + id);
        }
        tree(tree().without(keyPath, id));
        changed = true;
    }

    /** Makes a key and all missing ones above it; 183. */
    void addKey(String keyPath) {
        if (tree().find(keyPath).isPresent()) {
            throw Win32Error.ERROR_ALREADY_EXISTS.raise(keyPath);
        }
        tree(tree().withKey(keyPath));
        changed = true;
    }

    /** Deletes a key with all below it; 3, 87 the root. */
    void deleteKey(String keyPath) {
        tree(tree().withoutKey(keyPath));
        changed = true;
    }

    /** Sets what is not kept in the file. */
    void setVolatile(String keyPath, MetaRecord record) {
        tree(tree().with(keyPath, record.withAttributes(record.attributes() | MetaRecord.VOLATILE)));
    }

    /** Takes another tree in the place of this one, under the same session key. */
    void replace(MetabaseTree other) {
        tree(other);
        changed = true;
    }

    /** Takes another content in the place of this one. */
    void replace(Content other) {
        content = other;
        changed = true;
    }

    private void tree(MetabaseTree other) {
        content = new Content(other, content.sealer(), content.origin());
    }

    boolean isChanged() {
        return changed;
    }

    /** Writes the file at once. */
    void save() {
        beginSaving();
        finishSaving();
    }

    /** Writes the temporary copy (Q234429); {@link #finishSaving} puts it in the place of the file. */
    void beginSaving() {
        files.write(temporary(), encode());
        changed = false;
    }

    void finishSaving() {
        files.move(temporary(), path, true);
    }

    /** The bytes of the file as it would be written now. */
    byte[] encode() {
        MetabaseFile origin = content.origin();
        return new MetabaseFile(origin.encrypted(), origin.sessionKey(), tree()).encode();
    }

    private NtPath temporary() {
        return path.parent().orElseThrow().resolve(Layout.TEMPORARY);
    }

    @Override
    public String toString() {
        return "Metabase[" + path + ", " + tree() + "]";
    }
}
