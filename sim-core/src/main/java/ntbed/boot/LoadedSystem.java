package ntbed.boot;

import java.util.List;
import ntbed.boot.DriverOrder.Driver;
import ntbed.filesystem.NtPath;
import ntbed.registry.HiveImage;

/**
 * What the loader hands to the kernel.
 *
 * @param systemRoot for example {@code C:\WINNT}
 * @param system the SYSTEM hive, from its file or from SYSTEM.ALT
 * @param selection the control set
 * @param bootDrivers the boot-start drivers in order
 * @param baseVideo whether no video driver but VGA's is wanted (rule B15)
 * @param mostProcessors how many processors the kernel may use, {@code /NUMPROC}
 */
record LoadedSystem(
        NtPath systemRoot,
        HiveImage system,
        ControlSetSelection selection,
        List<Driver> bootDrivers,
        boolean baseVideo,
        int mostProcessors) {}
