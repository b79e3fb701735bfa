package ntbed.scenario;

/** The editions of Windows NT 4.0 that a machine can be. */
public enum Edition {
    SERVER("Windows NT Server 4.0"),
    WORKSTATION("Windows NT Workstation 4.0"),
    ENTERPRISE("Windows NT Server 4.0, Enterprise Edition");

    private final String title;

    Edition(String title) {
        this.title = title;
    }

    /** The name as an article writes it. */
    String word() {
        return Nearest.fold(name());
    }

    /** The name as printed. */
    public String title() {
        return title;
    }
}
