package ntbed.component.sysprep;

import java.util.List;
import java.util.Map;
import ntbed.filesystem.NtPath;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Program;

/**
 * The tools folder as somebody has made it on the master: all files of version 1.1, expanded, by default in {@code
 * C:\Sysprep}.
 *
 * <p>A clone takes the programs along with the disk image: whatever was on the master runs on the clone.
 */
public final class SysprepTools implements Component {
    /** The folder that the manual asks for: its name and volume decide whether the wizard removes it (Q196018). */
    public static final NtPath FOLDER = NtPath.of("C:\\Sysprep");

    private final NtPath folder;
    private final boolean corrected;

    private SysprepTools(NtPath folder, boolean corrected) {
        this.folder = folder;
        this.corrected = corrected;
    }

    /** Version 1.1 in {@link #FOLDER}. */
    public static SysprepTools component() {
        return new SysprepTools(FOLDER, false);
    }

    /** The same tools in another folder. */
    public SysprepTools in(NtPath otherFolder) {
        return new SysprepTools(otherFolder, corrected);
    }

    /** The files of September 2001, which need Service Pack 6a (Q306447). */
    public SysprepTools corrected() {
        return new SysprepTools(folder, true);
    }

    @Override
    public String id() {
        return "sysprep";
    }

    @Override
    public String heading() {
        return "System Preparation Tool 1.1, expanded in " + folder;
    }

    @Override
    public void install(MachineBuilder machine) {
        for (Map.Entry<String, byte[]> file : ToolSet.files(corrected).entrySet()) {
            machine.file(folder.resolve(file.getKey()).toString(), file.getValue());
        }
        machine.programs(programs().toArray(new Program[0]));
    }

    @Override
    public List<Program> programs() {
        return List.of(new Sysprep(), new Setupcl(), new Psysdup2());
    }
}
