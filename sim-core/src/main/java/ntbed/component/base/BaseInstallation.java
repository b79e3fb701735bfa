package ntbed.component.base;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ntbed.crypto.MachineKey;
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
import ntbed.time.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * A fresh machine: Windows NT 4.0 build 1381 with a service pack on {@code C:\WINNT}, {@code D:} an empty CD-ROM drive.
 * It boots without an error event.
 *
 * <p>Each image is made once from the data beside this class and then shared: a machine costs a reference.
 */
public final class BaseInstallation implements Component {
    /** The service pack of a machine unless another is asked for. */
    public static final int SERVICE_PACK = 4;

    /** The oldest service pack that a machine can have. */
    public static final int FIRST_SERVICE_PACK = ServicePack.FIRST;

    /** The newest, which is 6a. */
    public static final int LAST_SERVICE_PACK = ServicePack.LAST;

    /** SID of every fresh machine: an image is one installation, its copies are what they are on a real disk [M]. */
    private static final Sid MACHINE_SID = new Sid("S-1-5-21-1960408961-1708537768-1060284298");

    /** Where the machine keys of fresh machines come from: as with the SID, one for each image [M]. */
    private static final long MACHINE_KEY_SEED = 19_990_301;

    private static final String PROFILE_LIST = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\";

    /** One image a release, made when it is first asked for. */
    private static final Map<Release, MachineImage> MADE = new HashMap<>();

    private final Edition edition;
    private final ServicePack pack;

    private BaseInstallation(Edition edition, ServicePack pack) {
        this.edition = edition;
        this.pack = pack;
    }

    /** A fresh NT Server 4.0 with Service Pack 4, computer name NTSERVER. */
    public static MachineImage server() {
        return of(Edition.SERVER);
    }

    /** A fresh NT Workstation 4.0 with Service Pack 4, computer name NTWORKSTATION. */
    public static MachineImage workstation() {
        return of(Edition.WORKSTATION);
    }

    /** A fresh NT Server 4.0, Enterprise Edition, with Service Pack 4, computer name NTENTERPRISE. */
    public static MachineImage enterprise() {
        return of(Edition.ENTERPRISE);
    }

    /** The fresh machine of an edition with Service Pack {@value #SERVICE_PACK}. */
    public static MachineImage of(Edition edition) {
        return of(edition, SERVICE_PACK);
    }

    /**
     * The fresh machine of an edition with a service pack.
     *
     * @param servicePack {@value #FIRST_SERVICE_PACK} to {@value #LAST_SERVICE_PACK}; 6 is 6a. Anything else is an
     *     {@link IllegalArgumentException}
     */
    public static synchronized MachineImage of(Edition edition, int servicePack) {
        return MADE.computeIfAbsent(new Release(edition, servicePack), Release::make);
    }

    @Override
    public String id() {
        return "base-" + edition.resource();
    }

    @Override
    public String heading() {
        return edition.productName() + " 4.0 with " + pack.title();
    }

    @Override
    public void install(MachineBuilder machine) {
        BareSystem.install(machine, "NT", pack.number());
        ScriptTarget target = new ScriptTarget(machine);
        for (String script : List.of("system", "services", "software", "default", edition.resource())) {
            RegistryScript.apply(Resource.text(script + ".reg"), target);
        }
        new LegacyDevices(machine).add(target.services());
        SystemFiles.put(machine, pack, Resource.text("files.tsv"));
        if (edition.isServer()) {
            SystemFiles.put(machine, pack, Resource.text("files-server.tsv"));
        }
        pack.markHotfix(machine);
        BareSystem.bootMenu(machine, "Windows NT " + (edition.isServer() ? "Server" : "Workstation") + " Version 4.00");
        accounts(machine);
        machine.programs(programs().toArray(new Program[0]));
    }

    @Override
    public List<Program> programs() {
        List<Program> programs = new ArrayList<>(GenericPrograms.catalog().all());
        programs.add(new Expand());
        return programs;
    }

    private void accounts(MachineBuilder machine) {
        machine.accounts(
                edition.isServer() ? AccountDatabase.server(MACHINE_SID) : AccountDatabase.workstation(MACHINE_SID));
        // The repair disk's copy of the SAM, as setup left it: a stand-in that names the SID (Q183253).
        machine.file("C:\\WINNT\\Repair\\sam._", ("SAM " + MACHINE_SID).getBytes(StandardCharsets.ISO_8859_1));
        machine.defaultUser().userHive(MACHINE_SID.withRid(Sid.RID_ADMINISTRATOR), "Administrator");
        machine.set(
                PROFILE_LIST + MACHINE_SID.withRid(Sid.RID_ADMINISTRATOR),
                "ProfileImagePath",
                RegistryValue.expandSz("%SystemRoot%\\Profiles\\Administrator"));
        // Every installation has a machine key of its own (Q248739, decision D1).
        SeededRandom chance = new SeededRandom(MACHINE_KEY_SEED).fork("machine key of " + edition.resource());
        machine.set(
                MachineKey.KEY, MachineKey.VALUE, MachineKey.generate(chance).encode());
    }

    private record Release(Edition edition, int servicePack) {
        MachineImage make() {
            MachineBuilder machine = MachineBuilder.blank();
            new BaseInstallation(edition, ServicePack.numbered(servicePack)).install(machine);
            return machine.build();
        }

        // Written out, as the first of a run to be asked: a record's own would bring up method handles for it.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Release that && edition == that.edition && servicePack == that.servicePack;
        }

        @Override
        public int hashCode() {
            return edition.resource().hashCode() + servicePack;
        }
    }
}
