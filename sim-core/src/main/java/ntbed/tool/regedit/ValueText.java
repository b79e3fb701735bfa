package ntbed.tool.regedit;

import java.util.Locale;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.win32.NotSimulatedException;

/** How regedit shows data, and what it edits: text and numbers; the types it does not know it shows as bytes (O1). */
final class ValueText {
    private ValueText() {}

    static String shown(RegistryValue value) {
        if (value.dword().isPresent()) {
            int number = value.dword().getAsInt();
            return String.format(Locale.ROOT, "0x%08x (%s)", number, Integer.toUnsignedString(number));
        }
        if (value.type().equals(ValueType.REG_SZ)) {
            return value.shown();
        }
        return RegistryValue.binary(value.data()).shown();
    }

    static String editorTitle(RegistryValue value) {
        if (value.dword().isPresent()) {
            return "Edit DWORD Value";
        }
        if (value.type().equals(ValueType.REG_SZ)) {
            return "Edit String";
        }
        throw new NotSimulatedException("regedit: editing of " + value.type());
    }

    /** What stands in the field at first: a number in hexadecimal without a prefix. */
    static String editable(RegistryValue value) {
        return value.dword().isPresent()
                ? Integer.toHexString(value.dword().getAsInt())
                : value.text().orElse("");
    }

    static RegistryValue parse(RegistryValue before, String typed) {
        if (before.dword().isEmpty()) {
            return RegistryValue.sz(typed);
        }
        boolean fits = !typed.isEmpty() && typed.length() <= 8;
        for (int i = 0; i < typed.length(); i++) {
            fits &= Character.digit(typed.charAt(i), 16) >= 0;
        }
        if (!fits) {
            throw new IllegalArgumentException("the field takes only hexadecimal digits: " + typed);
        }
        return RegistryValue.dword(Integer.parseUnsignedInt(typed, 16));
    }
}
