package ntbed.boot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.Volumes;

/**
 * The files of the hives on the volume (rule H1). A hive's keys are kept beside the volume, as an immutable tree; its
 * file holds the head of a hive, {@code regf}, and stands for it: whoever deletes, empties or damages the file has
 * lost the hive, as on NT. Copying a hive's file over another's does not bring the keys along: that is not simulated.
 */
public final class HiveFiles {
    private static final byte[] HEAD = "regf".getBytes(StandardCharsets.US_ASCII);

    private static final Function<byte[], Boolean> IS_HIVE = HiveFiles::isHive;

    private final Volumes volumes;
    private final NtPath systemRoot;

    HiveFiles(Volumes volumes, NtPath systemRoot) {
        this.volumes = volumes;
        this.systemRoot = systemRoot;
    }

    /** What stands in an intact hive file. */
    public static byte[] content() {
        return HEAD.clone();
    }

    /** {@code <root>\System32\Config\NAME}. */
    NtPath path(String name) {
        return systemRoot.resolve("System32\\Config\\" + name);
    }

    /** Whether the file is there and begins as a hive does. */
    boolean isGood(String name) {
        return isGood(path(name));
    }

    boolean isGood(NtPath path) {
        return volumes.find(path).isPresent() && volumes.memo(path, IS_HIVE);
    }

    private static boolean isHive(byte[] content) {
        return content.length >= HEAD.length && Arrays.equals(content, 0, HEAD.length, HEAD, 0, HEAD.length);
    }
}
