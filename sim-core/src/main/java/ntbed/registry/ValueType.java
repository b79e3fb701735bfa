package ntbed.registry;

/**
 * The type number of a value. NT 4.0 keeps any number; the named ones are those of WINNT.H.
 *
 * @param code the number
 */
public record ValueType(int code) {
    public static final ValueType REG_NONE = new ValueType(0);
    public static final ValueType REG_SZ = new ValueType(1);
    public static final ValueType REG_EXPAND_SZ = new ValueType(2);
    public static final ValueType REG_BINARY = new ValueType(3);
    public static final ValueType REG_DWORD = new ValueType(4);
    public static final ValueType REG_DWORD_BIG_ENDIAN = new ValueType(5);
    public static final ValueType REG_LINK = new ValueType(6);
    public static final ValueType REG_MULTI_SZ = new ValueType(7);
    public static final ValueType REG_RESOURCE_LIST = new ValueType(8);
    public static final ValueType REG_FULL_RESOURCE_DESCRIPTOR = new ValueType(9);
    public static final ValueType REG_RESOURCE_REQUIREMENTS_LIST = new ValueType(10);

    private static final String[] NAMES = {
        "REG_NONE",
        "REG_SZ",
        "REG_EXPAND_SZ",
        "REG_BINARY",
        "REG_DWORD",
        "REG_DWORD_BIG_ENDIAN",
        "REG_LINK",
        "REG_MULTI_SZ",
        "REG_RESOURCE_LIST",
        "REG_FULL_RESOURCE_DESCRIPTOR",
        "REG_RESOURCE_REQUIREMENTS_LIST"
    };

    /** {@code REG_SZ} and so on; {@code REG_0x1f} for a number without a name. */
    @Override
    public String toString() {
        return code >= 0 && code < NAMES.length ? NAMES[code] : "REG_0x" + Integer.toHexString(code);
    }
}
