package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.registry.KeyTree;
import ntbed.scenario.Step.ToolVerb;
import ntbed.security.Sid;
import ntbed.tool.regedit.Regedit;
import ntbed.tool.regedt32.Regedt32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Q321454, part 1: the keys of Protected Storage are opened, saved and removed, step by step and in wrong ways. */
class Q321454RegistryTest {
    private static final Article ARTICLE = Bay.article("Q321454");
    private static final Remedy.Part PART = ARTICLE.remedies().get(0).parts().get(0);
    private static final String STORE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Protected Storage System Provider";
    private static final String SUBKEY = STORE + "\\*Local Machine*\\Data";
    private static final String ENTRY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\ProtectedStorage";
    private static final String BOTH = "{SYSTEM: full control, Administrators: full control}";

    /** The broken machine after the steps up to one of them. */
    private static Bay after(int step) {
        return broken().steps(PART, 1, step);
    }

    private static Bay broken() {
        return Bay.broken(ARTICLE, Edition.SERVER);
    }

    private static boolean mayEverybodyDo(Bay bay, String key, String allow) {
        return bay.sees(Bay.MASTER, "permissions: {key: '" + key + "', allow: " + allow + "}");
    }

    private static String owner(Bay bay, String key) {
        for (String name : List.of("SYSTEM", "Administrators", "Administrator", "Joe")) {
            if (bay.sees(Bay.MASTER, "owner: {key: '" + key + "', is: " + name + "}")) {
                return name;
            }
        }
        return "somebody else";
    }

    private static boolean isDimmed(Bay bay) {
        return bay.sees(Bay.MASTER, "dimmed: '" + STORE + "'");
    }

    @Test
    @DisplayName("S2-25: the steps are for an administrator; a plain user does not get ownership")
    void logOnAsAdministrator() {
        assertThat(after(1).door(Bay.MASTER).token().is(Sid.ADMINISTRATORS)).isTrue();
        Bay joe = broken().perform("- add user: {name: Joe, groups: [Users]}", "- log on: Joe");

        joe.steps(PART, 2, 4).use(ToolVerb.CHOOSE, "Security, Owner");
        assertThatThrownBy(() -> joe.use(ToolVerb.CLICK, "Take Ownership")).isInstanceOf(BenchException.class);

        assertThat(owner(joe, STORE)).isEqualTo("SYSTEM");
        assertThat(isDimmed(joe)).isTrue();
    }

    @Test
    @DisplayName("S2-26: regedt32 is started")
    void startRegedt32() {
        assertThat(PART.steps().get(1).tool()).isEqualTo("regedt32");
        assertThat(after(2).at(Bay.MASTER).toolWindow()).isPresent();
    }

    @Test
    @DisplayName("S2-27: the title of the window that is maximized; leaving that out changes nothing")
    void maximize() {
        assertThat(after(3).at(Bay.MASTER).toolWindow()).contains("HKEY_LOCAL_MACHINE on Local Machine");

        Bay without = after(2).steps(PART, 4, 9);

        assertThat(isDimmed(without)).isFalse();
        assertThat(mayEverybodyDo(without, SUBKEY, BOTH)).isTrue();
    }

    @Test
    @DisplayName("S2-28: the key is found")
    void locate() {
        Bay bay = after(4);

        assertThat(bay.sees(Bay.MASTER, "key: '" + STORE + "'")).isTrue();
        assertThat(bay.traced()).anyMatch(line -> line.contains("locate") && line.contains("Protected Storage System"));
    }

    @Test
    @DisplayName("S2-29, PS-04: it is dimmed for any administrator before step 9, and not after it")
    void dimmed() {
        assertThat(isDimmed(after(4))).isTrue();
        assertThat(isDimmed(after(5))).as("an owner may not read yet").isTrue();
        Bay open = after(9);
        assertThat(isDimmed(open)).isFalse();
        try (Regedt32 tool = Regedt32.start(open.door(Bay.MASTER))) {
            tool.locate(STORE);
            assertThat(tool.isDimmed()).isFalse();
        }

        Bay second = broken().perform("- add user: {name: Ann, groups: [Administrators]}", "- log on: Ann")
                .steps(PART, 2, 4);
        assertThat(isDimmed(second)).isTrue();
        assertThat(isDimmed(second.steps(PART, 5, 9))).isFalse();
    }

    @Test
    @DisplayName("S2-30: the owner is SYSTEM before, Administrators after Take Ownership")
    void takeOwnership() {
        assertThat(owner(after(4), STORE)).isEqualTo("SYSTEM");
        assertThat(owner(after(5), STORE)).isEqualTo("Administrators");
        assertThat(owner(after(5), SUBKEY)).as("only the selected key").isEqualTo("SYSTEM");
    }

