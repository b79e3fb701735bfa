package ntbed.component.protectedstorage;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import ntbed.machine.Win32;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * What programs call in {@code pstorec.dll}: types, subtypes and items of the caller's own store or of the machine's.
 * Every method throws {@link Win32Exception} with a PST_E_ code of the SDK's pstore.h; while the service is not
 * running, PST_E_SERVICE_UNAVAILABLE.
 */
public final class ProtectedStorageClient {
    private final Win32 win32;
    private final String owner;

    private ProtectedStorageClient(Win32 win32, String owner) {
        this.win32 = win32;
        this.owner = owner;
    }

    /** The store of the user who calls. */
    public static ProtectedStorageClient currentUser(Win32 win32) {
        return new ProtectedStorageClient(win32, "0");
    }

    /** The store of the machine. */
    public static ProtectedStorageClient localMachine(Win32 win32) {
        return new ProtectedStorageClient(win32, "1");
    }

    /** As PStoreCreateType; a type is a GUID in braces. */
    public void createType(String type, String displayName) {
        tell("CreateType", type, displayName);
    }

    /** As PStoreCreateSubtype. */
    public void createSubtype(String type, String subtype, String displayName) {
        tell("CreateSubtype", type, subtype, displayName);
    }

    /** As PStoreDeleteType: not while it has subtypes. */
    public void deleteType(String type) {
        tell("DeleteType", type);
    }

    /** As PStoreDeleteSubtype: not while it has items. */
    public void deleteSubtype(String type, String subtype) {
        tell("DeleteSubtype", type, subtype);
    }

    /** As PStoreWriteItem; an item that is there is replaced. */
    public void writeItem(String type, String subtype, String item, byte[] secret) {
        tell("WriteItem", type, subtype, item, HexFormat.of().formatHex(secret), "0");
    }

    /** As PStoreWriteItem with PST_NO_OVERWRITE. */
    public void writeNewItem(String type, String subtype, String item, byte[] secret) {
        tell("WriteItem", type, subtype, item, HexFormat.of().formatHex(secret), "2");
    }

    /** As PStoreReadItem. */
    public byte[] readItem(String type, String subtype, String item) {
        return HexFormat.of().parseHex(ask("ReadItem", type, subtype, item));
    }

    /** As PStoreDeleteItem. */
    public void deleteItem(String type, String subtype, String item) {
        tell("DeleteItem", type, subtype, item);
    }

    /** As PStoreEnumTypes. */
    public List<String> types() {
        return names(ask("EnumTypes"));
    }

    /** As PStoreEnumSubtypes. */
    public List<String> subtypes(String type) {
        return names(ask("EnumSubtypes", type));
    }

    /** As PStoreEnumItems. */
    public List<String> items(String type, String subtype) {
        return names(ask("EnumItems", type, subtype));
    }

    private static List<String> names(String answer) {
        return answer.isEmpty() ? List.of() : List.of(answer.split("\n", -1));
    }

    private void tell(String verb, String... arguments) {
        String unused = ask(verb, arguments);
    }

    private String ask(String verb, String... arguments) {
        StringBuilder request = new StringBuilder(verb).append('\n').append(owner);
        for (String argument : arguments) {
            request.append('\n').append(argument);
        }
        try {
            byte[] answer = win32.call(ItemServer.ENDPOINT, request.toString().getBytes(StandardCharsets.UTF_8));
            return new String(answer, StandardCharsets.UTF_8);
        } catch (Win32Exception e) {
            if (e.error() == Win32Error.RPC_S_SERVER_UNAVAILABLE || e.error() == Win32Error.RPC_S_CALL_FAILED) {
                throw Win32Error.PST_E_SERVICE_UNAVAILABLE.raise(verb);
            }
            throw e;
        }
    }
}
