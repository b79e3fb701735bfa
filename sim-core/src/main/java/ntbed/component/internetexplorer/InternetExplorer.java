package ntbed.component.internetexplorer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.NtPath;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;
import ntbed.win32.ServicePack;

/**
 * Internet Explorer as installed: its files, its version in the registry, its entry in Add/Remove Programs, and in its
 * own folder the set of files that a repair copies.
 *
 * <p>Of its Protected Storage files those go to System32 that are newer than what the service pack brought (4.01: up to
 * Service Pack 3, 5.01: up to 5). It registers no service: who installs 4.01 below Service Pack 4 installs Protected
 * Storage with it.
 */
public final class InternetExplorer implements Component {
    /** Where it is (folder names below it are [M]). */
    public static final NtPath FOLDER = NtPath.of("C:\\Program Files\\Internet Explorer");

    /** The key with the values {@code Version} and {@code Build}. */
    public static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Internet Explorer";

    static final String UNINSTALL = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\";
    static final String SETUP_PROGRAM = "Setup.exe";
    static final String SOURCES = "Files";

    /** Image parameter of the setup program: which release it belongs to. */
    static final String RELEASE = "release";

    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";
    private static final String WINDOWS_NT = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    private final Release release;

    private InternetExplorer(Release release) {
        this.release = release;
    }

    /** Internet Explorer 4.01. */
    public static InternetExplorer v401() {
        return new InternetExplorer(Release.V401);
    }

    /** Internet Explorer 5.01. */
    public static InternetExplorer v501() {
        return new InternetExplorer(Release.V501);
    }

    /** Its line in Add/Remove Programs. */
    public String title() {
        return release.title();
    }

    /**
     * The bytes of a file as a repair puts it into System32, by name as in Q321454, for example {@code pstores.exe}.
     */
    public Optional<byte[]> repairFile(String name) {
        return Optional.ofNullable(release.systemFiles().get(name));
    }

    @Override
    public String id() {
        return "internetexplorer-" + release.number();
    }

    @Override
    public String heading() {
        return "Internet Explorer " + release.number();
    }

    @Override
    public void install(MachineBuilder machine) {
        files(machine);
        for (Release other : Release.values()) {
            machine.deleteKey(UNINSTALL + other.uninstallKey());
        }
        String uninstall = UNINSTALL + release.uninstallKey();
        machine.set(uninstall, "DisplayName", RegistryValue.sz(release.title()));
        machine.set(uninstall, "UninstallString", RegistryValue.sz("\"" + setupProgram() + "\" /g"));
        machine.set(KEY, "Version", RegistryValue.sz(release.versionValue()));
        machine.set(KEY, "Build", RegistryValue.sz(release.build()));
        machine.programs(programs().toArray(new Program[0]));
    }

    @Override
    public List<Program> programs() {
        return List.of(new Maintenance());
    }

    private void files(MachineBuilder machine) {
        machine.image(FOLDER + "\\iexplore.exe", ImageFile.of("console"), release.versionOf("iexplore.exe"));
        machine.image(
                setupProgram(),
                new ImageFile(Maintenance.ID, Map.of(RELEASE, release.number())),
                release.versionOf(SETUP_PROGRAM));
        boolean newer = release.isNewerThanServicePack(servicePack(machine));
        release.systemFiles().forEach((name, content) -> {
            put(machine, sources() + "\\" + name, name, content);
            boolean isThere = machine.drive('C').exists(NtPath.of(SYSTEM32 + name));
            if (!Release.PROTECTED_STORAGE.contains(name) || newer || !isThere) {
                put(machine, SYSTEM32 + name, name, content);
            }
        });
    }

    private void put(MachineBuilder machine, String path, String name, byte[] content) {
        machine.drive('C').file(NtPath.of(path), content, FileAttributes.FILE, release.versionOf(name));
    }

    private static String setupProgram() {
        return FOLDER + "\\Setup\\" + SETUP_PROGRAM;
    }

    private static String sources() {
        return FOLDER + "\\Setup\\" + SOURCES;
    }

    private static int servicePack(MachineBuilder machine) {
        return machine.value(WINDOWS_NT, "CSDVersion")
                .flatMap(RegistryValue::text)
                .map(ServicePack::number)
                .orElse(0);
    }
}
