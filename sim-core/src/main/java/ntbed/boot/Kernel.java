package ntbed.boot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import ntbed.boot.DriverOrder.Driver;
import ntbed.filesystem.NtPath;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyCreation;
import ntbed.registry.KeyTree;
import ntbed.registry.Registry;
import ntbed.registry.RegistryValue;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;

/** NTOSKRNL: blue text screen, HARDWARE, control set and Clone, then the drivers (rules B6 to B9, E3, E4, L8). */
final class Kernel {
    private static final String ACTOR = "kernel";
    private static final String HARDWARE = "HKLM\\HARDWARE\\DESCRIPTION\\System";
    private static final String CURRENT = "HKLM\\SYSTEM\\CurrentControlSet";

    private final Phases phases;
    private final LoadedSystem loaded;
    private final Consumer<Kernel> next;
    private final Registry registry;
    private final Screen screen;
    private final DriverStart drivers;
    private final Map<String, Win32Error> results = new LinkedHashMap<>();
    private int controlSet;

    Kernel(Phases phases, LoadedSystem loaded, Consumer<Kernel> next) {
        this.phases = phases;
        this.loaded = loaded;
        this.next = next;
        this.registry = phases.parts().registry();
        this.screen = phases.parts().screen();
        this.drivers = new DriverStart(phases.parts(), loaded.systemRoot());
    }

    /** Number of the control set that runs. */
    int controlSet() {
        return controlSet;
    }

    boolean lastKnownGoodRunning() {
        return loaded.selection().fromLastKnownGood();
    }

    /** Whether there is a Last Known Good that this boot does not use yet; else a restart would only go round. [M] */
    boolean canRevert() {
        return !lastKnownGoodRunning()
                && registry.tree(ControlSetSelection.SYSTEM)
                        .filter(ControlSetSelection::hasLastKnownGood)
                        .isPresent();
    }

    NtPath systemRoot() {
        return loaded.systemRoot();
    }

    /** What became of each boot-start and system-start driver, in the order they were tried. */
    Map<String, Win32Error> driverResults() {
        return Collections.unmodifiableMap(results);
    }

    void begin() {
        registry.mount(HiveMount.SYSTEM, loaded.system());
        phases.reached("kernel", ControlSetSelection.keyName(loaded.selection().source()));
        screen.show(ACTOR, "Microsoft (R) Windows NT (TM) Version 4.0 (Build 1381" + servicePack() + ")");
        screen.show(processorLine());
        describeHardware();
        controlSet = new LastKnownGood(registry).enter(loaded.selection());
        phases.after(500, 1000, this::bootDrivers);
    }

    private void bootDrivers() {
        phases.reached("boot-start drivers", "");
        if (start(loaded.bootDrivers())) {
            if (!drivers.reachesBootDevice()) {
                phases.stop(
                        StopScreen.INACCESSIBLE_BOOT_DEVICE,
                        StopScreen.kernel(StopScreen.INACCESSIBLE_BOOT_DEVICE, "INACCESSIBLE_BOOT_DEVICE"));
                return;
            }
            phases.after(1000, 4000, this::systemDrivers);
        }
    }

    private void systemDrivers() {
        phases.reached("system-start drivers", "");
        KeyTree set = registry.tree(CURRENT).orElseThrow(AssertionError::new);
        if (start(DriverOrder.of(set, 1))) {
            screen.show(".".repeat(10));
            phases.after(2000, 6000, () -> next.accept(this));
        }
    }

    /** False if the boot is over because one of them failed. */
    private boolean start(List<Driver> inOrder) {
        for (Driver driver : inOrder) {
            if (loaded.baseVideo() && CaseFolding.same(driver.group(), "Video")) {
                continue;
            }
            Win32Error error = drivers.start(driver);
            results.put(driver.name(), error);
            if (error != Win32Error.ERROR_SUCCESS && !goesOnAfter(driver)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Rules E3 and E4; a boot that cannot revert counts as one of Last Known Good. No 7021 or 7007 is logged here:
     * there is no event log yet. The sources name no STOP code for a critical driver; CRITICAL_SERVICE_FAILED is the
     * one that BUGCODES.H keeps for it [I].
     */
    private boolean goesOnAfter(Driver driver) {
        if (driver.errorControl() < 2) {
            return true;
        }
        if (canRevert()) {
            phases.restartSystem(BootChoices.useLastKnownGood(), "driver " + driver.name() + " failed");
            return false;
        }
        if (driver.errorControl() == 2) {
            return true;
        }
        phases.stop(
                StopScreen.CRITICAL_SERVICE_FAILED,
                StopScreen.kernel(StopScreen.CRITICAL_SERVICE_FAILED, "CRITICAL_SERVICE_FAILED"));
        return false;
    }

    private void describeHardware() {
        registry.mountVolatile(HiveMount.HARDWARE);
        Hardware hardware = phases.parts().hardware();
        for (int i = 0; i < processors(); i++) {
            String key = HARDWARE + "\\CentralProcessor\\" + i;
            registry.createKey(key, KeyCreation.volatileKey(), ACTOR);
            registry.setValue(key, "Identifier", RegistryValue.sz(hardware.processorIdentifier()), ACTOR);
        }
        registry.setValue(HARDWARE, "Identifier", RegistryValue.sz("AT/AT COMPATIBLE"), ACTOR);
    }

    private String processorLine() {
        Hardware hardware = phases.parts().hardware();
        int processors = processors();
        return processors + " System Processor" + (processors == 1 ? "" : "s") + " [" + hardware.memoryMegabytes()
                + " MB Memory]" + (hardware.processors() == 1 ? "" : " MultiProcessor Kernel");
    }

    /** How many of the computer's processors the kernel uses. */
    private int processors() {
        return Math.min(phases.parts().hardware().processors(), loaded.mostProcessors());
    }

    /** {@code Control\Windows\CSDVersion}: 0x400 is Service Pack 4. */
    private String servicePack() {
        String path = "HKLM\\SYSTEM\\"
                + ControlSetSelection.keyName(loaded.selection().source()) + "\\Control\\Windows";
        OptionalInt version = registry.tree(path)
                .flatMap(key -> key.value("CSDVersion"))
                .map(RegistryValue::dword)
                .orElse(OptionalInt.empty());
        int number = version.orElse(0) >>> 8;
        return number == 0 ? "" : ": Service Pack " + number;
    }
}
