package ntbed.component.protectedstorage;

/**
 * The codes of Protected Storage that can arise here; names and numbers: the SDK's pstore.h. A service-specific code, as
 * an answer of the service carries it; printed unsigned (rule PS-01).
 */
enum PstError {
    OK(0),
    FAIL(0x800C_0001),
    PROV_DLL_NOT_FOUND(0x800C_0002),
    TYPE_EXISTS(0x800C_0004),
    TYPE_NO_EXISTS(0x800C_0005),
    NO_PERMISSIONS(0x800C_0007),
    STORAGE_ERROR(0x800C_0008),
    WRONG_PASSWORD(0x800C_000A),
    DISK_IMAGE_MISMATCH(0x800C_000B),
    BAD_FLAGS(0x800C_000E),
    ITEM_EXISTS(0x800C_000F),
    ITEM_NO_EXISTS(0x800C_0010),
    SERVICE_UNAVAILABLE(0x800C_0011),
    NOTEMPTY(0x800C_0012),
    INVALID_STRING(0x800C_0013),
    NYI(0x800C_0F00);

    private final int code;

    PstError(int code) {
        this.code = code;
    }

    /** The number as 32 bits; {@link #toString} prints it unsigned. */
    int code() {
        return code;
    }

    @Override
    public String toString() {
        return "PST_E_" + name() + " (" + Integer.toUnsignedString(code) + ")";
    }
}
