package ntbed.filesystem;

import static ntbed.filesystem.TestVolumes.at;
import static ntbed.filesystem.TestVolumes.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room on the disk: what is counted, what is left of a write that did not fit. */
final class DiskSpaceTest {
    private static final int CAPACITY = 32 * 1024;

    private final TestVolumes machine = TestVolumes.of(
            VolumeBuilder.create(CAPACITY).file(at("C:\\old"), new byte[3000]).build(TestVolumes.BUILT));
    private final FileApi files = machine.system();

    private static Win32Error refusal(Runnable attempt) {
        return catchThrowableOfType(Win32Exception.class, attempt::run).error();
    }

    @ParameterizedTest(name = "{0} MB: clusters of {1}")
    @CsvSource({"1, 512", "512, 512", "513, 1024", "1024, 1024", "1025, 2048", "2048, 2048", "2049, 4096", "8000, 4096"
    })
    void clusters(long megabytes, int expected) {
        assertThat(Space.clusterBytes(megabytes << 20)).isEqualTo(expected);
    }

    @Test
    @DisplayName("A small file lives in its record of 1 KB, a larger one takes whole clusters besides")
    void counts() {
        long free = files.freeBytes('C');
        files.write(at("C:\\small"), new byte[Space.RESIDENT_BYTES]);
        assertThat(files.freeBytes('C')).isEqualTo(free - 1024);
        files.write(at("C:\\small"), new byte[Space.RESIDENT_BYTES + 1]);
        assertThat(files.freeBytes('C')).isEqualTo(free - 1024 - 1024);
        files.write(at("C:\\small"), new byte[1025]);
        assertThat(files.freeBytes('C')).isEqualTo(free - 1024 - 1536);
        files.delete(at("C:\\small"));
        assertThat(files.freeBytes('C')).isEqualTo(free);
    }

    @Test
    @DisplayName("A single write that does not fit leaves an empty file, as CREATE_ALWAYS and one WriteFile do")
    void singleWrite() {
        assertThat(refusal(() -> files.write(at("C:\\new"), new byte[CAPACITY])))
                .isEqualTo(Win32Error.ERROR_DISK_FULL);
        assertThat(files.find(at("C:\\new")).orElseThrow().size()).isZero();
        assertThat(refusal(() -> files.write(at("C:\\old"), new byte[CAPACITY])))
                .isEqualTo(Win32Error.ERROR_DISK_FULL);
        assertThat(files.find(at("C:\\old")).orElseThrow().size()).isZero();
    }

    @Test
    @DisplayName("A stream leaves what fitted, and fills the disk to the last cluster")
    void stream() {
        int access = AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE;
        try (OpenFile log = files.open(at("C:\\log"), access, ShareMode.NONE, Disposition.CREATE_NEW)) {
            log.append(bytes("first"));
            assertThat(refusal(() -> log.append(new byte[CAPACITY]))).isEqualTo(Win32Error.ERROR_DISK_FULL);
            assertThat(log.read()).startsWith(bytes("first")).hasSizeGreaterThan(20_000);
            assertThat(files.freeBytes('C')).isBetween(0L, 511L);
            assertThat(refusal(() -> log.append(new byte[1]))).isEqualTo(Win32Error.ERROR_DISK_FULL);
        }
        assertThat(refusal(() -> files.createDirectory(at("C:\\d")))).isEqualTo(Win32Error.ERROR_DISK_FULL);
        files.delete(at("C:\\log"));
        files.createDirectory(at("C:\\d"));
    }

    @Test
    @DisplayName("A copy that does not fit leaves no target; the version goes with a copy and ends with a write")
    void copies() {
        VolumeImage cd = VolumeBuilder.create(TestVolumes.MEGABYTE)
                .file(at("D:\\big"), new byte[CAPACITY])
                .file(at("D:\\dll"), bytes("MZ"), FileAttributes.FILE, Optional.of(new FileVersion(4, 0, 1381, 133)))
                .readOnlyMedium()
                .build(TestVolumes.BUILT);
        machine.volumes.mount('D', cd);
        assertThat(refusal(() -> files.copy(at("D:\\big"), at("C:\\big"), true)))
                .isEqualTo(Win32Error.ERROR_DISK_FULL);
        assertThat(files.exists(at("C:\\big"))).isFalse();
        files.copy(at("D:\\dll"), at("C:\\dll"), true);
        files.move(at("C:\\dll"), at("C:\\moved"), false);
        assertThat(files.find(at("C:\\moved")).orElseThrow().version()).contains(new FileVersion(4, 0, 1381, 133));
        files.write(at("C:\\moved"), bytes("other"));
        assertThat(files.find(at("C:\\moved")).orElseThrow().version()).isEmpty();
    }

    @Test
    @DisplayName("A builder refuses more than the volume holds")
    void builder() {
        VolumeBuilder builder = VolumeBuilder.create(CAPACITY).file(at("C:\\big"), new byte[CAPACITY]);
        assertThat(refusal(() -> builder.build(TestVolumes.BUILT))).isEqualTo(Win32Error.ERROR_DISK_FULL);
    }
}
