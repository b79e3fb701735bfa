package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ntbed.win32.NotSimulatedException;

/**
 * A Properties window: tabs with fields, OK, Cancel, Apply. Its values were read when it opened; what is typed reaches
 * the metabase with Apply or OK.
 *
 * <p>Real tabs that are not simulated have their names and refuse to come up.
 */
public final class PropertySheet {
    /** Tabs of Internet Service Manager 4.0 without anything behind them. */
    private static final List<String> EMPTY_TABS = List.of(
            "Operators",
            "Performance",
            "ISAPI Filters",
            "Documents",
            "HTTP Headers",
            "Custom Errors",
            "Messages",
            "Directory Security");

    private final Snapin snapin;
    private final Node node;
    private final List<Setting> settings;
    private final Map<Setting, String> shown = new LinkedHashMap<>();
    private final Map<Setting, String> typed = new LinkedHashMap<>();
    private final List<String> notes;
    private boolean open = true;
    private String tab;

    /** Reads all values; the metabase's errors go to the caller. */
    PropertySheet(Snapin snapin, Node node, List<Setting> settings, String firstTab, List<String> notes) {
        this.snapin = snapin;
        this.node = node;
        this.settings = settings;
        this.notes = notes;
        this.tab = firstTab;
        read();
    }

    private void read() {
        for (Setting setting : settings) {
            shown.put(setting, setting.read(snapin.metabase(), node));
        }
    }

    /** {@code Default Web Site Properties}. */
    public String title() {
        return node.name() + " Properties";
    }

    /** The tab in front. */
    public String tab() {
        return tab;
    }

    /** Whether it is still there. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Clicks a tab.
     *
     * @throws IllegalArgumentException the sheet has no such tab
     * @throws NotSimulatedException it has, with nothing behind it
     */
    public void clickTab(String name) {
        requireOpen();
        boolean filled = tab.equals(name) || settings.stream().anyMatch(setting -> setting.tab().equals(name));
        if (!filled && EMPTY_TABS.contains(name)) {
            throw new NotSimulatedException("the tab " + name + " of " + title());
        }
        if (!filled) {
            throw new IllegalArgumentException(title() + " has no tab " + name);
        }
        tab = name;
    }

    /** The fields of the tab in front as {@code label: value}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Setting setting : settings) {
            if (setting.tab().equals(tab)) {
                lines.add(setting.label() + ": " + typed.getOrDefault(setting, value(setting)));
            }
        }
        if (settings.isEmpty()) {
            lines.addAll(notes);
        }
        return lines;
    }

    /** What a field of the tab in front shows, as typed if something was typed. */
    public String field(String label) {
        Setting setting = setting(label);
        return typed.getOrDefault(setting, value(setting));
    }

    /** Types into a field of the tab in front; a check box takes {@code yes} or {@code no}. */
    public void type(String label, String text) {
        requireOpen();
        typed.put(setting(label), text);
    }

    /** Whether Apply is not grey. */
    public boolean mayApply() {
        return open && !typed.isEmpty();
    }

    /** Clicks Apply; true if all that was typed is in the metabase now. */
    public boolean apply() {
        requireOpen();
        snapin.trace("Apply: " + title());
        for (Map.Entry<Setting, String> entry : typed.entrySet()) {
            String complaint = entry.getKey().complaint(entry.getValue());
            if (!complaint.isEmpty()) {
                snapin.messageBox(complaint);
                return false;
            }
        }
        boolean written = snapin.configuring(() -> {
            typed.forEach((setting, text) -> setting.write(snapin.metabase(), node, text));
            typed.clear();
            read();
        });
        if (written) {
            snapin.changed(node);
        }
        return written;
    }

    /** Clicks OK: Apply, and the window goes if that worked. */
    public boolean ok() {
        boolean applied = typed.isEmpty() || apply();
        open = !applied;
        return applied;
    }

    /** Clicks Cancel: what was typed and not applied is forgotten. */
    public void cancel() {
        requireOpen();
        open = false;
    }

    private String value(Setting setting) {
        String value = shown.get(setting);
        if (value == null) {
            throw new AssertionError(setting.name());
        }
        return value;
    }

    private Setting setting(String label) {
        for (Setting setting : settings) {
            if (setting.tab().equals(tab) && setting.label().equals(label)) {
                return setting;
            }
        }
        throw new IllegalArgumentException(title() + " has no field " + label + " on the tab " + tab);
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalArgumentException(title() + " is closed");
        }
    }
}
