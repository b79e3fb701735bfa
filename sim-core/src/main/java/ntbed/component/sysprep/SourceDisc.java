package ntbed.component.sysprep;

import java.util.Map;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.SzddFile;
import ntbed.filesystem.VolumeBuilder;
import ntbed.filesystem.VolumeImage;
import ntbed.time.FileTime;

/** The compact disc that the tools come on, compressed (Q198417: "expand the tools again"; its layout is [M]). */
public final class SourceDisc {
    private static final long CAPACITY = 680L << 20;

    private SourceDisc() {}

    /** The disc with version 1.1, write-protected. */
    public static VolumeImage version11() {
        return volume(false);
    }

    /** The disc with the corrected files of September 2001 (Q306447). */
    public static VolumeImage corrected() {
        return volume(true);
    }

    private static VolumeImage volume(boolean corrected) {
        VolumeBuilder disc = VolumeBuilder.create(CAPACITY);
        for (Map.Entry<String, byte[]> file : ToolSet.files(corrected).entrySet()) {
            String name = file.getKey();
            NtPath path = NtPath.of("D:\\" + NtPath.fold(name.substring(0, name.length() - 1)) + "_");
            disc.file(path, SzddFile.compress(file.getValue(), name.charAt(name.length() - 1)));
        }
        return disc.readOnlyMedium().build(FileTime.ofUnixSeconds(917_000_000L));
    }
}
