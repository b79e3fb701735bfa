package ntbed.tool.regedt32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Regedt32Test {
    private static final String UPS = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\UPS";

    private final Machine machine = booted();
    private final Win32 door = machine.logOn("Administrator", "");
    private final Regedt32 editor = Regedt32.start(door);

    private static Machine booted() {
        Machine machine = Machine.powerOn(BaseInstallation.server(), 1);
        machine.boot();
        return machine;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\UPS",
                "HKEY_LOCAL_MACHINE \\system\\currentControlSet\\Services\\ups",
                "hkey_local_machine\\System\\CurrentControlSet\\services\\Ups\\",
                "HKLM\\SYSTEM\\CurrentControlSet\\Services\\UPS"
            })
    void everySpellingFindsTheSameKey(String spelling) {
        editor.locate(spelling);
        assertThat(editor.valueLine("ImagePath")).contains("ImagePath: REG_EXPAND_SZ: %SystemRoot%\\System32\\ups.exe");
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> editor.locate("HKLM\\SYSTEM\\Nowhere"))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.code()).isEqualTo(2));
    }

    @Test
    void aValueStandsInALineWithItsType() {
        editor.locate(UPS);
        assertThat(editor.values()).contains("Start: REG_DWORD: 0x3", "ObjectName: REG_SZ: LocalSystem");
    }

    @Test
    void windowsHaveTheRootsNames() {
        editor.locate(UPS);
        assertThat(editor.windowTitle()).isEqualTo("HKEY_LOCAL_MACHINE on Local Machine");
        editor.maximize(editor.windowTitle());
        assertThat(editor.selected()).isEqualTo(UPS);
        assertThatThrownBy(() -> editor.maximize("Calculator")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doubleClickOpensTheDwordEditorInHexadecimal() {
        editor.locate(UPS);
        ValueEditor value = editor.doubleClick("Start: REG_DWORD: 0x3");
        assertThat(value.title()).isEqualTo("DWORD Editor");
        assertThat(value.data()).isEqualTo("0x3");
        assertThat(((DwordEditor) value).radix()).isEqualTo(Radix.HEX);
        assertThat(machine.desktop().open()).containsExactly(value.dialog());
    }

    @Test
    void okWritesAndCancelDoesNot() {
        editor.locate(UPS);
        ValueEditor first = editor.doubleClick("Start");
        first.type("4");
        first.cancel();
        assertThat(editor.valueLine("Start")).contains("Start: REG_DWORD: 0x3");
        ValueEditor second = editor.doubleClick("start");
        second.type("4");
        second.ok();
        assertThat(door.registry().value(UPS, "Start")).contains(RegistryValue.dword(4));
        assertThat(machine.desktop().open()).isEmpty();
    }

    @Test
    void theWindowCanBeAnsweredOnTheDesktopAsWell() {
        editor.locate(UPS);
        Desktop.Dialog window = editor.doubleClick("Start").dialog();
        door.desktop().answer(window, new Desktop.Answer("OK", Map.of("Data", "10", "Radix", "Decimal")));
        assertThat(door.registry().value(UPS, "Start")).contains(RegistryValue.dword(10));
    }

    @ParameterizedTest
    @CsvSource({"BINARY, 1010, 10", "DECIMAL, 4294967295, -1", "HEX, FFFFFFFF, -1", "HEX, 0x1f, 31"})
    void theRadixDecidesWhatDigitsMean(Radix radix, String typed, int number) {
        editor.locate(UPS);
        DwordEditor value = (DwordEditor) editor.doubleClick("Start");
        value.choose(radix);
        value.type(typed);
        value.ok();
        assertThat(door.registry().value(UPS, "Start")).contains(RegistryValue.dword(number));
    }

    @ParameterizedTest
    @CsvSource({"BINARY, 12", "DECIMAL, 4294967296", "DECIMAL, a", "HEX, 123456789", "HEX, g", "HEX, ''"})
    void theFieldDoesNotTakeOtherDigits(Radix radix, String typed) {
        editor.locate(UPS);
        DwordEditor value = (DwordEditor) editor.doubleClick("Start");
        value.choose(radix);
        assertThatThrownBy(() -> value.type(typed)).isInstanceOf(IllegalArgumentException.class);
        assertThat(value.data()).isEqualTo(radix.shown(3));
    }

    @Test
    void everyTypeHasItsEditor() {
        String key = "HKLM\\SOFTWARE\\Editors";
        door.registry().setValue(key, "text", RegistryValue.sz("a"));
        door.registry().setValue(key, "list", RegistryValue.multiSz("a", "b"));
        door.registry().setValue(key, "bytes", RegistryValue.binary((byte) 1, (byte) 0xAB));
        editor.locate(key);

        assertThat(change("text", "z", "String Editor")).isEqualTo(RegistryValue.sz("z"));
        assertThat(change("list", "x\ny", "Multi-String Editor")).isEqualTo(RegistryValue.multiSz("x", "y"));
        assertThat(change("bytes", "02 ff", "Binary Editor")).isEqualTo(RegistryValue.binary((byte) 2, (byte) 0xFF));
    }

    private RegistryValue change(String name, String typed, String title) {
        ValueEditor value = editor.doubleClick(name);
        assertThat(value.title()).isEqualTo(title);
        value.type(typed);
        value.ok();
        return door.registry().value(editor.selected(), name).orElseThrow();
    }

    @Test
    void readOnlyModeSavesNothingAndSaysSo() {
        editor.setReadOnly(true);
        editor.locate(UPS);
        ValueEditor value = editor.doubleClick("Start");
        value.type("4");
        value.ok();
        assertThat(door.registry().value(UPS, "Start")).contains(RegistryValue.dword(3));
        assertThat(machine.desktop().open()).singleElement().satisfies(box -> {
            assertThat(box.title()).isEqualTo("Registry Editor");
            assertThat(box.text()).contains("read-only");
        });
    }

    @Test
    void aRefusedChangeShowsAMessageAndChangesNothing() {
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Guarded";
        machine.asSystem().registry().setValue(key, "Start", RegistryValue.dword(2));
        try (var open = machine.asSystem().registry().openKey(key, AccessMask.KEY_ALL_ACCESS)) {
            open.setSecurity(SecurityDescriptor.of(
                    Sid.SYSTEM,
                    AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS),
                    AccessControlEntry.allow(Sid.EVERYONE, AccessMask.KEY_READ)));
        }
        editor.locate(key);
        ValueEditor value = editor.doubleClick("Start");
        value.type("4");
        value.ok();
        assertThat(door.registry().value(key, "Start")).contains(RegistryValue.dword(2));
        assertThat(machine.desktop().open())
                .extracting(Desktop.Dialog::text)
                .containsExactly("Registry Editor could not accomplish the requested operation.");
    }

    @Test
    void aClosedSubkeyIsDimmed() {
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Outer";
        machine.asSystem().registry().setValue(key + "\\Closed", "x", RegistryValue.dword(1));
        machine.asSystem().registry().setValue(key + "\\Open", "x", RegistryValue.dword(1));
        try (var open = machine.asSystem().registry().openKey(key + "\\Closed", AccessMask.KEY_ALL_ACCESS)) {
            open.setSecurity(
                    SecurityDescriptor.of(Sid.SYSTEM, AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS)));
        }
        editor.locate(key);
        assertThat(editor.subkeys())
                .containsExactly(new Regedt32.SubkeyLine("Closed", true), new Regedt32.SubkeyLine("Open", false));
    }

    @Test
    void deletingAsksFirst() {
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone";
        door.registry().setValue(key + "\\below", "x", RegistryValue.dword(1));
        editor.locate(key);
        door.desktop().answer(editor.deleteKey(), new Desktop.Answer("No", Map.of()));
        assertThat(door.registry().tree(key)).isPresent();
        door.desktop().answer(editor.deleteKey(), new Desktop.Answer("Yes", Map.of()));
        assertThat(door.registry().tree(key)).isEmpty();
        assertThat(editor.selected()).isEqualTo("HKEY_LOCAL_MACHINE\\SOFTWARE");
    }

    @Test
    void aSubtreeIsSavedAsText() {
        Hand hand = new Hand(door.desktop());
        editor.locate(UPS);
        editor.saveSubtree();
        hand.type("ups.txt");
        hand.click("Save");
        assertThat(new String(
                        door.files().read(NtPath.of("C:\\ups.txt")), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("Key Name:          SYSTEM\\CurrentControlSet\\Services\\UPS\r\n")
                .contains("  Name:            Start\r\n  Type:            REG_DWORD\r\n  Data:            0x3\r\n");
        editor.saveSubtree();
        hand.type("ups.txt");
        hand.click("Save");
        assertThat(hand.window().orElseThrow().text()).startsWith("C:\\ups.txt already exists.");
    }

    @Test
    void specialAccessIsTickedRightByRight() {
        Hand hand = new Hand(door.desktop());
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Special";
        door.registry().setValue(key, "x", RegistryValue.dword(1));
        editor.locate(key);
        editor.permissions();
        hand.select("Everyone");
        hand.click("Special Access");
        assertThat(hand.window().orElseThrow().window().lines())
                .contains("Name: Everyone", "[x] Query Value", "[ ] Set Value", "[x] Read Control");
        hand.tick("Set Value");
        hand.click("OK");
        assertThat(hand.window().orElseThrow().window().lines()).contains("Everyone: Special Access");
        hand.click("OK");
        try (var open = door.registry().openKey(key, AccessMask.READ_CONTROL)) {
            assertThat(open.security().dacl())
                    .contains(AccessControlEntry.allow(Sid.EVERYONE, AccessMask.KEY_READ | AccessMask.KEY_SET_VALUE));
        }
    }

    @Test
    void aListThatLeavesNobodyIsAskedAbout() {
        Hand hand = new Hand(door.desktop());
        String key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Nobody";
        door.registry().setValue(key, "x", RegistryValue.dword(1));
        editor.locate(key);
        editor.permissions();
        List<String> lines = hand.window().orElseThrow().window().lines();
        for (String line : lines.subList(lines.indexOf("Name:") + 1, lines.size() - 1)) {
            hand.select(line);
            hand.click("Remove");
        }
        hand.click("OK");
        assertThat(hand.window().orElseThrow().text()).startsWith("You have denied everyone access to Nobody.");
        hand.click("Yes");
        assertThat(editor.isDimmed()).isTrue();
    }

    @Test
    void auditingIsRefusedByName() {
        assertThatThrownBy(editor::auditing)
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("Auditing");
    }

    @Test
    void readOnlyModeKeepsOwnerAndListAsWell() {
        Hand hand = new Hand(door.desktop());
        editor.setReadOnly(true);
        editor.locate(UPS);
        editor.owner();
        hand.click("Take Ownership");
        assertThat(hand.window().orElseThrow().text()).contains("read-only mode");
        hand.click("OK");
        editor.permissions();
        hand.click("OK");
        assertThat(hand.window().orElseThrow().window().greyed()).contains("OK", "Remove");
    }

    @Test
    void everythingAPersonDoesStandsInTheTrace() {
        editor.locate(UPS);
        editor.doubleClick("Start").cancel();
        editor.close();
        List<String> actions = machine.trace().events().stream()
                .filter(TraceEvent.ToolUsed.class::isInstance)
                .map(event -> ((TraceEvent.ToolUsed) event).action())
                .toList();
        assertThat(actions).containsExactly("start", "locate " + UPS, "double-click Start: REG_DWORD: 0x3", "close");
    }
}
