package ntbed.win32;

/** Access rights, as WINNT.H and WINSVC.H of the 1996 SDK number them. */
public final class AccessMask {
    public static final int DELETE = 0x0001_0000;
    public static final int READ_CONTROL = 0x0002_0000;
    public static final int WRITE_DAC = 0x0004_0000;
    public static final int WRITE_OWNER = 0x0008_0000;
    public static final int SYNCHRONIZE = 0x0010_0000;
    public static final int STANDARD_RIGHTS_REQUIRED = 0x000F_0000;
    public static final int ACCESS_SYSTEM_SECURITY = 0x0100_0000;
    public static final int MAXIMUM_ALLOWED = 0x0200_0000;
    public static final int GENERIC_ALL = 0x1000_0000;
    public static final int GENERIC_EXECUTE = 0x2000_0000;
    public static final int GENERIC_WRITE = 0x4000_0000;
    public static final int GENERIC_READ = 0x8000_0000;

    public static final int KEY_QUERY_VALUE = 0x1;
    public static final int KEY_SET_VALUE = 0x2;
    public static final int KEY_CREATE_SUB_KEY = 0x4;
    public static final int KEY_ENUMERATE_SUB_KEYS = 0x8;
    public static final int KEY_NOTIFY = 0x10;
    public static final int KEY_CREATE_LINK = 0x20;
    public static final int KEY_READ = 0x0002_0019;
    public static final int KEY_WRITE = 0x0002_0006;
    public static final int KEY_ALL_ACCESS = 0x000F_003F;

    public static final int FILE_READ_DATA = 0x1;
    public static final int FILE_WRITE_DATA = 0x2;
    public static final int FILE_APPEND_DATA = 0x4;
    public static final int FILE_READ_EA = 0x8;
    public static final int FILE_WRITE_EA = 0x10;
    public static final int FILE_EXECUTE = 0x20;
    public static final int FILE_DELETE_CHILD = 0x40;
    public static final int FILE_READ_ATTRIBUTES = 0x80;
    public static final int FILE_WRITE_ATTRIBUTES = 0x100;
    public static final int FILE_GENERIC_READ = 0x0012_0089;
    public static final int FILE_GENERIC_WRITE = 0x0012_0116;
    public static final int FILE_GENERIC_EXECUTE = 0x0012_00A0;
    public static final int FILE_ALL_ACCESS = 0x001F_01FF;

    public static final int SC_MANAGER_CONNECT = 0x1;
    public static final int SC_MANAGER_CREATE_SERVICE = 0x2;
    public static final int SC_MANAGER_ENUMERATE_SERVICE = 0x4;
    public static final int SC_MANAGER_LOCK = 0x8;
    public static final int SC_MANAGER_QUERY_LOCK_STATUS = 0x10;
    public static final int SC_MANAGER_MODIFY_BOOT_CONFIG = 0x20;
    public static final int SC_MANAGER_ALL_ACCESS = 0x000F_003F;

    public static final int SERVICE_QUERY_CONFIG = 0x1;
    public static final int SERVICE_CHANGE_CONFIG = 0x2;
    public static final int SERVICE_QUERY_STATUS = 0x4;
    public static final int SERVICE_ENUMERATE_DEPENDENTS = 0x8;
    public static final int SERVICE_START = 0x10;
    public static final int SERVICE_STOP = 0x20;
    public static final int SERVICE_PAUSE_CONTINUE = 0x40;
    public static final int SERVICE_INTERROGATE = 0x80;
    public static final int SERVICE_USER_DEFINED_CONTROL = 0x100;
    public static final int SERVICE_ALL_ACCESS = 0x000F_01FF;

    private AccessMask() {}
}
