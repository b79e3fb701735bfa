package ntbed.scm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import ntbed.filesystem.NtPath;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What a service's key says, read once (K2): an immutable value. Junk in the key never throws: it is a missing value.
 *
 * @param name the key's name
 * @param folded the name for comparing
 * @param type K4
 * @param start K5
 * @param errorControl K6; a missing one is 0, Ignore (K3)
 * @param displayName null = the key name is shown (K7)
 * @param group load-order group, often empty
 * @param tag position in the group's tag list; null = none
 * @param dependOnServices raw names, in order
 * @param dependOnGroups raw names, in order
 * @param imagePath unexpanded; null = missing (I1)
 * @param expandable whether the image path is REG_EXPAND_SZ (I3)
 * @param objectName account or driver object; null = missing
 * @param deleted whether DeleteFlag is set (K8)
 * @param faulty name of the first dependency value that is not REG_MULTI_SZ (K9); null = none
 */
record ServiceDefinition(
        String name,
        String folded,
        int type,
        int start,
        int errorControl,
        @Nullable String displayName,
        String group,
        @Nullable Integer tag,
        List<String> dependOnServices,
        List<String> dependOnGroups,
        @Nullable String imagePath,
        boolean expandable,
        @Nullable String objectName,
        boolean deleted,
        @Nullable String faulty) {
    private static final int WIN32 = ServiceConfig.WIN32_OWN_PROCESS | ServiceConfig.WIN32_SHARE_PROCESS;

    /** Longest key name that is a service's (K1). */
    static final int MAX_NAME_CHARS = 256;

    /** What a key turned out to be, remembered with the key. */
    private record Verdict(@Nullable ServiceDefinition service) {}

    /** The service of a key; null where it is none (K3: Type or Start missing or impossible). */
    static @Nullable ServiceDefinition read(KeyTree key) {
        return key.memo(Verdict.class, any -> new Verdict(readAnew(any))).service();
    }

    private static @Nullable ServiceDefinition readAnew(KeyTree key) {
        Reading reading = new Reading();
        List<NamedValue> values = key.values();
        for (int i = 0; i < values.size(); i++) {
            reading.take(values.get(i));
        }
        return isService(key.name(), reading.type, reading.start) ? reading.definition(key.name()) : null;
    }

    private static boolean isService(String name, int type, int start) {
        return possibleType(type)
                && start >= ServiceConfig.BOOT_START
                && start <= ServiceConfig.DISABLED
                && !(start < ServiceConfig.AUTO_START && (type & WIN32) != 0)
                && name.length() <= MAX_NAME_CHARS;
    }

    /** K4: one of the six kinds, the interactive bit only beside a Win32 one. */
    static boolean possibleType(int type) {
        return switch (type & ~ServiceConfig.INTERACTIVE_PROCESS) {
            case ServiceConfig.WIN32_OWN_PROCESS, ServiceConfig.WIN32_SHARE_PROCESS -> true;
            case ServiceConfig.KERNEL_DRIVER,
                    ServiceConfig.FILE_SYSTEM_DRIVER,
                    ServiceConfig.ADAPTER,
                    ServiceConfig.RECOGNIZER_DRIVER -> (type & ServiceConfig.INTERACTIVE_PROCESS) == 0;
            default -> false;
        };
    }

    /** The name that people see. */
    String shownName() {
        return displayName == null || displayName.isEmpty() ? name : displayName;
    }

    /** Whether it is a driver, loaded instead of run. */
    boolean isDriver() {
        return (type & WIN32) == 0;
    }

    /** Whether several services of the same image share one process (I7). */
    boolean isShared() {
        return (type & ServiceConfig.WIN32_SHARE_PROCESS) != 0;
    }

    /** Whether auto-start is to start it; adapters are never started (K4, K5). */
    boolean isAutoStart() {
        return start == ServiceConfig.AUTO_START && type != ServiceConfig.ADAPTER;
    }

    /** Whether the loader or the kernel load it before the service control manager runs. */
    boolean isBootDriver() {
        return start <= ServiceConfig.SYSTEM_START && isDriver();
    }

    /** The account it runs as: LocalSystem where none is given (K7, U1). */
    String account() {
        return objectName == null || objectName.isEmpty() ? "LocalSystem" : objectName;
    }

    /** Values as they come, in whatever order and type. */
    private static final class Reading {
        private int type = -1;
        private int start = -1;
        private int errorControl;
        private @Nullable String displayName;
        private String group = "";
        private @Nullable Integer tag;
        private List<String> services = List.of();
        private List<String> groups = List.of();
        private @Nullable String imagePath;
        private boolean expandable;
        private @Nullable String objectName;
        private boolean deleted;
        private @Nullable String faulty;

        void take(NamedValue named) {
            RegistryValue value = named.value();
            switch (NtPath.fold(named.name())) {
                case "TYPE" -> type = number(value, -1);
                case "START" -> start = number(value, -1);
                case "ERRORCONTROL" -> errorControl = Math.min(3, Math.max(0, number(value, 0)));
                case "DISPLAYNAME" -> displayName = value.text().orElse(null);
                case "GROUP" -> group = value.text().orElse("");
                case "TAG" -> tag = value.dword().isPresent() ? value.dword().getAsInt() : null;
                case "DEPENDONSERVICE" -> services = names(named);
                case "DEPENDONGROUP" -> groups = names(named);
                case "IMAGEPATH" -> {
                    imagePath = value.text().orElse(null);
                    expandable = value.type().equals(ValueType.REG_EXPAND_SZ);
                }
                case "OBJECTNAME" -> objectName = value.text().orElse(null);
                case "DELETEFLAG" -> deleted = number(value, 0) != 0;
                default -> {} // Parameters of the service itself; not the manager's business.
            }
        }

        private static int number(RegistryValue value, int otherwise) {
            OptionalInt number = value.dword();
            return number.isPresent() ? number.getAsInt() : otherwise;
        }

        private List<String> names(NamedValue named) {
            if (!named.value().type().equals(ValueType.REG_MULTI_SZ)) {
                faulty = faulty == null ? named.name() : faulty;
                return List.of();
            }
            List<String> names = new ArrayList<>();
            for (String text : named.value().texts().orElse(List.of())) {
                if (!text.isBlank()) {
                    names.add(text);
                }
            }
            return List.copyOf(names);
        }

        ServiceDefinition definition(String name) {
            String folded = NtPath.fold(name);
            return new ServiceDefinition(
                    name,
                    folded,
                    type,
                    start,
                    errorControl,
                    displayName,
                    group,
                    tag,
                    services,
                    groups,
                    imagePath,
                    expandable,
                    objectName,
                    deleted,
                    faulty);
        }
    }
}