    @Test
    @DisplayName("S2-31: the permissions dialog opens for the owner only")
    void permissionsDialog() {
        assertThat(after(6).at(Bay.MASTER).toolWindow()).contains("Registry Key Permissions");

        Bay without = after(4).use(ToolVerb.CHOOSE, "Security, Permissions");

        assertThat(without.at(Bay.MASTER).toolWindow()).isPresent();
        assertThat(without.front(Bay.MASTER)).contains("do not have permission to view");
    }

    @Test
    @DisplayName("S2-32: Administrators with Full Control are in the list then, beside what was in it")
    void addAdministrators() {
        Bay bay = after(7);

        assertThat(bay.at(Bay.MASTER).toolLines()).contains("Administrators: Full Control", "SYSTEM: Full Control");
        assertThat(mayEverybodyDo(bay, STORE, "{SYSTEM: full control}"))
                .as("pending: nothing is written yet")
                .isTrue();
    }

    @Test
    @DisplayName("S2-33: with Read instead of Full Control the key cannot be deleted in the end")
    void readInsteadOfFullControl() {
        Bay bay = after(6).perform("- click: Add", "- select: {Names: Administrators}", "- click: Add")
                .perform("- choose: {Type of Access: Read}", "- click: OK")
                .steps(PART, 8, 16);

        assertThat(bay.front(Bay.MASTER)).contains("Error while deleting key.");
        assertThat(bay.sees(Bay.MASTER, "key: '" + SUBKEY + "'")).isTrue();
    }

    @Test
    @DisplayName("S2-34: with the box ticked, OK asks for confirmation")
    void confirmation() {
        assertThat(after(8).front(Bay.MASTER))
                .isEqualTo("Do you want to replace the permission on all existing subkeys "
                        + "within Protected Storage System Provider?");
    }

    @Test
    @DisplayName("S2-35: unticked, only the top key opens; a subkey stays SYSTEM's, and deleting fails")
    void notTicked() {
        Bay bay = after(7).use(ToolVerb.CLICK, "OK");
        assertThat(mayEverybodyDo(bay, STORE, BOTH)).isTrue();
        assertThat(mayEverybodyDo(bay, STORE + "\\*Local Machine*", "{SYSTEM: full control}"))
                .isTrue();

        bay.steps(PART, 10, 12).steps(PART, 15, 16);

        assertThat(bay.front(Bay.MASTER)).contains("Error while deleting key.");
        assertThat(bay.sees(Bay.MASTER, "key: '" + SUBKEY + "'")).isTrue();
    }

    @Test
    @DisplayName("S2-36: Yes gives every subkey the list of the top key")
    void yes() {
        Bay bay = after(9);
        KeyTree top = bay.system(Bay.MASTER).registry().tree(STORE).orElseThrow();

        assertThat(top.security().dacl()).isNotNull();
        assertSameLists(top, top);
    }

    private static void assertSameLists(KeyTree top, KeyTree key) {
        assertThat(key.subkeys()).allSatisfy(subkey -> {
            assertThat(subkey.security().dacl())
                    .as(subkey.name())
                    .isEqualTo(top.security().dacl());
            assertSameLists(top, subkey);
        });
    }

    @Test
    @DisplayName("S2-37: No writes nothing")
    void no() {
        Bay bay = after(8).use(ToolVerb.CLICK, "No");

        assertThat(mayEverybodyDo(bay, STORE, "{SYSTEM: full control}")).isTrue();
        assertThat(mayEverybodyDo(bay, SUBKEY, "{SYSTEM: full control}")).isTrue();
        assertThat(isDimmed(bay)).isTrue();
    }

    @Test
    @DisplayName("S2-38: the tool is closed; the changes stay")
    void quit() {
        Bay bay = after(10);

        assertThat(bay.at(Bay.MASTER).toolWindow()).isEmpty();
        assertThat(mayEverybodyDo(bay, SUBKEY, BOTH)).isTrue();
    }

    @Test
    @DisplayName("S2-39: regedit is started; it has no Security menu")
    void startRegedit() {
        Bay bay = after(11);

        assertThat(bay.at(Bay.MASTER).toolWindow()).contains("Registry Editor");
        assertThatThrownBy(() -> bay.use(ToolVerb.CHOOSE, "Security, Permissions"))
                .isInstanceOf(BenchException.class);
        try (Regedit tool = Regedit.start(bay.door(Bay.MASTER))) {
            assertThat(tool.menus()).doesNotContain("Security");
        }
    }

    @Test
    @DisplayName("S2-40: the key is readable now; before, regedit could not open it")
    void locateAgain() {
        assertThat(after(12).at(Bay.MASTER).toolLines()).contains("*Local Machine*");

        Bay early = after(1).steps(PART, 11, 12);

        assertThat(early.front(Bay.MASTER)).startsWith("Cannot open").endsWith("Error while opening key.");
    }

