package ntbed.component.servicepack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileVersion;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeBuilder;
import ntbed.filesystem.VolumeImage;
import ntbed.process.ImageFile;
import ntbed.process.Program;
import ntbed.time.FileTime;

/** The compact disc of a service pack: {@code I386\Update\Update.exe}, and the files in {@code I386}. */
public final class ServicePackDisc {
    /** What starts it. */
    public static final String COMMAND = "D:\\I386\\Update\\Update.exe";

    /** Files of Transaction Server: a pack replaces them where the Option Pack has put them (Q195015; which [M]). */
    static final List<String> OF_OPTION_PACK = List.of("mtx.exe", "mtxex.dll");

    /** Image parameter of Update.exe: the number of the pack. */
    static final String NUMBER = "servicePack";

    private static final int FIRST = 4;
    private static final int LAST = 6;
    private static final long CAPACITY = 680L << 20;

    private ServicePackDisc() {}

    /** The disc of Service Pack 4, 5 or 6 (6a); another number is an {@link IllegalArgumentException}. */
    public static VolumeImage of(int number) {
        if (number < FIRST || number > LAST) {
            throw new IllegalArgumentException("no disc of Service Pack " + number);
        }
        VolumeBuilder disc = VolumeBuilder.create(CAPACITY);
        disc.file(NtPath.of(COMMAND), ImageFile.encode(Update.ID, Map.of(NUMBER, Integer.toString(number))));
        Optional<FileVersion> version = Optional.of(new FileVersion(5, 0, 1877, number));
        files(number)
                .forEach((name, content) ->
                        disc.file(NtPath.of("D:\\I386\\" + name), content, FileAttributes.FILE, version));
        return disc.readOnlyMedium().build(FileTime.ofUnixSeconds(910_000_000L));
    }

    /** The programs that its image files hold. */
    public static List<Program> programs() {
        return List.of(new Update());
    }

    /** The files it brings, by name. */
    static SortedMap<String, byte[]> files(int number) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        String release = "sp" + number;
        files.put(
                "pstores.exe",
                ImageFile.of("pstores")
                        .with("startMillis", "500")
                        .with("release", release)
                        .sealed()
                        .encode());
        for (String name : List.of("psbase.dll", "pstorec.dll", "pstorerc.dll", "rsabase.dll")) {
            files.put(name, library(name, release));
        }
        OF_OPTION_PACK.forEach(name -> files.put(name, library(name, release)));
        return files;
    }

    private static byte[] library(String name, String release) {
        return ImageFile.of("library")
                .with("name", name)
                .with("release", release)
                .sealed()
                .encode();
    }
}
