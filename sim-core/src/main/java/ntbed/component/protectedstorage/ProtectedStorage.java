package ntbed.component.protectedstorage;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.FileVersion;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.Program;

/**
 * Protected Storage as a service pack or Internet Explorer leaves it on the disk: files, service, an empty machine
 * store (Q187710, Q255987).
 */
public final class ProtectedStorage implements Component {
    static final String PROVIDER_LIBRARY = "psbase.dll";

    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";

    /** Of all four files; those of the service packs differ, and no article tells which is which [M]. */
    private static final FileVersion VERSION = new FileVersion(5, 0, 1877, 3);

    /** How long the service takes to start [M]. */
    private static final String START_MILLIS = "500";

    /** Older copies of imagehlp.dll lack a function that it calls (Q266055); the number is Service Pack 3's [M]. */
    private static final String NEEDED_LIBRARY = "imagehlp.dll 4.0.1381.4";

    private ProtectedStorage() {}

    /** Protected Storage on {@code C:\WINNT}. */
    public static ProtectedStorage component() {
        return new ProtectedStorage();
    }

    @Override
    public String id() {
        return "protectedstorage";
    }

    @Override
    public String heading() {
        return "Protected Storage, the service that keeps secrets of programs and users";
    }

    @Override
    public void install(MachineBuilder machine) {
        Optional<FileVersion> version = Optional.of(VERSION);
        ImageFile service = ImageFile.of(Pstores.ID)
                .with(Pstores.START_MILLIS, START_MILLIS)
                .with(ImageFile.NEEDS, NEEDED_LIBRARY);
        ImageFile library = ImageFile.of("library");
        machine.image(SYSTEM32 + "pstores.exe", service.sealed(), version);
        machine.image(
                SYSTEM32 + PROVIDER_LIBRARY,
                library.with("name", PROVIDER_LIBRARY).sealed(),
                version);
        machine.image(SYSTEM32 + "pstorec.dll", library, version);
        machine.image(SYSTEM32 + "pstorerc.dll", library, version);
        ServiceEntry.install(machine);
        Store.install(machine);
        machine.programs(programs().toArray(new Program[0]));
    }

    @Override
    public List<Program> programs() {
        return List.of(new Pstores());
    }
}