    @Test
    @DisplayName("S2-41: pstore1.reg is there, begins with REGEDIT4 and holds the key")
    void export() {
        String file = file(after(14), "pstore1.reg");

        assertThat(file).startsWith("REGEDIT4").contains("[" + STORE + "\\*Local Machine*\\Data");
    }

    @Test
    @DisplayName("S2-42: double-clicking it brings back key and values, and the symptom with them")
    void restoreTheStore() {
        Bay bay = after(16).use(ToolVerb.CLOSE, "");
        assertThat(bay.sees(Bay.MASTER, "no key: '" + STORE + "'")).isTrue();

        doubleClick(bay, "pstore1.reg");
        assertThat(bay.sees(Bay.MASTER, "key: '" + SUBKEY + "'")).isTrue();
        bay.restart();

        assertThat(bay.texts(Bay.MASTER, 7024)).hasSize(1).allMatch(text -> text.endsWith("error 2148270091"));
        assertThat(bay.messages(Bay.MASTER)).containsExactly(Bay.LONG_MESSAGE);
    }

    @Test
    @DisplayName("S2-43: after Yes the key and all its subkeys are gone")
    void deleteTheStore() {
        Bay bay = after(16);

        assertThat(bay.sees(Bay.MASTER, "no key: '" + STORE + "'")).isTrue();
        assertThat(bay.sees(Bay.MASTER, "no key: '" + SUBKEY + "'")).isTrue();
    }

    @Test
    @DisplayName("S2-44: No deletes nothing")
    void doNotDeleteTheStore() {
        KeyTree before = store(after(14));

        Bay bay = after(15).use(ToolVerb.CLICK, "No");

        assertThat(shape(store(bay))).isEqualTo(shape(before)).contains("Item Data");
    }

    private static KeyTree store(Bay bay) {
        return bay.system(Bay.MASTER).registry().tree(STORE).orElseThrow();
    }

    private static String shape(KeyTree key) {
        StringBuilder shape = new StringBuilder(key.name()).append(key.values());
        key.subkeys().forEach(subkey -> shape.append('(').append(shape(subkey)).append(')'));
        return shape.toString();
    }

    @Test
    @DisplayName("S2-45: the key of the service is found")
    void locateTheService() {
        assertThat(after(17).at(Bay.MASTER).toolLines()).anyMatch(line -> line.startsWith("ImagePath"));
    }

    @Test
    @DisplayName("S2-46: pstore2.reg is a second file, and another one")
    void exportTheService() {
        Bay bay = after(19);

        assertThat(file(bay, "pstore2.reg"))
                .startsWith("REGEDIT4")
                .contains("[" + ENTRY + "]")
                .isNotEqualTo(file(bay, "pstore1.reg"));
        assertThat(file(bay, "pstore1.reg")).doesNotContain(ENTRY);
    }

    @Test
    @DisplayName("S2-47: double-clicking it brings back the key with Start and ImagePath")
    void restoreTheService() {
        Bay bay = after(22);
        assertThat(bay.sees(Bay.MASTER, "no key: '" + ENTRY + "'")).isTrue();

        doubleClick(bay, "pstore2.reg");

        assertThat(bay.sees(Bay.MASTER, "value: {key: '" + ENTRY + "', name: Start, data: 'REG_DWORD: 0x2'}"))
                .isTrue();
        assertThat(bay.at(Bay.MASTER).value(ENTRY, "ImagePath"))
                .hasValueSatisfying(value -> assertThat(value).contains("pstores.exe"));
    }

    @Test
    @DisplayName("S2-48: after Yes the key of the service is gone, after No it is not")
    void deleteTheService() {
        assertThat(after(21).sees(Bay.MASTER, "no key: '" + ENTRY + "'")).isTrue();
        assertThat(after(20).use(ToolVerb.CLICK, "No").sees(Bay.MASTER, "key: '" + ENTRY + "'"))
                .isTrue();
    }

    @Test
    @DisplayName("S2-49: Registry Editor is closed")
    void quitAgain() {
        assertThat(after(22).at(Bay.MASTER).toolWindow()).isEmpty();
    }

    private static void doubleClick(Bay bay, String name) {
        var unused = Regedit.openFile(bay.door(Bay.MASTER), place(bay, name));
        bay.perform("- answer: {window: Registry Editor, button: Yes}");
    }

    /** Where a file goes that is saved without a folder. */
    private static NtPath place(Bay bay, String name) {
        String home = bay.door(Bay.MASTER).environment().expand("%HOMEDRIVE%%HOMEPATH%");
        return NtPath.of(home).resolve(name);
    }

    private static String file(Bay bay, String name) {
        return new String(bay.door(Bay.MASTER).files().read(place(bay, name)), StandardCharsets.ISO_8859_1);
    }
}
