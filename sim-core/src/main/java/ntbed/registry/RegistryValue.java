package ntbed.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Type and data of a registry value: immutable bytes, as NT stores them (text in UTF-16LE with its final zero).
 *
 * <p>The reading methods never throw: data that does not fit the asked type is an empty answer, as a careful program
 * treats it.
 */
public final class RegistryValue {
    private final ValueType type;
    private final byte[] data;

    /** Made when first asked for; every trace of the value shows the same text. */
    private @Nullable String text;

    private RegistryValue(ValueType type, byte[] data) {
        this.type = type;
        this.data = data;
    }

    /** Any type with any bytes. */
    public static RegistryValue of(ValueType type, byte[] data) {
        return new RegistryValue(type, data.clone());
    }

    /** REG_SZ. */
    public static RegistryValue sz(String text) {
        return new RegistryValue(ValueType.REG_SZ, utf16(text + "\0"));
    }

    /** REG_EXPAND_SZ. */
    public static RegistryValue expandSz(String text) {
        return new RegistryValue(ValueType.REG_EXPAND_SZ, utf16(text + "\0"));
    }

    /** REG_MULTI_SZ. */
    public static RegistryValue multiSz(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        texts.forEach(text -> joined.append(text).append('\0'));
        return new RegistryValue(
                ValueType.REG_MULTI_SZ, utf16(joined.append('\0').toString()));
    }

    /** REG_MULTI_SZ. */
    public static RegistryValue multiSz(String... texts) {
        return multiSz(List.of(texts));
    }

    /** REG_DWORD. */
    public static RegistryValue dword(int number) {
        byte[] bytes = {(byte) number, (byte) (number >>> 8), (byte) (number >>> 16), (byte) (number >>> 24)};
        return new RegistryValue(ValueType.REG_DWORD, bytes);
    }

    /** REG_BINARY. */
    public static RegistryValue binary(byte... bytes) {
        return new RegistryValue(ValueType.REG_BINARY, bytes.clone());
    }

    /** The type. */
    public ValueType type() {
        return type;
    }

    /** A copy of the data. */
    public byte[] data() {
        return data.clone();
    }

    /** Length of the data in bytes. */
    public int size() {
        return data.length;
    }

    /** The number of a REG_DWORD of four bytes. */
    public OptionalInt dword() {
        if (!type.equals(ValueType.REG_DWORD) || data.length != 4) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                (data[0] & 0xFF) | (data[1] & 0xFF) << 8 | (data[2] & 0xFF) << 16 | (data[3] & 0xFF) << 24);
    }

    /** The text of a REG_SZ or REG_EXPAND_SZ up to its first zero, unexpanded. */
    public Optional<String> text() {
        if (!type.equals(ValueType.REG_SZ) && !type.equals(ValueType.REG_EXPAND_SZ)) {
            return Optional.empty();
        }
        String all = utf16(data);
        int end = all.indexOf('\0');
        return Optional.of(end < 0 ? all : all.substring(0, end));
    }

    /** The strings of a REG_MULTI_SZ up to the first empty one. */
    public Optional<List<String>> texts() {
        if (!type.equals(ValueType.REG_MULTI_SZ)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (String text : rawTexts()) {
            if (text.isEmpty()) {
                break;
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }

    /**
     * All zero-terminated strings of the data by its length, empty ones too, whatever the type (rule B12 needs
     * this).
     */
    public List<String> rawTexts() {
        String all = utf16(data);
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int end = all.indexOf('\0'); end >= 0; end = all.indexOf('\0', from)) {
            texts.add(all.substring(from, end));
            from = end + 1;
        }
        if (from < all.length()) {
            texts.add(all.substring(from));
        }
        return texts;
    }

    /** The data as a person reads it: text in quotes, {@code 0x2}, strings with separators, bytes in hexadecimal. */
    public String shown() {
        if (dword().isPresent()) {
            return "0x" + Integer.toHexString(dword().getAsInt());
        }
        if (text().isPresent()) {
            return "\"" + text().get() + "\"";
        }
        if (texts().isPresent()) {
            return "\"" + String.join("\" \"", texts().get()) + "\"";
        }
        StringBuilder hex = new StringBuilder();
        for (byte b : data) {
            hex.append(hex.length() == 0 ? "" : " ")
                    .append(Character.forDigit((b >> 4) & 15, 16))
                    .append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryValue that && type.equals(that.type) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * type.code() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = type + ": " + shown();
            text = known;
        }
        return known;
    }

    /** Written out for what has no surrogates, nearly all: the charset's own coder is slow until it is compiled. */
    private static byte[] utf16(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return text.getBytes(StandardCharsets.UTF_16LE);
            }
            bytes[2 * i] = (byte) c;
            bytes[2 * i + 1] = (byte) (c >>> 8);
        }
        return bytes;
    }

    private static String utf16(byte[] bytes) {
        char[] chars = new char[bytes.length / 2];
        for (int i = 0; i < chars.length; i++) {
            char c = (char) ((bytes[2 * i] & 0xFF) | bytes[2 * i + 1] << 8);
            if (Character.isSurrogate(c)) {
                return new String(bytes, 0, 2 * chars.length, StandardCharsets.UTF_16LE);
            }
            chars[i] = c;
        }
        return new String(chars);
    }
}
