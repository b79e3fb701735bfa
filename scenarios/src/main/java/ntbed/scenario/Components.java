package ntbed.scenario;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ntbed.component.base.BaseInstallation;
import ntbed.component.iis.Iis;
import ntbed.component.internetexplorer.InternetExplorer;
import ntbed.component.office97.Office97;
import ntbed.component.optionpack.OptionPack;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.component.servicepack.ServicePackDisc;
import ntbed.component.sysprep.SourceDisc;
import ntbed.component.sysprep.SysprepTools;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Program;
import ntbed.tool.net.NetProgram;

/** What an article can have installed, and the discs that can be put into the drive, by name. */
final class Components {
    /** Letter of the CD-ROM drive. */
    static final char DISC_DRIVE = 'D';

    /** The Option Pack with the set-up program of Internet Information Server on it. */
    private static final OptionPack OPTION_PACK = OptionPack.component().with(Iis.discFiles());

    private static final List<Component> COMPONENTS = List.of(
            SysprepTools.component(),
            Office97.component(),
            ProtectedStorage.component(),
            Iis.component(),
            InternetExplorer.v401(),
            InternetExplorer.v501(),
            OPTION_PACK,
            OPTION_PACK.corrected());

    /** From this service pack on a machine has Protected Storage: the pack brings it (Q187710, Q255987). */
    private static final int BRINGS_PROTECTED_STORAGE = 4;

    /** Fresh machines by edition and service pack, each made once. */
    private static final Map<String, MachineImage> FRESH = new TreeMap<>();

    /** Machines that articles begin with, each made once. */
    private static final Map<String, MachineImage> MASTERS = new TreeMap<>();

    /** What is installed on them later, each made once as well: making the keys of a component takes long. */
    private static final IdentityHashMap<MachineImage, Map<String, MachineImage>> INSTALLED = new IdentityHashMap<>();

    private static final List<String> DISCS =
            List.of("sysprep", "optionpack", "optionpack-corrected", "servicepack-4", "servicepack-5", "servicepack-6");

    private Components() {}

    /** The machine an article begins with, installed and off. */
    static synchronized MachineImage master(Article.Setting setting, Edition edition) {
        String key = edition + " " + setting.servicePack() + " " + setting.components(edition);
        MachineImage master = MASTERS.computeIfAbsent(key, made -> newMaster(setting, edition));
        INSTALLED.computeIfAbsent(master, made -> new TreeMap<>());
        return master;
    }

    private static MachineImage newMaster(Article.Setting setting, Edition edition) {
        MachineImage image = base(edition, setting.servicePack());
        for (String component : setting.components(edition)) {
            image = newlyInstalled(component, image);
        }
        return image;
    }

    /** A fresh machine with what its service pack brings. */
    static synchronized MachineImage base(Edition edition, int servicePack) {
        return FRESH.computeIfAbsent(edition + " " + servicePack, made -> fresh(edition, servicePack));
    }

    /** Whatever program is on a disc that somebody puts in can run on it. */
    private static MachineImage fresh(Edition edition, int servicePack) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.of(installed(edition), servicePack));
        machine.programs(new NetProgram());
        machine.programs(ServicePackDisc.programs().toArray(new Program[0]));
        for (Component component : COMPONENTS) {
            machine.programs(component.programs().toArray(new Program[0]));
        }
        if (servicePack >= BRINGS_PROTECTED_STORAGE) {
            ProtectedStorage.component().install(machine);
        }
        return machine.build();
    }

    private static ntbed.component.base.Edition installed(Edition edition) {
        return switch (edition) {
            case SERVER -> ntbed.component.base.Edition.SERVER;
            case WORKSTATION -> ntbed.component.base.Edition.WORKSTATION;
            case ENTERPRISE -> ntbed.component.base.Edition.ENTERPRISE;
        };
    }

    /** A machine that is off, with one component more. */
    static synchronized MachineImage install(String name, MachineImage image) {
        Map<String, MachineImage> made = INSTALLED.get(image);
        return made == null ? newlyInstalled(name, image) : made.computeIfAbsent(name, of -> newlyInstalled(of, image));
    }

    private static MachineImage newlyInstalled(String name, MachineImage image) {
        List<String> known = new ArrayList<>();
        for (Component component : COMPONENTS) {
            if (component.id().equals(name)) {
                MachineBuilder machine = MachineBuilder.of(image);
                if (component instanceof InternetExplorer && !hasProtectedStorage(machine)) {
                    ProtectedStorage.component().install(machine); // It comes with the browser below Service Pack 4.
                }
                component.install(machine);
                return machine.build();
            }
            known.add(component.id());
        }
        throw unknown("component", name, known);
    }

    private static boolean hasProtectedStorage(MachineBuilder machine) {
        String key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\ProtectedStorage";
        return machine.value(key, "ImagePath").isPresent();
    }

    static VolumeImage disc(String name) {
        return switch (name) {
            case "sysprep" -> SourceDisc.version11();
            case "optionpack" -> OPTION_PACK.disc();
            case "optionpack-corrected" -> OPTION_PACK.corrected().disc();
            case "servicepack-4" -> ServicePackDisc.of(4);
            case "servicepack-5" -> ServicePackDisc.of(5);
            case "servicepack-6" -> ServicePackDisc.of(6);
            default -> throw unknown("disc", name, DISCS);
        };
    }

    private static BenchException unknown(String what, String name, List<String> known) {
        Optional<String> near = Nearest.word(name, known);
        return new BenchException("there is no " + what + " " + name
                + near.map(word -> "; did you mean " + word + "?").orElse("; there are: " + String.join(", ", known)));
    }
}
