package ntbed.filesystem;

import static ntbed.filesystem.TestVolumes.at;
import static ntbed.filesystem.TestVolumes.bytes;
import static ntbed.filesystem.TestVolumes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Running images, open hives, handles that outlive a rename or a deletion. */
final class SharingTest {
    private static final NtPath FILE = at("C:\\dir\\file");

    private final TestVolumes machine = TestVolumes.of(VolumeBuilder.create(TestVolumes.MEGABYTE)
            .file(FILE, bytes("x"))
            .file(at("C:\\dir.txt"), bytes("y"))
            .build(TestVolumes.BUILT));
    private final FileApi files = machine.system();

    private static int code(Runnable attempt) {
        Win32Exception refusal = catchThrowableOfType(Win32Exception.class, attempt::run);
        return refusal == null ? 0 : refusal.code();
    }

    @Test
    @DisplayName("A running image can be read, copied and renamed, not written (32), deleted or replaced (5)")
    void runningImage() {
        Hold running = machine.volumes.holdImage(FILE, "service");
        assertThat(machine.volumes.holders(FILE)).containsExactly("service");
        assertThat(code(() -> files.write(FILE, bytes("z")))).isEqualTo(32);
        assertThat(code(() -> files.delete(FILE))).isEqualTo(5);
        assertThat(code(() -> machine.volumes.delete(FILE, "smss"))).isEqualTo(5);
        files.copy(FILE, at("C:\\copy"), true);
        files.move(FILE, at("C:\\dir\\renamed"), false);
        assertThat(code(() -> files.delete(at("C:\\dir\\renamed")))).isEqualTo(5);
        files.write(FILE, bytes("new version"));
        running.close();
        files.delete(at("C:\\dir\\renamed"));
        assertThat(machine.volumes.holders(FILE)).isEmpty();
    }

    @Test
    @DisplayName("What is open for writing does not run (32)")
    void openForWritingDoesNotRun() {
        OpenFile open = files.open(FILE, AccessMask.GENERIC_WRITE, ShareMode.ALL, Disposition.OPEN_EXISTING);
        assertThat(code(() -> machine.volumes.holdImage(FILE, "service"))).isEqualTo(32);
        open.close();
        machine.volumes.holdImage(FILE, "service").close();
    }

    @Test
    @DisplayName("An open hive is closed to everybody but its holder")
    void openHive() {
        Hold hive = machine.volumes.hold(FILE, ShareMode.NONE, "registry");
        assertThat(code(() -> files.read(FILE))).isEqualTo(32);
        assertThat(code(() -> files.delete(FILE))).isEqualTo(32);
        assertThat(code(() -> files.move(FILE, at("C:\\x"), false))).isEqualTo(32);
        assertThat(code(() -> machine.volumes.hold(FILE, ShareMode.ALL, "other")))
                .isEqualTo(32);
        machine.volumes.write(FILE, bytes("flushed"), "registry");
        assertThat(text(machine.volumes.content(FILE))).isEqualTo("flushed");
        hive.close();
        files.delete(FILE);
    }

    @Test
    @DisplayName(
            "A directory does not move while something below it is open (5); a neighbour of like name is no matter")
    void openBelow() {
        OpenFile open = files.open(FILE, AccessMask.GENERIC_READ, ShareMode.ALL, Disposition.OPEN_EXISTING);
        assertThat(code(() -> files.move(at("C:\\dir"), at("C:\\moved"), false)))
                .isEqualTo(5);
        open.close();
        OpenFile neighbour =
                files.open(at("C:\\dir.txt"), AccessMask.GENERIC_READ, ShareMode.ALL, Disposition.OPEN_EXISTING);
        files.move(at("C:\\dir"), at("C:\\moved"), false);
        assertThat(text(neighbour.read())).isEqualTo("y");
        neighbour.close();
    }

    @Test
    @DisplayName(
            "A deleted file that is still open stays readable by its handle, refuses everybody else, and goes with it")
    void deletePending() {
        OpenFile open = files.open(FILE, AccessMask.GENERIC_READ, ShareMode.ALL, Disposition.OPEN_EXISTING);
        files.delete(FILE);
        assertThat(text(open.read())).isEqualTo("x");
        assertThat(code(() -> files.read(FILE))).isEqualTo(5);
        assertThat(code(() -> files.write(FILE, bytes("z")))).isEqualTo(5);
        assertThat(code(() -> files.removeDirectory(at("C:\\dir")))).isEqualTo(145);
        open.close();
        assertThat(files.exists(FILE)).isFalse();
        files.removeDirectory(at("C:\\dir"));
    }

    @Test
    @DisplayName("A handle follows the rename of its file")
    void followsRename() {
        OpenFile open = files.open(
                FILE, AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE, ShareMode.ALL, Disposition.OPEN_EXISTING);
        files.move(FILE, at("C:\\elsewhere"), false);
        assertThat(open.path()).isEqualTo(at("C:\\elsewhere"));
        open.append(bytes("y"));
        open.close();
        assertThat(text(files.read(at("C:\\elsewhere")))).isEqualTo("xy");
    }
}
