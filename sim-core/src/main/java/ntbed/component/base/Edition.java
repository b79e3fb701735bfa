package ntbed.component.base;

/** The three editions of Windows NT 4.0 that this project installs. */
public enum Edition {
    SERVER("Windows NT Server", "server", true),
    WORKSTATION("Windows NT Workstation", "workstation", false),
    ENTERPRISE("Windows NT Server, Enterprise Edition", "enterprise", true);

    private final String productName;
    private final String resource;
    private final boolean server;

    Edition(String productName, String resource, boolean server) {
        this.productName = productName;
        this.resource = resource;
        this.server = server;
    }

    /** The name on the box. */
    public String productName() {
        return productName;
    }

    /** Name of its registry script, without extension. */
    String resource() {
        return resource;
    }

    /** Whether it has what only servers have. */
    boolean isServer() {
        return server;
    }
}
