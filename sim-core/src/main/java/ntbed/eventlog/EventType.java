package ntbed.eventlog;

/** The five types of a record, with the number of WINNT.H and the word Event Viewer shows. */
public enum EventType {
    ERROR(1, "Error"),
    WARNING(2, "Warning"),
    INFORMATION(4, "Information"),
    AUDIT_SUCCESS(8, "Success Audit"),
    AUDIT_FAILURE(16, "Failure Audit");

    private final int code;
    private final String label;

    EventType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** EVENTLOG_ number. */
    public int code() {
        return code;
    }

    /** The word in Event Viewer. */
    public String label() {
        return label;
    }
}
