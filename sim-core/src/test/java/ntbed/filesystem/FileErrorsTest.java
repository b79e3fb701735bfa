package ntbed.filesystem;

import static ntbed.filesystem.TestVolumes.at;
import static ntbed.filesystem.TestVolumes.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The error table: one row per operation and code, in the order in which NT finds its reasons. */
final class FileErrorsTest {
    private static final String LONG_DIRECTORY = "C:\\" + "d".repeat(200) + "\\" + "e".repeat(50);

    private final TestVolumes machine = TestVolumes.of(drives());
    private final FileApi system = machine.system();
    private final FileApi alice = machine.as(TestVolumes.alice());

    private interface Attempt {
        void on(FileErrorsTest files);
    }

    private static SortedMap<Character, VolumeImage> drives() {
        SecurityDescriptor secret = SecurityDescriptor.of(
                Sid.ADMINISTRATORS, AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.FILE_ALL_ACCESS));
        byte[] content = bytes("content");
        FileAttributes readOnly = new FileAttributes(FileAttributes.READONLY);
        FileAttributes hidden = new FileAttributes(FileAttributes.HIDDEN);
        TreeMap<Character, VolumeImage> drives = new TreeMap<>();
        drives.put(
                'C',
                VolumeBuilder.create(64 * 1024)
                        .file(at("C:\\file"), content)
                        .file(at("C:\\other"), content)
                        .file(at("C:\\readonly"), content, readOnly, Optional.empty())
                        .file(at("C:\\hidden"), content, hidden, Optional.empty())
                        .file(at("C:\\secret"), content, FileAttributes.FILE, Optional.empty(), secret)
                        .file(at("C:\\running.exe"), content)
                        .file(at("C:\\hive"), content)
                        .directory(at("C:\\empty"))
                        .directory(at("C:\\fixed"))
                        .attributes(at("C:\\fixed"), readOnly)
                        .directory(at("C:\\" + "d".repeat(200)))
                        .file(at("C:\\full\\entry"), content)
                        .directory(at("C:\\vault"), secret)
                        .build(TestVolumes.BUILT));
        drives.put(
                'D',
                VolumeBuilder.create(TestVolumes.MEGABYTE)
                        .file(at("D:\\setup.exe"), content)
                        .readOnlyMedium()
                        .build(TestVolumes.BUILT));
        drives.put('E', VolumeBuilder.create(TestVolumes.MEGABYTE).build(TestVolumes.BUILT));
        drives.put('F', VolumeBuilder.create(TestVolumes.MEGABYTE).build(TestVolumes.BUILT));
        return drives;
    }

    private static void open(FileApi api, String path, int access, Disposition disposition) {
        api.open(at(path), access, ShareMode.ALL, disposition);
    }

    private static Arguments row(Win32Error error, String what, Attempt attempt) {
        return arguments(error, what, attempt);
    }

    private static Stream<Arguments> opening() {
        int read = AccessMask.GENERIC_READ;
        int write = AccessMask.GENERIC_WRITE;
        return Stream.of(
                row(Win32Error.ERROR_FILE_NOT_FOUND, "read missing", f -> f.system.read(at("C:\\none"))),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "read in missing", f -> f.system.read(at("C:\\none\\x"))),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "read below file", f -> f.system.read(at("C:\\file\\x"))),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "read, no drive", f -> f.system.read(at("Q:\\x"))),
                row(Win32Error.ERROR_NOT_READY, "read, disk taken out", f -> f.system.read(at("F:\\x"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "read directory", f -> f.system.read(at("C:\\empty"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "read secret", f -> f.alice.read(at("C:\\secret"))),
                row(Win32Error.ERROR_SHARING_VIOLATION, "read hive", f -> f.system.read(at("C:\\hive"))),
                row(Win32Error.ERROR_FILE_EXISTS, "create new over old", f -> {
                    open(f.system, "C:\\file", read, Disposition.CREATE_NEW);
                }),
                row(Win32Error.ERROR_FILE_NOT_FOUND, "truncate missing", f -> {
                    open(f.system, "C:\\none", write, Disposition.TRUNCATE_EXISTING);
                }),
                row(Win32Error.ERROR_INVALID_PARAMETER, "truncate without write", f -> {
                    open(f.system, "C:\\file", read, Disposition.TRUNCATE_EXISTING);
                }),
                row(Win32Error.ERROR_ACCESS_DENIED, "create always over hidden", f -> {
                    open(f.system, "C:\\hidden", write, Disposition.CREATE_ALWAYS);
                }),
                row(Win32Error.ERROR_ACCESS_DENIED, "open read-only to write", f -> {
                    open(f.system, "C:\\readonly", write, Disposition.OPEN_EXISTING);
                }),
                row(Win32Error.ERROR_WRITE_PROTECT, "open on CD to write", f -> {
                    open(f.system, "D:\\setup.exe", write, Disposition.OPEN_EXISTING);
                }),
                row(Win32Error.ERROR_SHARING_VIOLATION, "open running image to write", f -> {
                    open(f.system, "C:\\running.exe", write, Disposition.OPEN_EXISTING);
                }),
                row(Win32Error.ERROR_INVALID_HANDLE, "read after close", f -> {
                    OpenFile file = f.system.open(at("C:\\file"), read, ShareMode.ALL, Disposition.OPEN_EXISTING);
                    file.close();
                    file.read();
                }),
                row(Win32Error.ERROR_ACCESS_DENIED, "write on a handle for reading", f -> {
                    f.system
                            .open(at("C:\\file"), read, ShareMode.ALL, Disposition.OPEN_EXISTING)
                            .write(bytes("x"));
                }));
    }

    private static Stream<Arguments> writing() {
        return Stream.of(
                row(Win32Error.ERROR_PATH_NOT_FOUND, "in missing", f -> f.write("C:\\none\\x")),
                row(Win32Error.ERROR_ACCESS_DENIED, "over directory", f -> f.write("C:\\empty")),
                row(Win32Error.ERROR_ACCESS_DENIED, "over read-only", f -> f.write("C:\\readonly")),
                row(Win32Error.ERROR_ACCESS_DENIED, "in vault", f -> f.alice.write(at("C:\\vault\\x"), bytes("x"))),
                row(Win32Error.ERROR_SHARING_VIOLATION, "over running image", f -> f.write("C:\\running.exe")),
                row(Win32Error.ERROR_WRITE_PROTECT, "on CD", f -> f.write("D:\\new")),
                row(Win32Error.ERROR_DISK_FULL, "too much", f -> f.system.write(at("C:\\big"), new byte[65_536])),
                row(Win32Error.ERROR_INVALID_NAME, "device", f -> f.write("C:\\empty\\nul.txt")),
                row(Win32Error.ERROR_INVALID_NAME, "stream", f -> f.write("C:\\file:stream")),
                row(Win32Error.ERROR_INVALID_NAME, "name of 256", f -> f.write("\\\\?\\C:\\" + "n".repeat(256))),
                row(Win32Error.ERROR_FILENAME_EXCED_RANGE, "path of 260", f -> {
                    f.write("C:\\" + "d".repeat(200) + "\\" + "n".repeat(56));
                }),
                row(Win32Error.ERROR_ACCESS_DENIED, "attributes of secret", f -> {
                    f.alice.setAttributes(at("C:\\secret"), FileAttributes.FILE);
                }),
                row(Win32Error.ERROR_FILE_NOT_FOUND, "attributes of missing", f -> {
                    f.system.setAttributes(at("C:\\none"), FileAttributes.FILE);
                }));
    }

    private static Stream<Arguments> deleting() {
        return Stream.of(
                row(Win32Error.ERROR_FILE_NOT_FOUND, "missing", f -> f.system.delete(at("C:\\none"))),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "in missing", f -> f.system.delete(at("C:\\none\\x"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "directory", f -> f.system.delete(at("C:\\empty"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "read-only", f -> f.system.delete(at("C:\\readonly"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "running", f -> f.system.delete(at("C:\\running.exe"))),
                row(Win32Error.ERROR_SHARING_VIOLATION, "hive", f -> f.system.delete(at("C:\\hive"))),
                row(Win32Error.ERROR_WRITE_PROTECT, "on CD", f -> f.system.delete(at("D:\\setup.exe"))),
                row(Win32Error.ERROR_FILE_NOT_FOUND, "rd missing", f -> f.system.removeDirectory(at("C:\\none"))),
                row(Win32Error.ERROR_DIRECTORY, "rd file", f -> f.system.removeDirectory(at("C:\\file"))),
                row(Win32Error.ERROR_DIR_NOT_EMPTY, "rd full", f -> f.system.removeDirectory(at("C:\\full"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "rd read-only", f -> f.system.removeDirectory(at("C:\\fixed"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "rd root", f -> f.system.removeDirectory(at("E:\\"))));
    }

    private static Stream<Arguments> directories() {
        return Stream.of(
                row(Win32Error.ERROR_ALREADY_EXISTS, "md over directory", f -> f.makeDirectory("C:\\empty")),
                row(Win32Error.ERROR_ALREADY_EXISTS, "md over file", f -> f.makeDirectory("C:\\file")),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "md in missing", f -> f.makeDirectory("C:\\none\\x")),
                row(Win32Error.ERROR_ACCESS_DENIED, "md root", f -> f.makeDirectory("C:\\")),
                row(Win32Error.ERROR_WRITE_PROTECT, "md on CD", f -> f.makeDirectory("D:\\x")),
                row(Win32Error.ERROR_FILENAME_EXCED_RANGE, "md of 254", f -> f.makeDirectory(LONG_DIRECTORY)),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "list missing", f -> f.system.list(at("C:\\none"))),
                row(Win32Error.ERROR_DIRECTORY, "list file", f -> f.system.list(at("C:\\file"))),
                row(Win32Error.ERROR_ACCESS_DENIED, "list vault", f -> f.alice.list(at("C:\\vault"))),
                row(Win32Error.ERROR_FILE_NOT_FOUND, "no match", f -> f.system.list(at("C:\\"), "*.zip")),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "free bytes, no drive", f -> f.system.freeBytes('Q')));
    }

    private static Stream<Arguments> moving() {
        return Stream.of(
                row(Win32Error.ERROR_FILE_NOT_FOUND, "copy missing", f -> f.copy("C:\\none", "C:\\x")),
                row(Win32Error.ERROR_ACCESS_DENIED, "copy directory", f -> f.copy("C:\\empty", "C:\\x")),
                row(Win32Error.ERROR_FILE_EXISTS, "copy over, must not", f -> f.copy("C:\\file", "C:\\other")),
                row(Win32Error.ERROR_SHARING_VIOLATION, "copy onto itself", f -> {
                    f.system.copy(at("C:\\file"), at("C:\\FILE"), false);
                }),
                row(Win32Error.ERROR_ACCESS_DENIED, "copy over read-only", f -> {
                    f.system.copy(at("C:\\file"), at("C:\\readonly"), false);
                }),
                row(Win32Error.ERROR_WRITE_PROTECT, "copy to CD", f -> f.copy("C:\\file", "D:\\x")),
                row(Win32Error.ERROR_FILE_NOT_FOUND, "move missing", f -> f.move("C:\\none", "C:\\x")),
                row(Win32Error.ERROR_PATH_NOT_FOUND, "move to missing", f -> f.move("C:\\file", "C:\\none\\x")),
                row(Win32Error.ERROR_ALREADY_EXISTS, "move over", f -> f.move("C:\\file", "C:\\other")),
                row(Win32Error.ERROR_NOT_SAME_DEVICE, "directory to E:", f -> f.move("C:\\full", "E:\\full")),
                row(Win32Error.ERROR_SHARING_VIOLATION, "into itself", f -> f.move("C:\\full", "C:\\full\\sub")),
                row(Win32Error.ERROR_SHARING_VIOLATION, "move hive", f -> f.move("C:\\hive", "C:\\x")),
                row(Win32Error.ERROR_WRITE_PROTECT, "move off CD", f -> f.move("D:\\setup.exe", "C:\\x")),
                row(Win32Error.ERROR_ACCESS_DENIED, "replace running", f -> {
                    f.system.move(at("C:\\file"), at("C:\\running.exe"), true);
                }),
                row(Win32Error.ERROR_ACCESS_DENIED, "replace read-only", f -> {
                    f.system.move(at("C:\\file"), at("C:\\readonly"), true);
                }),
                row(Win32Error.ERROR_ACCESS_DENIED, "security of secret", f -> f.alice.security(at("C:\\secret"))),
                row(Win32Error.ERROR_INVALID_OWNER, "give a file away", f -> {
                    SecurityDescriptor now = f.alice.security(at("C:\\file"));
                    f.alice.setSecurity(at("C:\\file"), now.withOwner(Sid.SYSTEM));
                }));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource({"opening", "writing", "deleting", "directories", "moving"})
    void givesTheCodeOfNt(Win32Error error, String what, Attempt attempt) {
        machine.volumes.unmount('F');
        machine.volumes.holdImage(at("C:\\running.exe"), "running");
        machine.volumes.hold(at("C:\\hive"), ShareMode.NONE, "registry");
        Win32Exception refusal = catchThrowableOfType(Win32Exception.class, () -> attempt.on(this));
        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.error()).as(what).isEqualTo(error);
    }

    @Test
    @DisplayName("A refusal is seen: who asked, for what, and the code")
    void refusalsAreInTheTrace() {
        assertThatThrownBy(() -> alice.delete(at("C:\\none"))).isInstanceOf(Win32Exception.class);
        assertThat(machine.trace.events()).singleElement().isInstanceOfSatisfying(TraceEvent.Refused.class, refused -> {
            assertThat(refused.stamp().actor()).isEqualTo("test");
            assertThat(refused.operation()).isEqualTo("delete");
            assertThat(refused.object()).isEqualTo("C:\\none");
            assertThat(refused.error()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND);
        });
    }

    private void write(String path) {
        system.write(at(path), bytes("x"));
    }

    private void makeDirectory(String path) {
        system.createDirectory(at(path));
    }

    private void copy(String from, String to) {
        system.copy(at(from), at(to), true);
    }

    private void move(String from, String to) {
        system.move(at(from), at(to), false);
    }
}
