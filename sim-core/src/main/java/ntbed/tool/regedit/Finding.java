package ntbed.tool.regedit;

import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.win32.CaseFolding;

/**
 * Edit, Find: the next key whose name, or one of whose values' names or data, has the text in it; in the order of the
 * tree, from behind the selected key to the end. Keys that may not be read are passed over.
 */
final class Finding {
    private final Win32 win32;
    private final String text;
    private final String selected;
    private boolean behind;

    private Finding(Win32 win32, String text, String selected) {
        this.win32 = win32;
        this.text = CaseFolding.fold(text);
        this.selected = CaseFolding.fold(selected);
    }

    /** The path of the next key that has it; empty where the end was reached. */
    static Optional<String> next(Win32 win32, String text, String selected, Iterable<String> roots) {
        Finding finding = new Finding(win32, text, selected);
        finding.behind = selected.indexOf("HKEY_") < 0;
        for (String root : roots) {
            Optional<KeyTree> key = win32.registry().tree(root);
            Optional<String> found = key.isEmpty() ? Optional.empty() : finding.in(key.get(), root);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> in(KeyTree key, String path) {
        if (behind && has(key)) {
            return Optional.of(path);
        }
        behind |= CaseFolding.fold(path).equals(selected);
        for (KeyTree subkey : key.subkeys()) {
            String below = path + "\\" + subkey.name();
            Optional<KeyTree> readable = win32.registry().tree(below);
            Optional<String> found = readable.isEmpty() ? Optional.empty() : in(readable.get(), below);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean has(KeyTree key) {
        return contains(key.name()) || key.values().stream().anyMatch(this::has);
    }

    private boolean has(NamedValue value) {
        return contains(value.name())
                || value.value().text().filter(this::contains).isPresent();
    }

    private boolean contains(String where) {
        return CaseFolding.fold(where).contains(text);
    }
}
