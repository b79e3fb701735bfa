package ntbed.process;

/** The control codes of WINSVC.H (rule S2); 128 to 255 are a service's own. */
public final class ServiceControls {
    public static final int STOP = 1;
    public static final int PAUSE = 2;
    public static final int CONTINUE = 3;
    public static final int INTERROGATE = 4;
    public static final int SHUTDOWN = 5;
    public static final int FIRST_USER_DEFINED = 128;
    public static final int LAST_USER_DEFINED = 255;

    private ServiceControls() {}
}
