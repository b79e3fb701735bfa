package ntbed.component.iis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One property of a metabase key: METADATA_RECORD. The data of a secure record is the blob in which it is kept, so no
 * secret is ever in a record.
 */
final class MetaRecord {
    static final int INHERIT = 0x1;
    static final int SECURE = 0x4;
    static final int VOLATILE = 0x10;
    static final int ISINHERITED = 0x20;

    static final int USER_SERVER = 1;
    static final int USER_FILE = 2;
    static final int USER_WAM = 100;

    private final int id;
    private final int attributes;
    private final int userType;
    private final DataType type;
    private final byte[] data;

    MetaRecord(int id, int attributes, int userType, DataType type, byte[] data) {
        this.id = id;
        this.attributes = attributes;
        this.userType = userType;
        this.type = type;
        this.data = data;
    }

    static MetaRecord dword(int id, int attributes, int userType, int number) {
        byte[] bytes = {(byte) number, (byte) (number >>> 8), (byte) (number >>> 16), (byte) (number >>> 24)};
        return new MetaRecord(id, attributes, userType, DataType.DWORD, bytes);
    }

    static MetaRecord string(int id, int attributes, int userType, String text) {
        return new MetaRecord(id, attributes, userType, DataType.STRING, utf16(text + "\0"));
    }

    static MetaRecord multi(int id, int attributes, int userType, String... texts) {
        return new MetaRecord(id, attributes, userType, DataType.MULTISZ, utf16(String.join("\0", texts) + "\0\0"));
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    int id() {
        return id;
    }

    int attributes() {
        return attributes;
    }

    boolean has(int attribute) {
        return (attributes & attribute) != 0;
    }

    int userType() {
        return userType;
    }

    DataType type() {
        return type;
    }

    /** The bytes; they are not copied and nobody changes them. */
    byte[] data() {
        return data;
    }

    MetaRecord withAttributes(int other) {
        return new MetaRecord(id, other, userType, type, data);
    }

    MetaRecord withData(byte[] other) {
        return new MetaRecord(id, attributes, userType, type, other);
    }

    /** The number of a DWORD of four bytes, or the other number. */
    int number(int otherwise) {
        boolean fits = type == DataType.DWORD && data.length == 4;
        return fits
                ? (data[0] & 0xFF) | (data[1] & 0xFF) << 8 | (data[2] & 0xFF) << 16 | (data[3] & 0xFF) << 24
                : otherwise;
    }

    /** The text up to its first zero. */
    String text() {
        String all = new String(data, 0, data.length & ~1, StandardCharsets.UTF_16LE);
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }

    /** The strings up to the first empty one. */
    List<String> texts() {
        String all = new String(data, 0, data.length & ~1, StandardCharsets.UTF_16LE);
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int end = all.indexOf('\0'); end > from; end = all.indexOf('\0', from)) {
            texts.add(all.substring(from, end));
            from = end + 1;
        }
        return texts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetaRecord that
                && id == that.id
                && attributes == that.attributes
                && userType == that.userType
                && type == that.type
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * id + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "MetaRecord[" + id + ", " + type + ", " + data.length + " bytes]";
    }
}
