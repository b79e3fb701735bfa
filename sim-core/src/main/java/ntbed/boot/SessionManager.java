package ntbed.boot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import ntbed.filesystem.Hold;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.ShareMode;
import ntbed.filesystem.Volumes;
import ntbed.process.Environment;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Exception;

/**
 * SMSS: disk check, delayed renames, page files, the remaining hives, subsystems, winlogon (rules B11 to B13, H2, H4,
 * H8).
 */
final class SessionManager {
    static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    private static final String HIVE_LIST = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\hivelist";
    private static final String ACTOR = "smss.exe";
    private static final String DEFAULT_CHECK = "autocheck autochk *";
    private static final int STATUS_NO_MEMORY = 0xC000_0017;
    private static final int DEFAULT_TIMEOUT_SECONDS = 10;
    private static final int LONGEST_TIMEOUT_SECONDS = 259_200;

    private final Phases phases;
    private final BootDisk disk;
    private final NtPath systemRoot;
    private final Consumer<Environment> next;
    private final Registry registry;
    private final Volumes volumes;
    private final SystemProcesses processes;

    SessionManager(
            Phases phases, BootDisk disk, NtPath systemRoot, SystemProcesses processes, Consumer<Environment> next) {
        this.phases = phases;
        this.disk = disk;
        this.systemRoot = systemRoot;
        this.next = next;
        this.registry = phases.parts().registry();
        this.volumes = phases.parts().volumes();
        this.processes = processes;
    }

    void begin() {
        phases.reached("session manager", "");
        if (processes.start("smss.exe", Environment.of(Map.of())).isEmpty()) {
            phases.stop(
                    StopScreen.SESSION3_INITIALIZATION_FAILED,
                    StopScreen.kernel(StopScreen.SESSION3_INITIALIZATION_FAILED, "SESSION3_INITIALIZATION_FAILED"));
            return;
        }
        phases.afterMillis(checkDisks(), this::renameFiles);
    }

    /**
     * BootExecute (rule B13).
     *
     * <p>A volume whose check was not asked for is taken as clean: damage of a volume's own structures is not
     * simulated.
     *
     * @return how long it takes
     */
    private long checkDisks() {
        List<String> commands =
                value("BootExecute").flatMap(RegistryValue::texts).orElse(List.of());
        long millis = 1000;
        boolean checked = false;
        for (String command : commands) {
            String[] words = command.split(" ", 4);
            if (words.length < 3 || !CaseFolding.same(words[0], "autocheck")) {
                phases.reached("boot program", command);
            } else if (!isInSystem32(words[1] + ".exe")) {
                screen("autochk program not found - skipping AUTOCHECK");
            } else if (words[2].startsWith("/")) {
                checked = true;
                millis += checkDisk(words[words.length - 1]);
            }
        }
        if (checked) {
            registry.setValue(KEY, "BootExecute", RegistryValue.multiSz(DEFAULT_CHECK), "autochk");
        }
        return millis;
    }

    /** A name that no file can have is the name of a missing one. */
    private boolean isInSystem32(String name) {
        try {
            return volumes.find(systemRoot.resolve("System32\\" + name)).isPresent();
        } catch (Win32Exception e) {
            return false;
        }
    }

    private long checkDisk(String switches) {
        int seconds = DriverOrder.number(
                registry.tree(KEY).orElseThrow(AssertionError::new), "AutoChkTimeOut", DEFAULT_TIMEOUT_SECONDS);
        long wait = seconds < 0 || seconds > LONGEST_TIMEOUT_SECONDS ? DEFAULT_TIMEOUT_SECONDS : seconds;
        int colon = switches.indexOf(':');
        String drive = colon < 1 ? systemRoot.drive() + ":" : switches.substring(colon - 1, colon + 1);
        screen("Checking file system on " + drive);
        screen("The type of the file system is NTFS.");
        screen("The volume is clean.");
        return wait * 1000;
    }

    /** Rule B12: raw strings by length; the value goes, whatever became of its pairs. */
    private void renameFiles() {
        Optional<RegistryValue> operations = value(PendingRenames.VALUE);
        if (operations.isPresent()) {
            phases.reached("pending renames", "");
            boolean isWhole = new PendingRenames(volumes, ACTOR).run(operations.get());
            registry.deleteValue(KEY, PendingRenames.VALUE, ACTOR);
            if (!isWhole) {
                phases.stop(
                        StopScreen.SYSTEM_PROCESS_TERMINATED,
                        StopScreen.processEnded("session manager initialization", STATUS_NO_MEMORY));
                return;
            }
        }
        pageFiles();
        phases.after(1000, 3000, this::loadHives);
    }

