package ntbed.component.optionpack;

import ntbed.machine.Win32;
import ntbed.registry.RegistryValue;

/** The registry's list of installed parts: a value of 1 for each under {@code OC Manager\Subcomponents}. */
final class InstalledParts {
    private static final String KEY =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager\\Subcomponents";

    private final Win32 win32;

    InstalledParts(Win32 win32) {
        this.win32 = win32;
    }

    boolean has(Part part) {
        return win32.registry()
                .value(KEY, part.name())
                .filter(RegistryValue.dword(1)::equals)
                .isPresent();
    }

    boolean any() {
        return Part.ALL.stream().anyMatch(this::has);
    }

    void set(Part part, boolean installed) {
        win32.registry().setValue(KEY, part.name(), RegistryValue.dword(installed ? 1 : 0));
    }
}
