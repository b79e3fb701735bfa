package ntbed.tool.regedit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import ntbed.component.base.BaseInstallation;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Hand;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;

class RegeditTest {
    private static final String UPS = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\UPS";
    private static final NtPath FILE = NtPath.of("C:\\TEMP\\ups.reg");

    private final Machine machine = booted();
    private final Win32 door = machine.logOn("Administrator", "");
    private final Regedit editor = Regedit.start(door);

    private static Machine booted() {
        Machine machine = Machine.powerOn(BaseInstallation.server(), 1);
        machine.boot();
        return machine;
    }

    @Test
    void exportChangeImportBringsTheValueBack() {
        assertThat(editor.locate("HKEY_LOCAL_MACHINE \\system\\currentcontrolset\\services\\ups"))
                .isTrue();
        assertThat(editor.exportTo(FILE)).isTrue();
        String text = new String(door.files().read(FILE), StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("REGEDIT4").containsIgnoringCase("[" + UPS + "]");

        door.registry().setValue(UPS, "Start", RegistryValue.dword(4));
        assertThat(editor.importFrom(FILE)).isTrue();
        assertThat(door.registry().value(UPS, "Start")).contains(RegistryValue.dword(3));
        assertThat(lastText())
                .isEqualTo("Information in C:\\TEMP\\ups.reg has been successfully entered into the registry.");
    }

    @Test
    void aFileOpensByDoubleClick() {
        editor.locate(UPS);
        editor.exportTo(FILE);
        editor.deleteKey();
        door.desktop().answer(door.desktop().open().get(0), new Desktop.Answer("Yes", Map.of()));
        assertThat(door.registry().tree(UPS)).isEmpty();
        Desktop.Dialog question = Regedit.openFile(door, FILE);
        assertThat(question.text())
                .isEqualTo("Are you sure you want to add the information in C:\\TEMP\\ups.reg to the registry?");
        door.desktop().answer(question, new Desktop.Answer("No", Map.of()));
        assertThat(door.registry().tree(UPS)).isEmpty();
        door.desktop().answer(Regedit.openFile(door, FILE), new Desktop.Answer("Yes", Map.of()));
        assertThat(door.registry().value(UPS, "Start")).contains(RegistryValue.dword(3));
    }

    @Test
    void whatIsNoRegistryScriptIsRefused() {
        door.files().write(FILE, "hello".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(editor.importFrom(FILE)).isFalse();
        assertThat(lastText())
                .isEqualTo("Cannot import C:\\TEMP\\ups.reg: The specified file is not a registry script. "
                        + "You can import only registry files.");
        assertThat(editor.importFrom(NtPath.of("C:\\TEMP\\none.reg"))).isFalse();
        assertThat(lastText()).startsWith("Cannot import C:\\TEMP\\none.reg: Error opening the file.");
    }

    @Test
    void deletingAsksFirst() {
        editor.locate(UPS);
        Desktop.Dialog question = editor.deleteKey();
        assertThat(question.title()).isEqualTo("Confirm Key Delete");
        door.desktop().answer(question, new Desktop.Answer("No", Map.of()));
        assertThat(door.registry().tree(UPS)).isPresent();
    }

    @Test
    void aClosedKeyCannotBeOpened() {
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Closed";
        machine.asSystem().registry().setValue(key, "x", RegistryValue.dword(1));
        try (var open = machine.asSystem().registry().openKey(key, AccessMask.KEY_ALL_ACCESS)) {
            open.setSecurity(
                    SecurityDescriptor.of(Sid.SYSTEM, AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS)));
        }
        assertThat(editor.locate(key)).isFalse();
        assertThat(lastText()).isEqualTo("Cannot open Closed: Error while opening key.");
        assertThatThrownBy(() -> editor.locate("HKLM\\SOFTWARE\\None")).isInstanceOf(Win32Exception.class);
    }

    @Test
    void numbersAreShownInBothBasesAndEditedInHexadecimal() {
        editor.locate(UPS);
        assertThat(editor.values()).contains("Start  0x00000003 (3)", "ObjectName  \"LocalSystem\"");
        Desktop.Dialog window = editor.editValue("Start");
        assertThat(window.title()).isEqualTo("Edit DWORD Value");
        door.desktop().answer(window, new Desktop.Answer("OK", Map.of("Value data", "1f")));
        assertThat(door.registry().value(UPS, "Start")).contains(RegistryValue.dword(31));
        assertThatThrownBy(() -> editor.editValue("ImagePath")).isInstanceOf(NotSimulatedException.class);
    }

    @Test
    void thereIsNoMenuForSecurity() {
        assertThat(editor.menus()).doesNotContain("Security");
    }

    @Test
    void renamingCopiesAndDeletes() {
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Old";
        door.registry().setValue(key + "\\below", "x", RegistryValue.dword(1));
        editor.locate(key);
        assertThat(editor.renameKey("New")).isTrue();
        assertThat(editor.selected()).isEqualTo("HKEY_LOCAL_MACHINE\\SOFTWARE\\New");
        assertThat(door.registry().value(editor.selected() + "\\below", "x")).contains(RegistryValue.dword(1));
        assertThat(door.registry().tree(key)).isEmpty();
        assertThat(editor.renameKey("Classes")).isFalse();
        assertThat(lastText()).isEqualTo("Cannot rename New: Error while renaming key.");
    }

    @Test
    void aRootKeyCannotBeRenamed() {
        editor.locate("HKEY_LOCAL_MACHINE");

        assertThat(editor.renameKey("New")).isFalse();
        assertThat(lastText()).isEqualTo("Cannot rename HKEY_LOCAL_MACHINE: Error while renaming key.");
    }

    @Test
    void findGoesFromKeyToKeyUntilTheEnd() {
        door.registry().setValue("HKLM\\SOFTWARE\\One\\Needle in name", "x", RegistryValue.dword(1));
        door.registry().setValue("HKLM\\SOFTWARE\\Two", "x", RegistryValue.sz("a needle as well"));
        Hand hand = new Hand(door.desktop());
        editor.find();
        hand.type("NEEDLE");
        hand.click("Find Next");
        assertThat(editor.selected()).isEqualTo("HKEY_LOCAL_MACHINE\\SOFTWARE\\One\\Needle in name");
        assertThat(editor.findNext()).isTrue();
        assertThat(editor.selected()).isEqualTo("HKEY_LOCAL_MACHINE\\SOFTWARE\\Two");
        assertThat(editor.findNext()).isFalse();
        assertThat(lastText()).isEqualTo("Finished searching through the registry.");
    }

    @Test
    void anImportThatIsRefusedInPartSaysSo() {
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Shut";
        machine.asSystem().registry().setValue(key, "x", RegistryValue.dword(1));
        try (var open = machine.asSystem().registry().openKey(key, AccessMask.KEY_ALL_ACCESS)) {
            open.setSecurity(
                    SecurityDescriptor.of(Sid.SYSTEM, AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS)));
        }
        String text = "REGEDIT4\r\n[" + key
                + "]\r\n\"x\"=dword:2\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Free]\r\n\"y\"=dword:2\r\n";
        door.files().write(FILE, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(editor.importFrom(FILE)).isFalse();
        assertThat(lastText()).contains("Not all data was successfully written to the registry.");
        assertThat(door.registry().value("HKLM\\SOFTWARE\\Free", "y")).contains(RegistryValue.dword(2));
    }

    @Test
    void aFileNameGetsItsExtensionAndTheHomeDirectory() {
        Hand hand = new Hand(door.desktop());
        editor.locate(UPS);
        editor.export();
        hand.type("backup");
        hand.click("Save");
        assertThat(door.files().exists(NtPath.of("C:\\backup.reg"))).isTrue();
        editor.export();
        hand.type("C:\\no\\such\\folder.reg");
        hand.click("Save");
        assertThat(lastText()).startsWith("Cannot export C:\\no\\such\\folder.reg: Error opening the file.");
    }

    private String lastText() {
        var shown = machine.desktop().shown();
        return shown.get(shown.size() - 1).text();
    }
}
