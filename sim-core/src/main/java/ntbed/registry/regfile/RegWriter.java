package ntbed.registry.regfile;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ntbed.registry.KeyTree;
import ntbed.registry.NamedValue;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.win32.Win32Error;

/** Writes keys in the layout of regedit's export. */
final class RegWriter {
    /** A line longer than this after a byte and its comma is continued on the next. */
    private static final int LONGEST_LINE = 76;

    /** Levels below the exported key; guards against circles of links. */
    private static final int DEEPEST = 512;

    private static final String END = "\r\n";

    private final RegistryApi registry;
    private final StringBuilder out = new StringBuilder();

    private RegWriter(RegistryApi registry) {
        this.registry = registry;
    }

    static byte[] export(RegistryApi registry, String path) {
        String normal = RegPath.normal(path);
        KeyTree key = (normal == null ? Optional.<KeyTree>empty() : registry.tree(normal))
                .orElseThrow(() -> Win32Error.ERROR_FILE_NOT_FOUND.raise(path));
        RegWriter writer = new RegWriter(registry);
        writer.out.append("REGEDIT4").append(END).append(END);
        writer.key(key, normal == null ? path : normal, 0);
        return AnsiText.encode(writer.out.toString());
    }

    private void key(KeyTree key, String path, int depth) {
        out.append('[').append(path).append(']').append(END);
        for (NamedValue value : key.values()) {
            value(value);
        }
        out.append(END);
        if (depth >= DEEPEST) {
            return;
        }
        for (KeyTree subkey : key.subkeys()) {
            String subPath = path + "\\" + subkey.name();
            Optional<KeyTree> readable = registry.tree(subPath);
            if (readable.isPresent()) {
                key(readable.get(), subPath, depth + 1);
            }
        }
    }

    private void value(NamedValue named) {
        int lineStart = out.length();
        if (named.name().isEmpty()) {
            out.append('@');
        } else {
            quoted(named.name());
        }
        out.append('=');
        RegistryValue value = named.value();
        if (value.type().equals(ValueType.REG_SZ)) {
            quoted(value.text().orElse(""));
        } else if (value.dword().isPresent()) {
            out.append("dword:");
            hex(value.dword().getAsInt(), 8);
        } else {
            bytes(value, lineStart);
        }
        out.append(END);
    }

    private void bytes(RegistryValue value, int start) {
        ValueType type = value.type();
        if (type.equals(ValueType.REG_BINARY)) {
            out.append("hex:");
        } else {
            out.append("hex(").append(Integer.toHexString(type.code())).append("):");
        }
        byte[] data = RegReader.isText(type) ? toAnsi(value.data()) : value.data();
        int lineStart = start;
        for (int i = 0; i < data.length; i++) {
            hex(data[i] & 0xFF, 2);
            if (i + 1 < data.length) {
                out.append(',');
                if (out.length() - lineStart > LONGEST_LINE) {
                    out.append('\\').append(END);
                    lineStart = out.length();
                    out.append("  ");
                }
            }
        }
    }

    private static byte[] toAnsi(byte[] utf16) {
        return AnsiText.encode(new String(utf16, 0, utf16.length & ~1, StandardCharsets.UTF_16LE));
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '"') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }

    private void hex(int number, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(number >>> shift & 15, 16));
        }
    }
}
