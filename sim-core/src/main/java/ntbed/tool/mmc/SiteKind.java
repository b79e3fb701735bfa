package ntbed.tool.mmc;

import java.util.List;

/** The services that have sites, in the order of the tree. [M] */
enum SiteKind {
    FTP("MSFTPSVC", "FTP Site", "FTP Service", "Default FTP Site"),
    WEB("W3SVC", "Web Site", "WWW Service", "Default Web Site"),
    SMTP("SMTPSVC", "SMTP Site", "SMTP Service", "Default SMTP Site"),
    NEWS("NNTPSVC", "NNTP Site", "NNTP Service", "Default NNTP Site");

    private static final String ADMINISTRATION = "Administration Web Site";

    private final String service;
    private final String label;
    private final String master;
    private final String first;

    SiteKind(String service, String label, String master, String first) {
        this.service = service;
        this.label = label;
        this.master = master;
        this.first = first;
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
        return this == WEB && server ? List.of(first, ADMINISTRATION) : List.of(first);
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
