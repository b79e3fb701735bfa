package ntbed.tool.mmc;

import java.util.List;
import ntbed.process.Control;
import ntbed.process.Control.CheckBox;
import ntbed.process.Control.Field;

/**
 * One field of a property sheet: where its value stands in the metabase and how it is written for a person.
 *
 * @param tab the tab it is on
 * @param label what stands beside it
 * @param place which of the line's keys it belongs to
 * @param property identifier of the metabase property (IISCNFG.H)
 * @param form how the value becomes text
 * @param bits for {@link Form#BIT}: which bits
 */
record Setting(String tab, String label, Place place, int property, Form form, int bits) {
    static final int SERVER_COMMENT = 1015;
    static final int SERVER_BINDINGS = 1023;
    static final int VR_PATH = 3001;

    private static final int ACCESS_PERM = 6016;
    private static final int ANONYMOUS_USER_NAME = 6020;
    private static final int ANONYMOUS_USE_SUBAUTH = 6022;
    private static final int READ = 0x1;
    private static final int WRITE = 0x2;
    private static final int SCRIPT = 0x200;

    /** A site has two keys: its own, and the root of what it publishes. */
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
        /** A check box for bits of a number. */
        BIT
    }

    private Setting(String tab, String label, Place place, int property, Form form) {
        this(tab, label, place, property, form, 0);
    }

    /** What a site is called and where it listens. */
    static List<Setting> identification(String tab) {
        return List.of(
                new Setting(tab, "Description", Place.SITE, SERVER_COMMENT, Form.TEXT),
                new Setting(tab, "IP Address", Place.SITE, SERVER_BINDINGS, Form.ADDRESS),
                new Setting(tab, "TCP Port", Place.SITE, SERVER_BINDINGS, Form.PORT));
    }

    /** Where the published files are. */
    static List<Setting> home(String tab) {
        return List.of(new Setting(tab, "Local Path", Place.ROOT, VR_PATH, Form.TEXT));
    }

    /** What visitors may do; only the Web has scripts. */
    static List<Setting> access(String tab, boolean scripts) {
        Setting read = new Setting(tab, "Read", Place.ROOT, ACCESS_PERM, Form.BIT, READ);
        Setting write = new Setting(tab, "Write", Place.ROOT, ACCESS_PERM, Form.BIT, WRITE);
        Setting script = new Setting(tab, "Script", Place.ROOT, ACCESS_PERM, Form.BIT, SCRIPT);
        return scripts ? List.of(read, write, script) : List.of(read, write);
    }

    /** The account of anonymous visitors; its password never leaves the metabase. */
    static List<Setting> anonymous(String tab) {
        return List.of(
                new Setting(tab, "Anonymous User", Place.ROOT, ANONYMOUS_USER_NAME, Form.TEXT),
                new Setting(
                        tab,
                        "Enable Automatic Password Synchronization",
                        Place.ROOT,
                        ANONYMOUS_USE_SUBAUTH,
                        Form.BIT,
                        1));
    }

    /** The control that shows a value. */
    Control control(String value) {
        return form == Form.BIT ? new CheckBox(label, value.equals(CheckBox.YES)) : new Field(label, value, false);
    }

    /** The key that the value belongs to. */
    private String key(Node node) {
        return place == Place.SITE ? node.path() : node.rootPath();
    }

    /** The value as a person reads it. */
    String read(MetabaseClient metabase, Node node) {
        String key = key(node);
        return switch (form) {
            case TEXT -> metabase.text(key, property).orElse("");
            case PORT -> Binding.of(metabase.texts(key, property)).port();
            case ADDRESS -> Binding.of(metabase.texts(key, property)).shownAddress();
            case BIT -> (metabase.number(key, property).orElse(0) & bits) == 0 ? "no" : CheckBox.YES;
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
                metabase.setNumber(key, property, entered.equals(CheckBox.YES) ? others | bits : others);
            }
        }
    }

    /** What is wrong with an entry; empty if nothing. The sentences are made up. [M] */
    String complaint(String entered) {
        if (form == Form.PORT && !Binding.isPort(entered)) {
            return "The TCP port must be a number from 1 to 65535.";
        }
        return property == VR_PATH && entered.isEmpty() ? "A local path must be entered." : "";
    }
}
