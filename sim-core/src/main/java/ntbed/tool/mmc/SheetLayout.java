package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;

/**
 * What a property sheet consists of.
 *
 * @param tabs as Internet Service Manager 4.0 has them; those without a field are not simulated
 * @param settings the fields of all tabs
 * @param notes lines above the fields
 */
record SheetLayout(List<String> tabs, List<Setting> settings, List<String> notes) {
    private static final String DIRECTORY_SECURITY = "Directory Security";
    private static final String SECURITY_ACCOUNTS = "Security Accounts";
    private static final String HOME_DIRECTORY = "Home Directory";
    private static final String VIRTUAL_DIRECTORY = "Virtual Directory";
    private static final String DIRECTORY = "Directory";
    private static final String DOCUMENTS = "Documents";
    private static final String HEADERS = "HTTP Headers";
    private static final String ERRORS = "Custom Errors";

    SheetLayout {
        tabs = List.copyOf(tabs);
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
    }

    /** The computer's sheet names the services whose master properties can be edited. */
    static SheetLayout ofComputer(List<String> services) {
        List<String> notes = new ArrayList<>(List.of("Master Properties:"));
        for (SiteKind kind : SiteKind.values()) {
            if (services.contains(kind.service())) {
                notes.add(kind.master());
            }
        }
        return new SheetLayout(List.of("Internet Information Server"), List.of(), notes);
    }

    static SheetLayout ofSite(SiteKind kind) {
        List<Setting> settings = new ArrayList<>(Setting.identification(kind.label()));
        return switch (kind) {
            case SMTP, NEWS -> new SheetLayout(List.of(kind.label()), settings, List.of());
            case FTP -> {
                settings.addAll(Setting.anonymous(SECURITY_ACCOUNTS));
                settings.addAll(Setting.home(HOME_DIRECTORY));
                settings.addAll(Setting.access(HOME_DIRECTORY, false));
                yield new SheetLayout(
                        List.of(kind.label(), SECURITY_ACCOUNTS, "Messages", HOME_DIRECTORY, DIRECTORY_SECURITY),
                        settings,
                        List.of());
            }
            case WEB -> {
                settings.addAll(Setting.home(HOME_DIRECTORY));
                settings.addAll(Setting.access(HOME_DIRECTORY, true));
                settings.addAll(Setting.anonymous(DIRECTORY_SECURITY));
                yield new SheetLayout(
                        List.of(
                                kind.label(),
                                "Operators",
                                "Performance",
                                "ISAPI Filters",
                                HOME_DIRECTORY,
                                DOCUMENTS,
                                DIRECTORY_SECURITY,
                                HEADERS,
                                ERRORS),
                        settings,
                        List.of());
            }
        };
    }

    /** A virtual directory's path can be changed, that of a directory of the disk is where it is. */
    static SheetLayout ofDirectory(boolean virtual, SiteKind kind) {
        String first = virtual ? VIRTUAL_DIRECTORY : DIRECTORY;
        List<Setting> settings = new ArrayList<>(virtual ? Setting.home(first) : List.of());
        settings.addAll(Setting.access(first, kind == SiteKind.WEB));
        if (kind != SiteKind.WEB) {
            return new SheetLayout(List.of(first, DIRECTORY_SECURITY), settings, List.of());
        }
        settings.addAll(Setting.anonymous(DIRECTORY_SECURITY));
        return new SheetLayout(List.of(first, DOCUMENTS, DIRECTORY_SECURITY, HEADERS, ERRORS), settings, List.of());
    }

    List<Setting> settingsOn(String tab) {
        return settings.stream().filter(setting -> setting.tab().equals(tab)).toList();
    }
}
