package ntbed.component.optionpack;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeBuilder;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.time.FileTime;

/**
 * The Windows NT 4.0 Option Pack: the files of its disc, in {@link #FOLDER} on the disc or in a copy on a disk.
 *
 * <p>As a component it is that copy, in {@link #COPY}: what an administrator puts on a share, and where the two
 * corrected files go (Q219717).
 */
public final class OptionPack implements Component {
    /** The folder on the disc; articles spell it in three ways [M]. */
    public static final String FOLDER = "ntoptpak\\en\\x86\\winnt.srv";

    /** The copy on drive C [M]. */
    public static final NtPath COPY = NtPath.of("C:\\Ntoptpak");

    /** The two files that ask about the service pack, and that the correction replaces (Q219717, Q195015). */
    static final List<String> CHECKING_FILES = List.of("Iis.dll", "Preload.exe");

    /** Image parameter of both: {@code yes} in the corrected ones. */
    static final String CORRECTED = "corrected";

    private static final long CAPACITY = 680L << 20;

    private final boolean corrected;
    private final SortedMap<String, byte[]> more;

    private OptionPack(boolean corrected, Map<String, byte[]> more) {
        this.corrected = corrected;
        this.more = new TreeMap<>(more);
    }

    /** The Option Pack as it was published. */
    public static OptionPack component() {
        return new OptionPack(false, Map.of());
    }

    /** The same with the corrected Iis.dll and Preload.exe. */
    public OptionPack corrected() {
        return new OptionPack(true, more);
    }

    /** With files of its parts beside setup.exe, by name: their own set-up programs and what those install. */
    public OptionPack with(Map<String, byte[]> files) {
        SortedMap<String, byte[]> all = new TreeMap<>(more);
        all.putAll(files);
        return new OptionPack(corrected, all);
    }

    /** The compact disc, write-protected. */
    public VolumeImage disc() {
        VolumeBuilder disc = VolumeBuilder.create(CAPACITY);
        files().forEach((name, content) -> disc.file(NtPath.of("D:\\" + FOLDER + "\\" + name), content));
        return disc.readOnlyMedium().build(FileTime.ofUnixSeconds(881_000_000L));
    }

    @Override
    public String id() {
        return corrected ? "optionpack-corrected" : "optionpack";
    }

    @Override
    public String heading() {
        return "A copy of the Windows NT 4.0 Option Pack" + (corrected ? " with the files for Service Pack 4" : "");
    }

    @Override
    public void install(MachineBuilder machine) {
        files().forEach((name, content) -> machine.file(COPY.resolve(name).toString(), content));
        machine.programs(programs().toArray(new Program[0]));
    }

    @Override
    public List<Program> programs() {
        return List.of(new OptionPackSetup());
    }

    private SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("setup.exe", ImageFile.of(OptionPackSetup.ID).encode());
        for (String name : CHECKING_FILES) {
            files.put(
                    name,
                    ImageFile.of("library")
                            .with(CORRECTED, corrected ? "yes" : "no")
                            .encode());
        }
        for (Part part : Part.ALL) {
            for (String name : part.files()) {
                files.put(name, ImageFile.of("library").with("name", name).encode());
            }
        }
        files.putAll(more);
        return files;
    }
}
