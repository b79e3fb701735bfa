package ntbed.tool.mmc;

import java.util.List;

/** The services that have sites, in the order of the tree. [M] */
enum SiteKind {
    FTP("MSFTPSVC", "FTP Site", "FTP Service", List.of("Default FTP Site"), List.of()),
    WEB("W3SVC", "Web Site", "WWW Service", List.of("Default Web Site"), List.of("Administration Web Site")),
    SMTP("SMTPSVC", "SMTP Site", "SMTP Service", List.of("Default SMTP Site"), List.of()),
    NEWS("NNTPSVC", "NNTP Site", "NNTP Service", List.of("Default NNTP Site"), List.of());

    private final String service;
    private final String label;
    private final String master;
    private final List<String> always;
    private final List<String> onServer;

    SiteKind(String service, String label, String master, List<String> always, List<String> onServer) {
        this.service = service;
        this.label = label;
        this.master = master;
        this.always = always;
        this.onServer = onServer;
    }

    /** Key name of the service, which is the name of its metabase key as well. */
    String service() {
        return service;
    }

    /** The first tab of a site's sheet. */
    String label() {
        return label;
    }

    /** Its line among the computer's master properties. */
    String master() {
        return master;
    }

    String metabasePath() {
        return "/LM/" + service;
    }

    /**
     * The sites that set-up makes: number 1 and, for the Web on a server, 2 (Q193152). What the tree shows as long as
     * the metabase itself cannot be asked. [M]
     */
    List<String> sitesOfSetup(boolean server) {
        if (!server || onServer.isEmpty()) {
            return always;
        }
        return List.of(always.get(0), onServer.get(0));
    }

    /** Whether opening a site lists what is in its home directory. */
    boolean listsFiles() {
        return this == WEB;
    }

    /** Whether its sites have a home directory. */
    boolean hasHomeDirectory() {
        return this == WEB || this == FTP;
    }
}
