package ntbed.registry.regfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a {@code REGEDIT4} file after its header; skips what regedit skips, and says so. */
final class RegReader {
    private final Lines lines;
    private final boolean deletionAllowed;
    private final List<RegEntry> entries = new ArrayList<>();
    private final List<SkippedLine> skipped = new ArrayList<>();
    private boolean hasKey;
    private int lineNumber;

    RegReader(Lines lines, boolean deletionAllowed) {
        this.lines = lines;
        this.deletionAllowed = deletionAllowed;
    }

    List<RegEntry> entries() {
        return entries;
    }

    List<SkippedLine> skipped() {
        return skipped;
    }

    void readAll() {
        while (lines.hasNext()) {
            Line line = lines.read();
            lineNumber = lines.number();
            line.skipBlanks();
            if (line.atEnd() || line.peek() == ';' || line.peek() == '#') {
                continue;
            }
            if (line.contains('\0')) {
                skip("a zero byte in the line");
            } else if (line.take('[')) {
                readKey(line);
            } else if (line.peek() == '@' || line.peek() == '"') {
                readValue(line);
            } else {
                skip("neither key, value nor comment");
            }
        }
    }

    private void skip(String reason) {
        skipped.add(new SkippedLine(lineNumber, reason));
    }

    private void readKey(Line line) {
        boolean delete = line.take('-');
        if (Line.isBlank(line.peek())) {
            skip("a blank after the bracket");
            return;
        }
        hasKey = false;
        String name = line.upToLast(']');
        if (name == null) {
            skip("no closing bracket");
            return;
        }
        String path = RegPath.normal(name);
        if (path == null) {
            skip("unknown root key");
        } else if (!delete) {
            hasKey = true;
            entries.add(new RegEntry.Key(lineNumber, path));
        } else if (deletionAllowed) {
            entries.add(new RegEntry.DeleteKey(lineNumber, path));
        } else {
            skip("deletion of a key is not part of the old form");
        }
    }

    private void readValue(Line line) {
        String name = line.take('@') ? "" : line.quoted();
        if (name == null) {
            skip("no closing quote after the value's name");
            return;
        }
        line.skipBlanks();
        if (!line.take('=')) {
            skip("no equals sign after the value's name");
            return;
        }
        line.skipBlanks();
        if (line.take('-')) {
            readDeletion(name, line);
            return;
        }
        RegistryValue value = readData(line);
        if (value == null) {
            skip("data that cannot be read");
        } else if (!hasKey) {
            skip("no key to put the value in");
        } else {
            entries.add(new RegEntry.SetValue(lineNumber, name, value));
        }
    }

    private void readDeletion(String name, Line line) {
        if (!line.restIsIdle()) {
            skip("text after the minus sign");
        } else if (!hasKey) {
            skip("no key to delete the value from");
        } else {
            entries.add(new RegEntry.DeleteValue(lineNumber, name));
        }
    }

    private @Nullable RegistryValue readData(Line line) {
        if (line.peek() == '"') {
            String text = line.quoted();
            return text != null && line.restIsIdle() ? RegistryValue.sz(text) : null;
        }
        if (line.take("dword:")) {
            line.skipBlanks();
            long number = line.hexNumber();
            return number >= 0 && line.restIsIdle() ? RegistryValue.dword((int) number) : null;
        }
        return line.take("hex") ? readHex(line) : null;
    }

    private @Nullable RegistryValue readHex(Line line) {
        ValueType type = ValueType.REG_BINARY;
        if (line.take('(')) {
            long number = line.hexNumber();
            if (number < 0 || !line.take(')')) {
                return null;
            }
            type = new ValueType((int) number);
        }
        if (!line.take(':')) {
            return null;
        }
        byte[] bytes = HexList.read(lines, line);
        return bytes == null ? null : RegistryValue.of(type, isText(type) ? toUtf16(bytes) : bytes);
    }

    /** Whether the bytes of the type are ANSI text in the file and UTF-16 in the registry. */
    static boolean isText(ValueType type) {
        return type.equals(ValueType.REG_SZ)
                || type.equals(ValueType.REG_EXPAND_SZ)
                || type.equals(ValueType.REG_MULTI_SZ);
    }

    private static byte[] toUtf16(byte[] ansi) {
        return AnsiText.decode(ansi).getBytes(StandardCharsets.UTF_16LE);
    }
}
