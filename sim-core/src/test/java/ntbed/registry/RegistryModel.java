package ntbed.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import ntbed.win32.AccessMask;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Exception;

/** The registry in thirty lines: folded path to values; and a run of operations against both. */
final class RegistryModel {
    private static final String ROOT = "HKLM\\SOFTWARE\\";

    /** What can be done. */
    enum Kind {
        CREATE,
        OPEN,
        SET,
        SET_BY_HANDLE,
        DELETE_VALUE,
        DELETE_KEY,
        FLUSH
    }

    /** One operation; {@code number} is the data and picks a handle. */
    record Operation(Kind kind, String path, String name, int number) {}

    private static final class Key {
        final Map<String, Integer> values = new LinkedHashMap<>();
    }

    private final TreeMap<String, Key> keys = new TreeMap<>();
    private final List<Key> handles = new ArrayList<>();

    private int apply(Operation operation) {
        String path = CaseFolding.fold(operation.path());
        Key key = keys.get(path);
        switch (operation.kind()) {
            case CREATE, OPEN -> {
                if (key == null && operation.kind() == Kind.OPEN) {
                    return 2;
                }
                handles.add(create(path));
            }
            case SET -> create(path).values.put(operation.name(), operation.number());
            case SET_BY_HANDLE -> {
                if (!handles.isEmpty()) {
                    Key handle = handles.get(operation.number() % handles.size());
                    if (!keys.containsValue(handle)) {
                        return 1018;
                    }
                    handle.values.put(operation.name(), operation.number());
                }
            }
            case DELETE_VALUE -> {
                return key == null || key.values.remove(operation.name()) == null ? 2 : 0;
            }
            case DELETE_KEY -> {
                if (key == null) {
                    return 2;
                }
                String next = keys.higherKey(path + "\\");
                if (next != null && next.startsWith(path + "\\")) {
                    return 5;
                }
                keys.remove(path);
            }
            case FLUSH -> {}
        }
        return 0;
    }

    private Key create(String path) {
        int above = path.lastIndexOf('\\');
        if (above > 0) {
            create(path.substring(0, above));
        }
        return keys.computeIfAbsent(path, unused -> new Key());
    }

    /** Runs the operations on both; the first difference, or nothing. */
    static String compare(List<Operation> operations) {
        RegistryModel model = new RegistryModel();
        TestRegistries lab = new TestRegistries();
        List<RegistryKey> handles = new ArrayList<>();
        for (Operation operation : operations) {
            int expected = model.apply(operation);
            int actual = apply(operation, lab, handles);
            if (expected != actual) {
                return operation + " gave " + actual + " instead of " + expected;
            }
        }
        lab.registry.flushAll("test");
        String live = dump(lab.registry.tree("HKLM\\SOFTWARE").orElseThrow(), "");
        String disk = dump(
                Objects.requireNonNull(lab.registry.flushed().get(HiveMount.SOFTWARE))
                        .root(),
                "");
        String wanted = model.dump();
        return live.equals(wanted) && disk.equals(wanted) ? "" : live + " on disk " + disk + " instead of " + wanted;
    }

    private static int apply(Operation operation, TestRegistries lab, List<RegistryKey> handles) {
        String path = ROOT + operation.path();
        RegistryValue value = RegistryValue.dword(operation.number());
        int all = AccessMask.KEY_ALL_ACCESS;
        try {
            switch (operation.kind()) {
                case CREATE -> handles.add(lab.system.createKey(path, KeyCreation.stable(), all));
                case OPEN -> handles.add(lab.system.openKey(path, all));
                case SET -> lab.system.setValue(path, operation.name(), value);
                case SET_BY_HANDLE -> {
                    if (!handles.isEmpty()) {
                        handles.get(operation.number() % handles.size()).setValue(operation.name(), value);
                    }
                }
                case DELETE_VALUE -> lab.system.deleteValue(path, operation.name());
                case DELETE_KEY -> lab.system.deleteKey(path);
                case FLUSH -> lab.registry.flush(HiveMount.SOFTWARE);
            }
            return 0;
        } catch (Win32Exception refusal) {
            return refusal.code();
        }
    }

    private String dump() {
        StringBuilder text = new StringBuilder();
        keys.forEach((path, key) -> text.append(path).append(key.values).append('\n'));
        return text.toString();
    }

    private static String dump(KeyTree key, String path) {
        StringBuilder text = new StringBuilder();
        for (KeyTree subkey : key.subkeys()) {
            String subPath = PathText.join(path, CaseFolding.fold(subkey.name()));
            Map<String, Integer> values = new LinkedHashMap<>();
            for (NamedValue value : subkey.values()) {
                values.put(value.name(), value.value().dword().orElseThrow());
            }
            text.append(subPath).append(values).append('\n').append(dump(subkey, subPath));
        }
        return text.toString();
    }
}
