package ntbed.security;

import ntbed.win32.AccessMask;

/**
 * What the four generic rights mean for a kind of object.
 *
 * @param read for GENERIC_READ
 * @param write for GENERIC_WRITE
 * @param execute for GENERIC_EXECUTE
 * @param all for GENERIC_ALL, and the most MAXIMUM_ALLOWED can give
 */
public record GenericMapping(int read, int write, int execute, int all) {
    /** Registry keys. */
    public static final GenericMapping KEY = new GenericMapping(
            AccessMask.KEY_READ, AccessMask.KEY_WRITE, AccessMask.KEY_READ, AccessMask.KEY_ALL_ACCESS);

    /** Files and directories. */
    public static final GenericMapping FILE = new GenericMapping(
            AccessMask.FILE_GENERIC_READ,
            AccessMask.FILE_GENERIC_WRITE,
            AccessMask.FILE_GENERIC_EXECUTE,
            AccessMask.FILE_ALL_ACCESS);

    /** Services, as MSDN maps them. */
    public static final GenericMapping SERVICE = new GenericMapping(
            AccessMask.READ_CONTROL | 0x8D,
            AccessMask.READ_CONTROL | 0x2,
            AccessMask.READ_CONTROL | 0x170,
            0x000F_01FF);

    /** The service control manager itself, as MSDN maps it. */
    public static final GenericMapping SC_MANAGER = new GenericMapping(
            AccessMask.READ_CONTROL | 0x14,
            AccessMask.READ_CONTROL | 0x22,
            AccessMask.READ_CONTROL | 0x9,
            AccessMask.SC_MANAGER_ALL_ACCESS);

    /** The mask with its generic bits replaced by what they mean here. */
    public int map(int mask) {
        int mapped = mask & 0x0FFF_FFFF;
        mapped |= (mask & AccessMask.GENERIC_READ) != 0 ? read : 0;
        mapped |= (mask & AccessMask.GENERIC_WRITE) != 0 ? write : 0;
        mapped |= (mask & AccessMask.GENERIC_EXECUTE) != 0 ? execute : 0;
        mapped |= (mask & AccessMask.GENERIC_ALL) != 0 ? all : 0;
        return mapped;
    }
}
