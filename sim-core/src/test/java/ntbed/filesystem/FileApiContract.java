package ntbed.filesystem;

import static ntbed.filesystem.TestVolumes.at;
import static ntbed.filesystem.TestVolumes.bytes;
import static ntbed.filesystem.TestVolumes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link FileApi} does, whoever asks and however many layers are below: subclasses say which one. */
abstract class FileApiContract {
    /** Files of an empty drive C: of some megabytes, on which the caller may do everything. */
    abstract FileApi files();

    @Test
    @DisplayName("What was written is read, by a copy that nobody shares")
    void writesAndReads() {
        FileApi files = files();
        byte[] content = bytes("first");
        files.write(at("C:\\a.txt"), content);
        content[0] = 'X';
        files.read(at("C:\\a.txt"))[1] = 'X';
        assertThat(text(files.read(at("c:\\A.TXT")))).isEqualTo("first");
        files.write(at("C:\\A.txt"), bytes("second one"));
        assertThat(text(files.read(at("C:\\a.txt")))).isEqualTo("second one");
        FileEntry entry = files.find(at("C:\\A.TXT")).orElseThrow();
        assertThat(entry.path()).hasToString("C:\\a.txt");
        assertThat(entry.size()).isEqualTo(10);
        assertThat(entry.attributes().has(FileAttributes.ARCHIVE)).isTrue();
    }

    @Test
    @DisplayName("A listing is in NTFS order: upper-case, by UTF-16 unit")
    void listsInOrder() {
        FileApi files = files();
        files.createDirectory(at("C:\\d"));
        for (String name : List.of("b", "a_", "Ab", "AA", "é", "z", "É2", "1")) {
            files.write(at("C:\\d\\" + name), bytes(name.equals("z") ? "" : "x"));
        }
        assertThat(files.list(at("c:\\D")))
                .extracting(entry -> entry.path().name())
                .containsExactly("1", "AA", "Ab", "a_", "b", "z", "é", "É2");
        assertThat(files.list(at("C:\\d"), "a?"))
                .extracting(entry -> entry.path().toString())
                .containsExactly("C:\\d\\AA", "C:\\d\\Ab", "C:\\d\\a_");
    }

    @Test
    @DisplayName("A rename may change the case alone, and moves a directory with all that is in it")
    void renames() {
        FileApi files = files();
        files.createDirectory(at("C:\\old"));
        files.write(at("C:\\old\\File"), bytes("x"));
        files.move(at("C:\\old\\File"), at("C:\\old\\FILE"), false);
        assertThat(files.find(at("C:\\old\\file")).orElseThrow().path()).hasToString("C:\\old\\FILE");
        files.move(at("C:\\old"), at("C:\\New"), false);
        assertThat(files.exists(at("C:\\old"))).isFalse();
        assertThat(text(files.read(at("C:\\new\\file")))).isEqualTo("x");
        files.write(at("C:\\target"), bytes("t"));
        files.move(at("C:\\new\\file"), at("C:\\target"), true);
        assertThat(text(files.read(at("C:\\target")))).isEqualTo("x");
        assertThat(files.list(at("C:\\New"))).isEmpty();
    }

    @Test
    @DisplayName("A copy has content, attributes and time of the original, and stands alone afterwards")
    void copies() {
        FileApi files = files();
        files.write(at("C:\\a"), bytes("content"));
        files.setAttributes(at("C:\\a"), new FileAttributes(FileAttributes.READONLY));
        files.copy(at("C:\\a"), at("C:\\b"), true);
        FileEntry copy = files.find(at("C:\\b")).orElseThrow();
        assertThat(copy.attributes().mask()).isEqualTo(FileAttributes.READONLY | FileAttributes.ARCHIVE);
        assertThat(copy.modified())
                .isEqualTo(files.find(at("C:\\a")).orElseThrow().modified());
        files.setAttributes(at("C:\\b"), new FileAttributes(0));
        assertThat(files.find(at("C:\\b")).orElseThrow().attributes().mask()).isEqualTo(FileAttributes.NORMAL);
        files.write(at("C:\\b"), bytes("other"));
        assertThat(text(files.read(at("C:\\a")))).isEqualTo("content");
    }

    @Test
    @DisplayName("What is deleted is gone, its room is free again, and its name can be used anew")
    void deletes() {
        FileApi files = files();
        long free = files.freeBytes('C');
        files.createDirectory(at("C:\\d"));
        files.write(at("C:\\d\\f"), new byte[5000]);
        assertThat(files.freeBytes('C')).isLessThan(free - 5000);
        files.delete(at("C:\\d\\f"));
        files.removeDirectory(at("C:\\d"));
        assertThat(files.freeBytes('C')).isEqualTo(free);
        assertThat(files.find(at("C:\\d"))).isEmpty();
        files.write(at("C:\\d"), bytes("now a file"));
        assertThat(text(files.read(at("C:\\d")))).isEqualTo("now a file");
    }

    @Test
    @DisplayName("The dispositions of CreateFile: create, empty, open, open or create")
    void opens() {
        FileApi files = files();
        int access = AccessMask.GENERIC_READ | AccessMask.GENERIC_WRITE;
        try (OpenFile file = files.open(at("C:\\f"), access, ShareMode.NONE, Disposition.CREATE_NEW)) {
            file.append(bytes("one "));
            file.append(bytes("two"));
            assertThat(text(file.read())).isEqualTo("one two");
        }
        try (OpenFile file = files.open(at("C:\\f"), access, ShareMode.NONE, Disposition.OPEN_ALWAYS)) {
            assertThat(text(file.read())).isEqualTo("one two");
            file.write(bytes("three"));
        }
        assertThat(text(files.read(at("C:\\f")))).isEqualTo("three");
        files.open(at("C:\\f"), access, ShareMode.NONE, Disposition.CREATE_ALWAYS)
                .close();
        assertThat(files.read(at("C:\\f"))).isEmpty();
        files.write(at("C:\\f"), bytes("four"));
        files.open(at("C:\\f"), access, ShareMode.NONE, Disposition.TRUNCATE_EXISTING)
                .close();
        assertThat(files.read(at("C:\\f"))).isEmpty();
    }

    @Test
    @DisplayName("An opener is as exclusive as its share mode says, until it closes")
    void shares() {
        FileApi files = files();
        files.write(at("C:\\f"), bytes("x"));
        OpenFile file = files.open(at("C:\\f"), AccessMask.GENERIC_READ, ShareMode.READ, Disposition.OPEN_EXISTING);
        assertThat(text(files.read(at("C:\\f")))).isEqualTo("x");
        assertThatThrownBy(() -> files.write(at("C:\\f"), bytes("y"))).isInstanceOf(Win32Exception.class);
        assertThatThrownBy(() -> files.delete(at("C:\\f"))).isInstanceOf(Win32Exception.class);
        file.close();
        file.close();
        files.write(at("C:\\f"), bytes("y"));
        files.delete(at("C:\\f"));
        assertThat(files.exists(at("C:\\f"))).isFalse();
    }
}
