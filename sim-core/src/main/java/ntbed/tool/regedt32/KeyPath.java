package ntbed.tool.regedt32;

import ntbed.filesystem.NtPath;

/** A key as a person writes it: any case, a blank beside a backslash, a backslash too many at the end. */
final class KeyPath {
    private KeyPath() {}

    /**
     * The path as the registry takes it: {@code HKEY_LOCAL_MACHINE \system\x} becomes {@code
     * HKEY_LOCAL_MACHINE\system\x}.
     */
    static String tidy(String typed) {
        StringBuilder path = new StringBuilder();
        for (String name : typed.strip().split("\\\\", -1)) {
            if (!name.isBlank()) {
                path.append(path.length() == 0 ? "" : "\\")
                        .append(path.length() == 0 ? root(name.strip()) : name.strip());
            }
        }
        return path.toString();
    }

    private static String root(String name) {
        return switch (NtPath.fold(name)) {
            case "HKLM" -> "HKEY_LOCAL_MACHINE";
            case "HKU" -> "HKEY_USERS";
            case "HKCU" -> "HKEY_CURRENT_USER";
            case "HKCR" -> "HKEY_CLASSES_ROOT";
            default -> NtPath.fold(name);
        };
    }
}
