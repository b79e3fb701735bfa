package ntbed.component.iis;

import ntbed.win32.Win32Error;

/** What a record's data is; numbers of METADATA_RECORD. */
enum DataType {
    DWORD(1),
    STRING(2),
    BINARY(3),
    EXPANDSZ(4),
    MULTISZ(5);

    private final int number;

    DataType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The type with a number; 87 if there is none. */
    static DataType of(int number) {
        for (DataType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw Win32Error.ERROR_INVALID_PARAMETER.raise("data type " + number);
    }
}
