package ntbed.boot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import ntbed.boot.DriverOrder.Driver;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.Volumes;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.trace.TraceEvent;
import ntbed.win32.Win32Exception;

/**
 * NTLDR: menu, hardware detection, the choice between configurations, and the loading of kernel, SYSTEM hive and
 * boot-start drivers (rules B1 to B5, H5, H6). Writes nothing.
 */
final class Loader {
    private static final NtPath NTLDR = NtPath.of("C:\\NTLDR");
    private static final NtPath NTDETECT = NtPath.of("C:\\NTDETECT.COM");
    private static final String KERNEL_FILE = "<winnt root>\\SYSTEM32\\NTOSKRNL.EXE";
    private static final NtPath BOOT_INI = NtPath.of(BootIni.PATH);

    private static final Function<byte[], BootIni> PARSE = BootIni::parse;

    private final Phases phases;
    private final BootDisk disk;
    private final BootChoices choices;
    private final Consumer<LoadedSystem> next;
    private final Screen screen;
    private final Volumes volumes;

    Loader(Phases phases, BootDisk disk, BootChoices choices, Consumer<LoadedSystem> next) {
        this.phases = phases;
        this.disk = disk;
        this.choices = choices;
        this.next = next;
        this.screen = phases.parts().screen();
        this.volumes = phases.parts().volumes();
    }

    /** The boot sector looks for NTLDR; NTLDR reads BOOT.INI and shows its menu. */
    void begin() {
        phases.reached("loader", "");
        if (isMissing(NTLDR)) {
            phases.notLoaded(StopScreen.noLoader());
            return;
        }
        BootIni ini = volumes.find(BOOT_INI).isPresent() ? volumes.memo(BOOT_INI, PARSE) : BootIni.fallback();
        screen.show("loader", "OS Loader V4.00");
        ini.entries().forEach(screen::show);
        phases.afterMillis(ini.timeoutSeconds() * 1000L, () -> detect(ini));
    }

    /** NTDETECT.COM looks at the hardware. */
    private void detect(BootIni ini) {
        if (isMissing(NTDETECT)) {
            phases.notLoaded(StopScreen.noDetect());
            return;
        }
        screen.show("NTDETECT V4.0 Checking Hardware ...");
        phases.after(1000, 3000, () -> offerLastKnownGood(ini));
    }

    /** The few seconds in which the space bar counts. */
    private void offerLastKnownGood(BootIni ini) {
        screen.show("Press spacebar NOW to invoke Hardware Profile/Last Known Good menu");
        if (choices.lastKnownGood()) {
            int unused = phases.parts()
                    .trace()
                    .emit("person", stamp -> new TraceEvent.ToolUsed(stamp, "loader", "Last Known Good"));
        }
        phases.after(2000, 5000, () -> load(ini));
    }

    /** Kernel, HAL, SYSTEM hive, boot-start drivers. */
    private void load(BootIni ini) {
        phases.reached("load kernel", ini.systemRoot());
        if (isMissing(NtPath.of(ini.systemRoot().substring(0, 3)))) {
            phases.notLoaded(StopScreen.diskConfiguration());
            return;
        }
        NtPath systemRoot;
        try {
            systemRoot = NtPath.of(ini.systemRoot());
        } catch (Win32Exception e) {
            // No directory can have that name, so nothing is in it.
            phases.notLoaded(StopScreen.missingFile(KERNEL_FILE));
            return;
        }
        for (String name : new String[] {"NTOSKRNL.EXE", "HAL.DLL"}) {
            if (isMissing(systemRoot.resolve("System32\\" + name))) {
                phases.notLoaded(StopScreen.missingFile("<winnt root>\\SYSTEM32\\" + name));
                return;
            }
        }
        Optional<HiveImage> system = systemHive(systemRoot);
        Optional<ControlSetSelection> selection =
                system.flatMap(hive -> ControlSetSelection.choose(hive.root(), choices.lastKnownGood()));
        if (system.isEmpty() || selection.isEmpty()) {
            phases.notLoaded(StopScreen.systemHive());
            return;
        }
        String controlSet = ControlSetSelection.keyName(selection.get().source());
        KeyTree set = system.get().root().descend(controlSet).orElseThrow(AssertionError::new);
        List<Driver> drivers = DriverOrder.of(set, 0);
        if (ini.switches().contains("/SOS ")) {
            drivers.forEach(driver -> screen.show(driver.name() + ".sys"));
        } else {
            screen.show(".".repeat(20));
        }
        boolean baseVideo = ini.switches().contains("/BASEVIDEO ");
        LoadedSystem loaded =
                new LoadedSystem(systemRoot, system.get(), selection.get(), drivers, baseVideo, ini.mostProcessors());
        phases.after(5000, 15_000, () -> next.accept(loaded));
    }

    /** Rule H5: SYSTEM.ALT only if SYSTEM is not intact; no log is replayed here. */
    private Optional<HiveImage> systemHive(NtPath systemRoot) {
        HiveFiles files = new HiveFiles(volumes, systemRoot);
        Optional<HiveImage> first =
                disk.hive(HiveMount.SYSTEM).filter(hive -> isIntact(hive) && files.isGood("SYSTEM"));
        if (first.isPresent()) {
            return first;
        }
        Optional<HiveImage> second =
                disk.systemAlternate().filter(hive -> isIntact(hive) && files.isGood("SYSTEM.ALT"));
        second.ifPresent(hive -> phases.reached("load alternate hive", "SYSTEM.ALT"));
        return second;
    }

    private static boolean isIntact(HiveImage hive) {
        return hive.condition() == HiveImage.Condition.INTACT;
    }

    private boolean isMissing(NtPath path) {
        return volumes.find(path).isEmpty();
    }
}
