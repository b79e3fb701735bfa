package ntbed.component.sysprep;

import java.util.List;
import java.util.Map;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeBuilder;
import ntbed.filesystem.VolumeImage;
import ntbed.machine.Win32;
import ntbed.time.FileTime;
import ntbed.win32.Win32Error;

/** The compact disc that the tools come on, compressed, in {@code \SYSPREP} (Q198417: "re-expand the tools"). */
public final class SourceDisc {
    private static final long CAPACITY = 680L << 20;
    private static final String FOLDER = "SYSPREP";

    private SourceDisc() {}

    /**
     * The disc, write-protected.
     *
     * @param made the time of its files
     * @param corrected whether it has the files of September 2001 (Q306447) in place of version 1.1
     */
    public static VolumeImage volume(FileTime made, boolean corrected) {
        VolumeBuilder disc = VolumeBuilder.create(CAPACITY);
        for (Map.Entry<String, byte[]> file : ToolSet.files(corrected).entrySet()) {
            String name = file.getKey();
            NtPath path = NtPath.of("D:\\" + FOLDER + "\\" + NtPath.fold(name.substring(0, name.length() - 1)) + "_");
            disc.file(path, SzddFile.compress(file.getValue(), name.charAt(name.length() - 1)));
        }
        return disc.readOnlyMedium().build(made);
    }

    /**
     * Expands all tools from the disc into a folder, as {@code expand -r} does; makes the folder if it is missing, replaces
     * what is there.
     *
     * @param drive the letter the disc is in
     * @throws ntbed.win32.Win32Exception 2 or 3 the disc has no such folder, 13 a file on it is damaged, and what writing
     *     gives
     */
    public static void expandTools(Win32 win32, char drive, NtPath folder) {
        win32.traceToolUse("expand", "all files of " + drive + ":\\" + FOLDER + " to " + folder);
        List<FileEntry> compressed = win32.files().list(NtPath.of(drive + ":\\" + FOLDER));
        if (!win32.files().exists(folder)) {
            win32.files().createDirectory(folder);
        }
        for (FileEntry file : compressed) {
            byte[] content = win32.files().read(file.path());
            byte[] plain = SzddFile.expand(content)
                    .orElseThrow(() ->
                            Win32Error.ERROR_INVALID_DATA.raise(file.path().toString()));
            win32.files().write(folder.resolve(plainName(file.path().name(), content)), plain);
        }
    }

    private static String plainName(String compressedName, byte[] content) {
        String plain = compressedName.substring(0, compressedName.length() - 1) + SzddFile.lastLetter(content);
        for (String name : ToolSet.names()) {
            if (NtPath.fold(name).equals(NtPath.fold(plain))) {
                return name;
            }
        }
        return plain;
    }
}
