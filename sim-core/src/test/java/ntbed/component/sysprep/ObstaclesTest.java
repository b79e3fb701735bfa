package ntbed.component.sysprep;

import static ntbed.component.sysprep.TestMasters.booted;
import static ntbed.component.sysprep.TestMasters.cloneOf;
import static ntbed.component.sysprep.TestMasters.complete;
import static ntbed.component.sysprep.TestMasters.exists;
import static ntbed.component.sysprep.TestMasters.prepared;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the way of the tool and the wizard. */
class ObstaclesTest {
    private static final FileAttributes READ_ONLY =
            new FileAttributes(FileAttributes.READONLY | FileAttributes.ARCHIVE);

    private static void readOnly(MachineBuilder machine, String path) {
        machine.drive('C').file(NtPath.of(path), new byte[] {1}, READ_ONLY, Optional.empty());
    }

    @Test
    void readOnlyFilesFromADiscDoNotKeepTheToolsFolder() {
        MachineBuilder master = complete();
        readOnly(master, "C:\\Sysprep\\Logo.bmp");
        Machine clone = cloneOf(prepared(master), 2, "CLONE");
        assertThat(clone.hasLogOnBox()).isTrue();
        assertThat(exists(clone, "C:\\Sysprep")).isFalse();
        assertThat(clone.asSystem().registry().value(SetupKey.PATH, SetupKey.TOOLS_FOLDER))
                .isEmpty();
    }

    @Test
    void aReadOnlyFileOfAProfileDoesNotStopTheFirstStart() {
        MachineBuilder master = complete();
        readOnly(master, "C:\\WINNT\\Profiles\\Ann\\Favorites\\Desktop.ini");
        Machine clone = cloneOf(prepared(master), 2, "CLONE");
        assertThat(clone.hasLogOnBox()).isTrue();
        assertThat(exists(clone, "C:\\WINNT\\Profiles\\Ann")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"an?swers.txt", "C:an.txt", "C:\\no\\such\\file.txt"})
    void anAnswerFileThatCannotBeIsToldAndNothingIsChanged(String name) {
        Machine master = booted(complete().build(), 1);
        TestMasters.run(master, master.logOn("Administrator", ""), "C:\\Sysprep\\Sysprep.exe " + name + " -quiet");
        assertThat(master.desktop().open())
                .extracting(Desktop.Dialog::text)
                .singleElement()
                .asString()
                .contains("was not found");
        assertThat(exists(master, "C:\\WINNT\\System32\\Setupcl.exe")).isFalse();
    }
}