    /** Rule B11 (3). A page file is an empty file that the system holds open; its size is not simulated. */
    private void pageFiles() {
        Optional<KeyTree> key = registry.tree(KEY + "\\Memory Management");
        List<String> files = key.flatMap(k -> k.value("PagingFiles"))
                .flatMap(RegistryValue::texts)
                .orElse(List.of());
        for (String file : files) {
            int end = file.indexOf(' ');
            try {
                NtPath path = NtPath.of(end < 0 ? file : file.substring(0, end));
                if (volumes.find(path).isEmpty()) {
                    volumes.write(path, new byte[0], ACTOR);
                }
                Hold unused = volumes.hold(path, ShareMode.NONE, "page file");
            } catch (Win32Exception e) {
                phases.reached("page file not made", file + ": " + e.error());
            }
        }
    }

    private void loadHives() {
        HiveFiles files = new HiveFiles(volumes, systemRoot);
        listHive(HiveMount.SYSTEM, files.path("SYSTEM"));
        for (HiveMount mount :
                new HiveMount[] {HiveMount.SECURITY, HiveMount.SAM, HiveMount.SOFTWARE, HiveMount.DEFAULT}) {
            String name = mount.equals(HiveMount.DEFAULT) ? "DEFAULT" : mount.name();
            Optional<HiveImage> image = loadable(mount, files, name);
            if (image.isEmpty()) {
                phases.stop(
                        StopScreen.CANNOT_LOAD_REGISTRY_FILE,
                        StopScreen.registryFile("\\SystemRoot\\System32\\Config\\" + name));
                return;
            }
            registry.mount(mount, image.get());
            listHive(mount, files.path(name));
        }
        phases.after(500, 1000, this::subsystems);
    }

    /** Rule H4: a hive in transition is completed from its log, if that is good; a corrupt one has no way back. */
    private Optional<HiveImage> loadable(HiveMount mount, HiveFiles files, String name) {
        Optional<HiveImage> image = disk.hive(mount).filter(hive -> files.isGood(name));
        if (image.isPresent() && image.get().condition() == HiveImage.Condition.IN_TRANSITION) {
            phases.reached("registry recovered", name);
            return files.isGood(name + ".LOG")
                    ? Optional.of(image.get().withCondition(HiveImage.Condition.INTACT))
                    : Optional.empty();
        }
        return image.filter(hive -> hive.condition() == HiveImage.Condition.INTACT);
    }

    /** Rule H2. */
    private void listHive(HiveMount mount, NtPath file) {
        String root = mount.root() == HiveMount.Root.MACHINE ? "\\REGISTRY\\MACHINE\\" : "\\REGISTRY\\USER\\";
        RegistryValue value = RegistryValue.sz(
                "\\Device\\Harddisk0\\Partition1" + file.toString().substring(2));
        boolean same = registry.tree(HIVE_LIST)
                .flatMap(key -> key.value(root + mount.name()))
                .filter(value::equals)
                .isPresent();
        if (!same) {
            registry.setValue(HIVE_LIST, root + mount.name(), value, "kernel");
        }
        if (volumes.find(file).isEmpty()) {
            volumes.write(file, HiveFiles.content(), "kernel"); // SYSTEM came from its alternate
        }
        Hold unused = volumes.hold(file, ShareMode.NONE, "registry");
    }

    /** Rule B11 (6): the Windows subsystem; (7) winlogon is started by whoever comes next. */
    private void subsystems() {
        Environment environment = new SystemEnvironment(registry, systemRoot).ofSystem();
        if (processes
                .startEssential("csrss.exe", "Windows SubSystem", environment, phases)
                .isEmpty()) {
            return;
        }
        phases.after(3000, 6000, () -> next.accept(environment));
    }

    private Optional<RegistryValue> value(String name) {
        return registry.tree(KEY).flatMap(key -> key.value(name));
    }

    private void screen(String line) {
        phases.parts().screen().show("autochk", line);
    }
}
