package ntbed.component.iis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** A record as a line of text: fields parted by tabs, see the package's document. */
final class RecordText {
    private static final int FIELDS = 4;

    private RecordText() {}

    static String of(MetaRecord record) {
        return head(record) + data(record);
    }

    /** All fields but the data. */
    static String head(MetaRecord record) {
        return record.id() + "\t" + record.attributes() + "\t" + record.userType() + "\t" + record.type() + "\t";
    }

    private static String data(MetaRecord record) {
        return switch (record.type()) {
            case DWORD -> Integer.toUnsignedString(record.number(0));
            case STRING, EXPANDSZ -> escaped(record.text());
            case BINARY -> hex(record.data());
            case MULTISZ -> {
                List<String> texts = new ArrayList<>();
                record.texts().forEach(text -> texts.add(escaped(text)));
                yield String.join("\t", texts);
            }
        };
    }

    /**
     * Reads a line.
     *
     * @throws Win32Exception 87
     */
    static MetaRecord parse(String line) {
        List<String> fields = split(line);
        if (fields.size() < FIELDS) {
            throw misfit("record");
        }
        int id = number(fields.get(0));
        int attributes = number(fields.get(1));
        int userType = number(fields.get(2));
        List<String> data = fields.subList(FIELDS, fields.size());
        DataType type = type(fields.get(3));
        if (type != DataType.MULTISZ && data.size() != 1) {
            throw misfit("data");
        }
        return switch (type) {
            case DWORD -> MetaRecord.dword(id, attributes, userType, number(data.get(0)));
            case STRING -> MetaRecord.string(id, attributes, userType, plain(data.get(0)));
            case EXPANDSZ ->
                new MetaRecord(
                        id, attributes, userType, DataType.EXPANDSZ, MetaRecord.utf16(plain(data.get(0)) + "\0"));
            case BINARY -> new MetaRecord(id, attributes, userType, DataType.BINARY, bytes(data.get(0)));
            case MULTISZ ->
                MetaRecord.multi(
                        id,
                        attributes,
                        userType,
                        data.stream()
                                .filter(text -> !text.isEmpty())
                                .map(RecordText::plain)
                                .toArray(String[]::new));
        };
    }

    /** A decimal number of 32 bits, unsigned; 87. */
    static int number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            number = number * 10 + c - '0';
            if (c < '0' || c > '9' || number > 0xFFFF_FFFFL) {
                throw misfit("number");
            }
        }
        if (text.isEmpty()) {
            throw misfit("number");
        }
        return (int) number;
    }

    /** Lines or fields; an empty text is one empty field. */
    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int end = line.indexOf('\t'); end >= 0; end = line.indexOf('\t', from)) {
            fields.add(line.substring(from, end));
            from = end + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    private static DataType type(String name) {
        for (DataType type : DataType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw misfit("data type");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String plain(String text) {
        if (text.indexOf('\0') >= 0) {
            throw misfit("text");
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i) == 'n' ? '\n' : text.charAt(i) == 't' ? '\t' : text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static String hex(byte[] data) {
        StringBuilder hex = new StringBuilder(data.length * 2);
        for (byte b : data) {
            hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < hex.length(); i++) {
            int digit = Character.digit(hex.charAt(i), 16);
            if (digit < 0 || hex.length() % 2 != 0) {
                throw misfit("bytes");
            }
            bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
        }
        return bytes;
    }

    /** The text of lines as bytes of an answer. */
    static byte[] answer(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Never says what the text was: it may be a secret. */
    private static Win32Exception misfit(String what) {
        return Win32Error.ERROR_INVALID_PARAMETER.raise("metabase request: " + what);
    }
}
