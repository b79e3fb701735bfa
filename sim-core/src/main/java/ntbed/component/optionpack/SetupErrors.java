package ntbed.component.optionpack;

import java.util.List;
import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryValue;

/**
 * Where an unattended run writes what went wrong (Q281511; the release notes name another key, Q230287): a text a
 * value, named 1, 2 and so on [M]. A run begins by emptying it.
 */
final class SetupErrors {
    private static final String KEY =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager\\MasterInfs\\Errors";

    private final Win32 win32;
    private int count;

    SetupErrors(Win32 win32) {
        this.win32 = win32;
    }

    void begin() {
        Optional<KeyTree> key = win32.registry().tree(KEY);
        for (NamedValue value : key.map(KeyTree::values).orElse(List.of())) {
            win32.registry().deleteValue(KEY, value.name());
        }
    }

    void add(String text) {
        count++;
        win32.registry().setValue(KEY, Integer.toString(count), RegistryValue.sz(text));
    }
}
