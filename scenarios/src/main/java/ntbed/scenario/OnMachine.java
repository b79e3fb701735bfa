package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;

/** What steps do to files and to the registry of a machine that is on, through somebody's door. */
final class OnMachine {
    private OnMachine() {}

    static void damageFile(Win32 door, Damage damage) {
        NtPath file = NtPath.of(damage.target().file());
        switch (damage.kind()) {
            case DELETE -> door.files().delete(file);
            case EMPTY -> door.files().write(file, new byte[0]);
            case FLIP, TRUNCATE, APPEND ->
                door.files().write(file, damage.applyTo(door.files().read(file)));
        }
        door.traceToolUse("person", damage.written());
    }

    static void damageValue(Win32 door, Damage damage) {
        Target target = damage.target();
        RegistryValue value = door.registry()
                .value(target.key(), target.name())
                .orElseThrow(() -> new BenchException("there is no value " + target));
        door.registry()
                .setValue(target.key(), target.name(), RegistryValue.of(value.type(), damage.applyTo(value.data())));
        door.traceToolUse("person", damage.written());
    }

    static RegistryValue value(String type, List<String> data) {
        return switch (type) {
            case "REG_SZ" -> RegistryValue.sz(data.get(0));
            case "REG_EXPAND_SZ" -> RegistryValue.expandSz(data.get(0));
            case "REG_MULTI_SZ" -> RegistryValue.multiSz(data);
            case "REG_DWORD" -> RegistryValue.dword(Entry.number(data.get(0)));
            case "REG_BINARY" ->
                RegistryValue.binary(data.get(0).isEmpty() ? new byte[0] : HexBytes.parse(data.get(0)));
            default -> throw new BenchException("no value type " + type);
        };
    }

    static void deleteFromRegistry(Win32 door, String key, String valueName) {
        if (valueName.isEmpty()) {
            door.registry().tree(key).ifPresent(tree -> deleteBelow(door, key, tree));
            door.registry().deleteKey(key);
        } else {
            door.registry().deleteValue(key, valueName);
        }
    }

    private static void deleteBelow(Win32 door, String path, KeyTree tree) {
        for (KeyTree subkey : tree.subkeys()) {
            deleteBelow(door, path + "\\" + subkey.name(), subkey);
            door.registry().deleteKey(path + "\\" + subkey.name());
        }
    }

    static void setPermissions(Win32 door, SetPermissions wanted) {
        int all = wanted.target().isFile() ? AccessMask.FILE_ALL_ACCESS : AccessMask.KEY_ALL_ACCESS;
        int read = wanted.target().isFile() ? AccessMask.FILE_GENERIC_READ : AccessMask.KEY_READ;
        List<AccessControlEntry> dacl = new ArrayList<>();
        for (Map.Entry<String, String> entry : wanted.allow().entrySet()) {
            int mask = entry.getValue().equals("read") ? read : all;
            dacl.add(AccessControlEntry.allow(account(door, entry.getKey()), mask));
        }
        if (wanted.target().isFile()) {
            NtPath file = NtPath.of(wanted.target().file());
            door.files().setSecurity(file, changed(door, door.files().security(file), wanted, dacl));
        } else {
            int access = AccessMask.READ_CONTROL | AccessMask.WRITE_DAC | AccessMask.WRITE_OWNER;
            try (RegistryKey key = door.registry().openKey(wanted.target().key(), access)) {
                key.setSecurity(changed(door, key.security(), wanted, dacl));
            }
        }
        door.traceToolUse("person", wanted.written());
    }

    private static SecurityDescriptor changed(
            Win32 door, SecurityDescriptor before, SetPermissions wanted, List<AccessControlEntry> dacl) {
        SecurityDescriptor changed = before.withDacl(dacl);
        return wanted.owner().isEmpty() ? changed : changed.withOwner(account(door, wanted.owner()));
    }

    private static Sid account(Win32 door, String name) {
        return door.accounts()
                .lookupName(name)
                .orElseThrow(() -> Win32Error.ERROR_NONE_MAPPED.raise("the account " + name));
    }
}
