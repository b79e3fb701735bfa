package ntbed.component.base;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.BareSystem;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.machine.lab.RegistryScript;
import ntbed.process.GenericPrograms;
import ntbed.process.Program;
import ntbed.registry.RegistryValue;
import ntbed.security.AccountDatabase;
import ntbed.security.Sid;

/**
 * A fresh machine: Windows NT 4.0 build 1381 with Service Pack 4 on {@code C:\WINNT}, {@code D:} an empty CD-ROM drive.
 * It boots without an error event.
 *
 * <p>Each image is made once from the data beside this class and then shared: a machine costs a reference.
 */
public final class BaseInstallation implements Component {
    /** The service pack of a fresh machine. */
    public static final int SERVICE_PACK = 4;

    /** SID of every fresh machine: an image is one installation, its copies are what they are on a real disk [M]. */
    private static final Sid MACHINE_SID = new Sid("S-1-5-21-1960408961-1708537768-1060284298");

    private static final String PROFILE_LIST = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\";

    private final Edition edition;

    private BaseInstallation(Edition edition) {
        this.edition = edition;
    }

    /** A fresh NT Server 4.0, computer name NTSERVER. */
    public static MachineImage server() {
        return ServerImage.IMAGE;
    }

    /** A fresh NT Workstation 4.0, computer name NTWORKSTATION. */
    public static MachineImage workstation() {
        return WorkstationImage.IMAGE;
    }

    /** A fresh NT Server 4.0, Enterprise Edition, computer name NTENTERPRISE. */
    public static MachineImage enterprise() {
        return EnterpriseImage.IMAGE;
    }

    /** The fresh machine of an edition. */
    public static MachineImage of(Edition edition) {
        return switch (edition) {
            case SERVER -> server();
            case WORKSTATION -> workstation();
            case ENTERPRISE -> enterprise();
        };
    }

    @Override
    public String id() {
        return "base-" + edition.resource();
    }

    @Override
    public String heading() {
        return edition.productName() + " 4.0 with Service Pack " + SERVICE_PACK;
    }

    @Override
    public void install(MachineBuilder machine) {
        BareSystem.install(machine, "NT", SERVICE_PACK);
        ScriptTarget target = new ScriptTarget(machine);
        for (String script : List.of("system", "services", "software", "default", edition.resource())) {
            RegistryScript.apply(Resource.text(script + ".reg"), target);
        }
        new LegacyDevices(machine).add(target.services());
        SystemFiles.put(machine, Resource.text("files.tsv"));
        if (edition.isServer()) {
            SystemFiles.put(machine, Resource.text("files-server.tsv"));
        }
        bootMenu(machine);
        accounts(machine);
        machine.programs(programs().toArray(new Program[0]));
    }

    @Override
    public List<Program> programs() {
        List<Program> programs = new ArrayList<>(GenericPrograms.catalog().all());
        programs.add(new Expand());
        return programs;
    }

    private static MachineImage make(Edition edition) {
        MachineBuilder machine = MachineBuilder.blank();
        new BaseInstallation(edition).install(machine);
        return machine.build();
    }

    private void bootMenu(MachineBuilder machine) {
        String entry = "multi(0)disk(0)rdisk(0)partition(1)\\WINNT";
        String name = edition.isServer() ? "Windows NT Server Version 4.00" : "Windows NT Workstation Version 4.00";
        String text = "[boot loader]\r\ntimeout=30\r\ndefault=" + entry + "\r\n[operating systems]\r\n" + entry + "=\""
                + name + "\"\r\n" + entry + "=\"" + name + " [VGA mode]\" /basevideo /sos\r\n";
        machine.file("C:\\BOOT.INI", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void accounts(MachineBuilder machine) {
        machine.accounts(
                edition.isServer() ? AccountDatabase.server(MACHINE_SID) : AccountDatabase.workstation(MACHINE_SID));
        // The repair disk's copy of the SAM, as setup left it: a stand-in that names the SID (Q183253).
        machine.file("C:\\WINNT\\Repair\\sam._", ("SAM " + MACHINE_SID).getBytes(StandardCharsets.ISO_8859_1));
        machine.set(
                PROFILE_LIST + MACHINE_SID.withRid(Sid.RID_ADMINISTRATOR),
                "ProfileImagePath",
                RegistryValue.expandSz("%SystemRoot%\\Profiles\\Administrator"));
    }

    private static final class ServerImage {
        static final MachineImage IMAGE = make(Edition.SERVER);
    }

    private static final class WorkstationImage {
        static final MachineImage IMAGE = make(Edition.WORKSTATION);
    }

    private static final class EnterpriseImage {
        static final MachineImage IMAGE = make(Edition.ENTERPRISE);
    }
}
