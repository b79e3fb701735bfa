package ntbed.component.iis;

/** Identifiers of metabase properties, IISCNFG.H of the Platform SDK. */
final class Property {
    static final int KEY_TYPE = 1002;
    static final int SERVER_COMMAND = 1012;
    static final int SERVER_COMMENT = 1015;
    static final int SERVER_STATE = 1016;
    static final int SERVER_AUTOSTART = 1017;
    static final int SERVER_BINDINGS = 1023;
    static final int APP_ROOT = 2103;
    static final int VR_PATH = 3001;
    static final int VR_USERNAME = 3002;
    static final int VR_PASSWORD = 3003;
    static final int LOGSQL_PASSWORD = 4010;
    static final int SSL_PRIVATE_KEY = 5501;
    static final int SSL_KEY_PASSWORD = 5502;
    static final int SCRIPT_MAPS = 6014;
    static final int ACCESS_PERM = 6016;
    static final int ANONYMOUS_USER_NAME = 6020;
    static final int ANONYMOUS_PWD = 6021;
    static final int ANONYMOUS_USE_SUBAUTH = 6022;
    static final int WAM_USER_NAME = 7501;
    static final int WAM_PWD = 7502;

    /** Values of {@link #SERVER_STATE}. */
    static final int STARTED = 2;

    static final int STOPPED = 4;
    static final int PAUSED = 6;

    private Property() {}
}
