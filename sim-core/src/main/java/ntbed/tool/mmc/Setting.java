package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a property sheet: where its value stands in the metabase and how it is written for a person.
 *
 * @param tab the tab it is on
 * @param label what stands beside it
 * @param place whether its value belongs to the site's key or to what the site publishes
 * @param property identifier of the metabase property (IISCNFG.H)
 * @param form how the value becomes text
 * @param bits for {@link Form#BIT}: which bits
 */
record Setting(String tab, String label, Place place, int property, Form form, int bits) {
    static final int SERVER_COMMENT = 1015;
    static final int SERVER_BINDINGS = 1023;
    static final int VR_PATH = 3001;
    static final int ACCESS_PERM = 6016;
    static final int ANONYMOUS_USER_NAME = 6020;
    static final int ANONYMOUS_USE_SUBAUTH = 6022;

    /** First tab of a virtual directory's sheet. */
    static final String VIRTUAL_DIRECTORY = "Virtual Directory";

    /** First tab of a directory's sheet. */
    static final String DIRECTORY = "Directory";

    private static final int READ = 0x1;
    private static final int WRITE = 0x2;
    private static final int SCRIPT = 0x200;
    private static final String LOCAL_PATH = "Local Path";
    private static final String USER = "Anonymous User Name";
    private static final String SYNCHRONIZE = "Enable Automatic Password Synchronization";
    private static final String HOME = "Home Directory";

    /** Which of a line's two keys a value belongs to. */
    enum Place {
        SITE,
        ROOT
    }

    /** How a value is written. */
    enum Form {
        TEXT,
        /** The port of the first binding {@code address:port:host}. */
        PORT,
        /** The address of the first binding, or {@code (All Unassigned)}. */
        ADDRESS,
        /** {@code yes} or {@code no}: a check box for bits of a number. */
        BIT
    }

    private Setting(String tab, String label, Place place, int property, Form form) {
        this(tab, label, place, property, form, 0);
    }

    /** The fields of a site's sheet, tab by tab. */
    static List<Setting> ofSite(SiteKind kind) {
        String first = kind.label();
        Setting description = new Setting(first, "Description", Place.SITE, SERVER_COMMENT, Form.TEXT);
        Setting address = new Setting(first, "IP Address", Place.SITE, SERVER_BINDINGS, Form.ADDRESS);
        Setting port = new Setting(first, "TCP Port", Place.SITE, SERVER_BINDINGS, Form.PORT);
        return switch (kind) {
            case SMTP, NEWS -> List.of(description, address, port);
            case FTP ->
                List.of(
                        description,
                        address,
                        port,
                        account("Security Accounts", USER, ANONYMOUS_USER_NAME, Form.TEXT),
                        account("Security Accounts", SYNCHRONIZE, ANONYMOUS_USE_SUBAUTH, Form.BIT),
                        new Setting(HOME, LOCAL_PATH, Place.ROOT, VR_PATH, Form.TEXT),
                        access(HOME, "Read", READ),
                        access(HOME, "Write", WRITE));
            case WEB ->
                List.of(
                        description,
                        address,
                        port,
                        new Setting(HOME, LOCAL_PATH, Place.ROOT, VR_PATH, Form.TEXT),
                        access(HOME, "Read", READ),
                        access(HOME, "Write", WRITE),
                        access(HOME, "Script", SCRIPT),
                        account("Directory Security", USER, ANONYMOUS_USER_NAME, Form.TEXT),
                        account("Directory Security", SYNCHRONIZE, ANONYMOUS_USE_SUBAUTH, Form.BIT));
        };
    }

    /** The fields of a virtual directory's sheet. */
    static List<Setting> ofVirtualDirectory() {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(VIRTUAL_DIRECTORY, LOCAL_PATH, Place.ROOT, VR_PATH, Form.TEXT));
        settings.addAll(published(VIRTUAL_DIRECTORY));
        return settings;
    }

    /** The fields of the sheet of a directory on the disk, whose path is where it is. */
    static List<Setting> ofDirectory() {
        return published(DIRECTORY);
    }

    private static List<Setting> published(String tab) {
        return List.of(
                access(tab, "Read", READ),
                access(tab, "Write", WRITE),
                access(tab, "Script", SCRIPT),
                account("Directory Security", USER, ANONYMOUS_USER_NAME, Form.TEXT),
                account("Directory Security", SYNCHRONIZE, ANONYMOUS_USE_SUBAUTH, Form.BIT));
    }

    private static Setting access(String tab, String label, int bits) {
        return new Setting(tab, label, Place.ROOT, ACCESS_PERM, Form.BIT, bits);
    }

    private static Setting account(String tab, String label, int property, Form form) {
        return new Setting(tab, label, Place.ROOT, property, form, 1);
    }

    /** The field's name on the whole sheet: {@code Home Directory, Local Path}. */
    String name() {
        return tab + ", " + label;
    }

    /** The key that the value belongs to. */
    String key(Node node) {
        return place == Place.SITE ? node.path() : node.rootPath();
    }

    /** The value as a person reads it. */
    String read(MetabaseClient metabase, Node node) {
        String key = key(node);
        return switch (form) {
            case TEXT -> metabase.text(key, property).orElse("");
            case PORT -> Binding.of(metabase.texts(key, property)).port();
            case ADDRESS -> Binding.of(metabase.texts(key, property)).shownAddress();
            case BIT -> (metabase.number(key, property).orElse(0) & bits) == 0 ? "no" : "yes";
        };
    }

    /** Writes what a person entered; a directory of the disk gets its key with the first setting of its own. */
    void write(MetabaseClient metabase, Node node, String entered) {
        String key = key(node);
        if (node.kind() == Node.Kind.DIRECTORY) {
            metabase.addKey(key);
        }
        switch (form) {
            case TEXT -> metabase.setText(key, property, entered);
            case PORT, ADDRESS -> {
                List<String> bindings = metabase.texts(key, property);
                Binding first = Binding.of(bindings);
                Binding changed = form == Form.PORT ? first.withPort(entered) : first.withShownAddress(entered);
                metabase.setTexts(key, property, changed.inFrontOf(bindings));
            }
            case BIT -> {
                int others = metabase.number(key, property).orElse(0) & ~bits;
                metabase.setNumber(key, property, entered.equals("yes") ? others | bits : others);
            }
        }
    }

    /** What is wrong with an entry; empty if nothing. The sentences are made up. [M] */
    String complaint(String entered) {
        return switch (form) {
            case PORT -> Binding.isPort(entered) ? "" : "The TCP port must be a number from 1 to 65535.";
            case BIT -> entered.equals("yes") || entered.equals("no") ? "" : label + " is a check box.";
            case TEXT -> entered.isEmpty() && property == VR_PATH ? "A local path must be entered." : "";
            case ADDRESS -> "";
        };
    }
}
