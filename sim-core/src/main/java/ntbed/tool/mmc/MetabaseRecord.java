package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;
import ntbed.win32.Win32Error;

/**
 * A property as it travels between the console and the metabase object: fields of a line, parted by tabs.
 *
 * @param id its identifier (IISCNFG.H)
 * @param attributes METADATA_ bits
 * @param userType 1 server, 2 file
 * @param type {@code DWORD}, {@code STRING}, {@code MULTISZ} and others
 * @param data its texts; a number is one text of decimal digits
 */
record MetabaseRecord(int id, int attributes, int userType, String type, List<String> data) {
    static final String DWORD = "DWORD";
    static final String STRING = "STRING";
    static final String MULTISZ = "MULTISZ";
    static final int INHERIT = 0x1;
    static final int USER_SERVER = 1;
    static final int USER_FILE = 2;

    private static final int IS_INHERITED = 0x20;
    private static final int FIELDS = 4;

    MetabaseRecord {
        data = List.copyOf(data);
    }

    /** What a sheet writes where there was nothing: settings of a site stay with it, others are handed down. [I] */
    static MetabaseRecord fresh(int id, String type) {
        boolean ofSite = id == Setting.SERVER_COMMENT || id == Setting.SERVER_BINDINGS || id == SiteState.COMMAND;
        return new MetabaseRecord(id, ofSite ? 0 : INHERIT, ofSite ? USER_SERVER : USER_FILE, type, List.of());
    }

    /** The same property with other data, as a key's own. */
    MetabaseRecord with(List<String> other) {
        return new MetabaseRecord(id, attributes & ~IS_INHERITED, userType, type, other);
    }

    /** Reads a line; 1783 (RPC_X_BAD_STUB_DATA) for one that is none. */
    static MetabaseRecord parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < FIELDS) {
            throw Win32Error.RPC_X_BAD_STUB_DATA.raise("metabase answer");
        }
        List<String> data = new ArrayList<>();
        for (int i = FIELDS; i < fields.length; i++) {
            data.add(plain(fields[i]));
        }
        return new MetabaseRecord(number(fields[0]), number(fields[1]), number(fields[2]), fields[3], data);
    }

    /** Writes a line. */
    String line() {
        StringBuilder line = new StringBuilder(id + "\t" + Integer.toUnsignedString(attributes) + "\t"
                + Integer.toUnsignedString(userType) + "\t" + type);
        for (String text : data) {
            line.append('\t').append(escaped(text));
        }
        if (data.isEmpty()) {
            line.append('\t');
        }
        return line.toString();
    }

    static int number(String digits) {
        try {
            return Integer.parseUnsignedInt(digits);
        } catch (NumberFormatException e) {
            throw Win32Error.RPC_X_BAD_STUB_DATA.raise("metabase answer");
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String plain(String text) {
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
}
