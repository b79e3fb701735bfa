package ntbed.machine.lab;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.boot.HiveFiles;
import ntbed.boot.SystemProcesses;
import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;

/**
 * What must be on a machine for the kernel and the session manager to come up at all: loader files, kernel, system
 * processes, hive files, one control set with the lists that rule the boot. No driver, no service, no account: the base
 * installation lays those on top.
 */
public final class BareSystem {
    private static final String CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\";
    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";

    /**
     * {@code ServiceGroupOrder\List} of NT 4.0 (Workstation Resource Guide, finding service and device dependencies).
     */
    static final List<String> GROUP_ORDER = List.of(
            "System Bus Extender",
            "SCSI miniport",
            "Port",
            "Primary disk",
            "SCSI class",
            "SCSI CDROM class",
            "Filter",
            "Boot file system",
            "Base",
            "Pointer Port",
            "Keyboard Port",
            "Pointer Class",
            "Keyboard Class",
            "Video Init",
            "Video",
            "Video Save",
            "File system",
            "Event log",
            "Streams Drivers",
            "PNP_TDI",
            "NDIS",
            "TDI",
            "NetBIOSGroup",
            "SpoolerGroup",
            "NetDDEGroup",
            "Parallel arbitrator",
            "Extended base",
            "RemoteValidation",
            "PCI Configuration");

    private BareSystem() {}

    /** Lays it on a blank machine: system root {@code C:\WINNT}, control set 1, Last Known Good not there yet. */
    public static MachineBuilder install(MachineBuilder machine, String computerName, int servicePack) {
        files(machine);
        select(machine);
        control(machine, computerName);
        version(machine, servicePack);
        return machine.programs(new SystemProcesses.Resident());
    }

    private static void files(MachineBuilder machine) {
        byte[] binary = "MZ".getBytes(StandardCharsets.US_ASCII);
        machine.file("C:\\NTLDR", binary).file("C:\\NTDETECT.COM", binary);
        bootMenu(machine, "Windows NT Server Version 4.00");
        machine.file(SYSTEM32 + "NTOSKRNL.EXE", binary).file(SYSTEM32 + "HAL.DLL", binary);
        machine.file(SYSTEM32 + "autochk.exe", binary);
        for (String name : new String[] {"smss.exe", "csrss.exe", "winlogon.exe", "lsass.exe"}) {
            machine.image(SYSTEM32 + name, ImageFile.of(SystemProcesses.PROGRAM_ID));
        }
        machine.image(SYSTEM32 + "drivers\\Ntfs.sys", ImageFile.of(ImageFile.DRIVER));
        for (String hive : new String[] {"SYSTEM", "SOFTWARE", "SAM", "SECURITY", "DEFAULT"}) {
            String second = hive.equals("SYSTEM") ? ".ALT" : ".LOG";
            machine.file(SYSTEM32 + "Config\\" + hive, HiveFiles.content());
            machine.file(SYSTEM32 + "Config\\" + hive + second, HiveFiles.content());
        }
        machine.directory("C:\\WINNT\\Profiles\\Default User").directory("C:\\TEMP");
    }

    /** Writes BOOT.INI as setup does: the product and its VGA mode, both in {@code C:\WINNT}. */
    public static void bootMenu(MachineBuilder machine, String product) {
        String entry = "multi(0)disk(0)rdisk(0)partition(1)\\WINNT";
        String text = "[boot loader]\r\ntimeout=30\r\ndefault=" + entry + "\r\n[operating systems]\r\n" + entry + "=\""
                + product + "\"\r\n" + entry + "=\"" + product + " [VGA mode]\" /basevideo /sos\r\n";
        machine.file("C:\\BOOT.INI", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void select(MachineBuilder machine) {
        for (String name : new String[] {"Current", "Default"}) {
            machine.set("HKLM\\SYSTEM\\Select", name, RegistryValue.dword(1));
        }
        machine.set("HKLM\\SYSTEM\\Select", "Failed", RegistryValue.dword(0));
        machine.set("HKLM\\SYSTEM\\Select", "LastKnownGood", RegistryValue.dword(2));
        machine.set("HKLM\\SYSTEM\\Setup", "SetupType", RegistryValue.dword(0));
        machine.set("HKLM\\SYSTEM\\Setup", "SystemSetupInProgress", RegistryValue.dword(0));
    }

    private static void control(MachineBuilder machine, String computerName) {
        machine.set(CONTROL + "ServiceGroupOrder", "List", RegistryValue.multiSz(GROUP_ORDER));
        machine.key(CONTROL + "GroupOrderList");
        machine.set(CONTROL + "ComputerName\\ComputerName", "ComputerName", RegistryValue.sz(computerName));
        machine.set(CONTROL + "TimeZoneInformation", "ActiveTimeBias", RegistryValue.dword(480));
        machine.set(CONTROL, "WaitToKillServiceTimeout", RegistryValue.sz("20000"));
        String session = CONTROL + "Session Manager";
        machine.set(session, "BootExecute", RegistryValue.multiSz("autocheck autochk *"));
        machine.set(session + "\\Memory Management", "PagingFiles", RegistryValue.multiSz("C:\\pagefile.sys 75 125"));
        machine.set(session + "\\SubSystems", "Required", RegistryValue.multiSz("Debug", "Windows"));
        environment(machine, session + "\\Environment");
        machine.key("HKLM\\SYSTEM\\CurrentControlSet\\Enum");
        machine.key("HKLM\\SYSTEM\\CurrentControlSet\\Hardware Profiles");
        machine.key("HKLM\\SYSTEM\\CurrentControlSet\\Services");
        machine.set("HKU\\.DEFAULT\\Environment", "TEMP", RegistryValue.expandSz("%SystemDrive%\\TEMP"));
    }

    private static void environment(MachineBuilder machine, String key) {
        machine.set(key, "ComSpec", RegistryValue.expandSz("%SystemRoot%\\system32\\cmd.exe"));
        machine.set(key, "windir", RegistryValue.expandSz("%SystemRoot%"));
        machine.set(key, "Path", RegistryValue.expandSz("%SystemRoot%\\system32;%SystemRoot%"));
        machine.set(key, "OS", RegistryValue.sz("Windows_NT"));
        machine.set(key, "PROCESSOR_ARCHITECTURE", RegistryValue.sz("x86"));
    }

    private static void version(MachineBuilder machine, int servicePack) {
        String key = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
        machine.set(key, "CurrentVersion", RegistryValue.sz("4.0"));
        machine.set(key, "CurrentBuildNumber", RegistryValue.sz("1381"));
        machine.set(key, "CurrentType", RegistryValue.sz("Uniprocessor Free"));
        machine.set(key, "SystemRoot", RegistryValue.sz("C:\\WINNT"));
        machine.set(key + "\\Winlogon", "ReportBootOK", RegistryValue.sz("1"));
        if (servicePack > 0) {
            machine.set(key, "CSDVersion", RegistryValue.sz("Service Pack " + servicePack));
            machine.set(CONTROL + "Windows", "CSDVersion", RegistryValue.dword(servicePack << 8));
        }
    }
}
