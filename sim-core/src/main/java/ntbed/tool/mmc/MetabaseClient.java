package ntbed.tool.mmc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The metabase as the console sees it: the object of class {@value #CLASS_ID}, started through DCOM where it does not
 * run, and asked by lines of text: an operation, its arguments. Properties are the key's own or inherited ones.
 *
 * <p>Every method throws what the object answers with: 3 no such key, 5 the caller is no administrator, 1722 the
 * object's process has ended, MD_ERROR_ and NTE_ codes.
 */
final class MetabaseClient {
    static final String CLASS_ID = "{A9E69610-B80D-11D0-B9B9-00A0C922E750}";

    private final Win32 win32;

    private MetabaseClient(Win32 win32) {
        this.win32 = win32;
    }

    /**
     * A backup of the configuration.
     *
     * @param name letters and digits
     * @param version from 0
     */
    record Backup(String name, int version) {}

    /**
     * Starts the object if need be and sees whether it answers this user.
     *
     * @throws Win32Exception NTE_BAD_KEYSET the user's own key container is stale, what {@link Win32#activate} throws,
     *     or what the object answers with
     */
    static MetabaseClient connect(Win32 win32) {
        ClientContainer.requireUsable(win32);
        win32.activate(CLASS_ID);
        MetabaseClient client = new MetabaseClient(win32);
        List<String> unused = client.children("/LM");
        ClientContainer.keep(win32);
        return client;
    }

    /** Names of the keys below one. */
    List<String> children(String path) {
        return ask("EnumKeys", path);
    }

    /** Makes a key if there is none. */
    void addKey(String path) {
        try {
            List<String> unused = ask("AddKey", path);
        } catch (Win32Exception e) {
            if (e.error() != Win32Error.ERROR_ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    /** A string. */
    Optional<String> text(String path, int id) {
        return texts(path, id).stream().findFirst();
    }

    /** The strings of a multistring, or the one string. */
    List<String> texts(String path, int id) {
        return property(path, id).map(MetabaseRecord::data).orElse(List.of());
    }

    /** A number. */
    Optional<Integer> number(String path, int id) {
        return text(path, id).map(MetabaseRecord::number);
    }

    void setText(String path, int id, String text) {
        set(path, id, MetabaseRecord.STRING, List.of(text));
    }

    void setTexts(String path, int id, List<String> texts) {
        set(path, id, MetabaseRecord.MULTISZ, texts);
    }

    void setNumber(String path, int id, int number) {
        set(path, id, MetabaseRecord.DWORD, List.of(Integer.toUnsignedString(number)));
    }

    List<Backup> backups() {
        List<Backup> backups = new ArrayList<>();
        for (String line : ask("EnumBackups")) {
            int tab = line.indexOf('\t');
            backups.add(new Backup(line.substring(0, tab), MetabaseRecord.number(line.substring(tab + 1))));
        }
        return backups;
    }

    void backup(String name) {
        List<String> unused = ask("Backup", name);
    }

    void restore(Backup backup) {
        List<String> unused = ask("Restore", backup.name(), Integer.toString(backup.version()));
    }

    void delete(Backup backup) {
        List<String> unused = ask("DeleteBackup", backup.name(), Integer.toString(backup.version()));
    }

    /** Keeps what else the property is: its attributes, its user type. */
    private void set(String path, int id, String type, List<String> data) {
        MetabaseRecord known = property(path, id).orElseGet(() -> MetabaseRecord.fresh(id, type));
        List<String> unused = ask("SetData", path, known.with(data).line());
    }

    private Optional<MetabaseRecord> property(String path, int id) {
        try {
            return ask("GetData", path, Integer.toString(id)).stream()
                    .findFirst()
                    .map(MetabaseRecord::parse);
        } catch (Win32Exception e) {
            if (e.error() == Win32Error.MD_ERROR_DATA_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<String> ask(String... lines) {
        byte[] answer = win32.call(CLASS_ID, String.join("\n", lines).getBytes(UTF_8));
        String text = new String(answer, UTF_8);
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
