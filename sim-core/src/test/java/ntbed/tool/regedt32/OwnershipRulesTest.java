package ntbed.tool.regedt32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Hand;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may do what to a closed key: rules 1 to 9 of ownership and permissions. */
class OwnershipRulesTest {
    private final ClosedStore store = new ClosedStore();
    private final Win32 door = store.administrator();
    private final Hand hand = new Hand(door.desktop());
    private final Regedt32 editor = Regedt32.start(door);

    @Test
    @DisplayName("PS7-1: SeTakeOwnershipPrivilege opens a key for WRITE_OWNER, and for nothing else")
    void privilegeGivesWriteOwnerOnly() {
        Win32 privileged = door.withPrivilege(Privilege.SE_TAKE_OWNERSHIP);
        privileged.registry().openKey(ClosedStore.STORE, AccessMask.WRITE_OWNER).close();
        for (int access :
                new int[] {AccessMask.READ_CONTROL, AccessMask.WRITE_DAC, AccessMask.KEY_READ, AccessMask.DELETE}) {
            assertDenied(() -> privileged.registry().openKey(ClosedStore.STORE, access));
        }
    }

    @Test
    @DisplayName("PS7-2: the new owner is Administrators for any of its members")
    void groupOwns() {
        editor.locate(ClosedStore.STORE);
        editor.owner();
        hand.click("Take Ownership");
        assertThat(store.owner(ClosedStore.STORE)).isEqualTo(Sid.ADMINISTRATORS);
    }

    @Test
    @DisplayName("PS7-3: an owner may read and write the list, but neither read, export nor delete the key")
    void ownerHasTheListOnly() {
        editor.locate(ClosedStore.STORE);
        editor.owner();
        hand.click("Take Ownership");
        door.registry()
                .openKey(ClosedStore.STORE, AccessMask.READ_CONTROL | AccessMask.WRITE_DAC)
                .close();
        assertDenied(() -> door.registry().openKey(ClosedStore.STORE, AccessMask.KEY_READ));
        assertDenied(() -> door.registry().deleteKey(ClosedStore.STORE + "\\Data 2"));
        assertThat(editor.isDimmed()).isTrue();
        assertThat(editor.subkeys()).isEmpty();
    }

    @Test
    @DisplayName("PS7-4: Take Ownership acts on the selected key alone; the walk takes over what is closed (D6)")
    void walkTakesOver() {
        editor.locate(ClosedStore.STORE);
        editor.owner();
        hand.click("Take Ownership");
        assertThat(store.owner(ClosedStore.DATA)).isEqualTo(Sid.SYSTEM);
        ClosedStore.open(editor, hand, "Full Control", true);
        for (String key : ClosedStore.KEYS) {
            assertThat(store.owner(key)).isEqualTo(Sid.ADMINISTRATORS);
            assertThat(store.dacl(key)).isEqualTo(store.dacl(ClosedStore.STORE));
        }
    }

    @Test
    @DisplayName("PS7-4: a subkey that is open to the user keeps its owner")
    void openSubkeysKeepTheirOwner() {
        store.secure(
                ClosedStore.DATA,
                SecurityDescriptor.of(
                        Sid.SYSTEM, AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.KEY_ALL_ACCESS)));
        editor.locate(ClosedStore.STORE);
        ClosedStore.open(editor, hand, "Full Control", true);
        assertThat(store.owner(ClosedStore.DATA)).isEqualTo(Sid.SYSTEM);
        assertThat(store.owner(ClosedStore.STORE + "\\Data 2")).isEqualTo(Sid.ADMINISTRATORS);
        assertThat(store.dacl(ClosedStore.DATA)).isEqualTo(store.dacl(ClosedStore.STORE));
    }

    @Test
    @DisplayName("PS7-5: with Read the dialog is content, and the deletion is not")
    void readIsNotEnough() {
        editor.locate(ClosedStore.STORE);
        ClosedStore.open(editor, hand, "Read", true);
        assertThat(hand.window()).isEmpty();
        assertThat(editor.isDimmed()).isFalse();
        editor.deleteKey();
        hand.click("Yes");
        assertThat(hand.window()).map(Desktop.Dialog::text).get().asString().contains("could not accomplish");
        assertThat(ClosedStore.KEYS).allMatch(store::exists);
    }

    @Test
    @DisplayName("PS7-6: adding keeps SYSTEM in; so does Administrators, of which LocalSystem is a member")
    void addingKeepsSystem() {
        editor.locate(ClosedStore.STORE);
        ClosedStore.open(editor, hand, "Full Control", true);
        assertThat(store.dacl(ClosedStore.DATA))
                .extracting(AccessControlEntry::sid)
                .contains(Sid.SYSTEM);
        remove("SYSTEM");
        hand.click("OK");
        hand.click("Yes");
        assertThat(store.dacl(ClosedStore.DATA))
                .extracting(AccessControlEntry::sid)
                .doesNotContain(Sid.SYSTEM);
        store.machine
                .asSystem()
                .registry()
                .openKey(ClosedStore.DATA, AccessMask.KEY_READ)
                .close();
    }

    @Test
    @DisplayName("PS7-6: a list with neither SYSTEM nor Administrators shuts the service out")
    void removingSystemShutsItOut() {
        editor.locate(ClosedStore.STORE);
        ClosedStore.open(editor, hand, "Full Control", true);
        remove("SYSTEM");
        hand.click("Add");
        hand.type("Add Names: Administrator");
        hand.choose("Full Control");
        hand.click("OK");
        hand.select("Administrators");
        hand.click("Remove");
        hand.click("OK");
        hand.click("Yes");
        assertDenied(() -> store.machine.asSystem().registry().openKey(ClosedStore.DATA, AccessMask.KEY_READ));
        door.registry().openKey(ClosedStore.DATA, AccessMask.KEY_READ).close();
    }

    private void remove(String name) {
        editor.permissions();
        hand.tick(PermissionsDialog.REPLACE);
        hand.select(name);
        hand.click("Remove");
    }

    @Test
    @DisplayName("PS7-7: for one who is no administrator Take Ownership is grey and Permissions does not open")
    void greyForOthers() {
        Win32 user = store.ordinaryUser();
        Hand other = new Hand(user.desktop());
        Regedt32 tool = Regedt32.start(user);
        tool.locate(ClosedStore.STORE);
        assertThat(tool.isDimmed()).isTrue();
        tool.owner();
        assertThat(other.window().orElseThrow().window().greyed()).containsExactly("Take Ownership");
        assertThatThrownBy(() -> other.click("Take Ownership")).isInstanceOf(IllegalArgumentException.class);
        other.click("Close");
        tool.permissions();
        assertThat(other.window().orElseThrow().text())
                .isEqualTo("You do not have permission to view the current security information on Closed Store.");
        assertThat(store.owner(ClosedStore.STORE)).isEqualTo(Sid.SYSTEM);
    }

    @Test
    @DisplayName("PS7-8: new permissions alone delete nothing and change no value")
    void permissionsChangeNoData() {
        editor.locate(ClosedStore.STORE);
        ClosedStore.open(editor, hand, "Full Control", true);
        assertThat(ClosedStore.KEYS).allMatch(store::exists);
        assertThat(editor.valueLine("Item")).contains("Item: REG_BINARY: 01 02");
    }

    @Test
    @DisplayName("PS7-9: a service's own key needs no such step: Administrators may delete it as it is")
    void serviceKeyIsOpen() {
        assertThat(store.dacl(ClosedStore.SERVICE))
                .anyMatch(entry -> entry.sid().equals(Sid.ADMINISTRATORS) && entry.mask() == AccessMask.KEY_ALL_ACCESS)
                .anyMatch(entry -> entry.sid().equals(Sid.EVERYONE) && entry.mask() == AccessMask.KEY_READ);
        editor.locate(ClosedStore.SERVICE);
        editor.deleteKey();
        hand.click("Yes");
        assertThat(store.exists(ClosedStore.SERVICE)).isFalse();
    }

    @Test
    @DisplayName("PS-04: dimmed before the list is replaced and open after it, for every member of Administrators")
    void dimmedForAllAdministrators() {
        assertThat(dimmed(editor)).isTrue();
        editor.locate(ClosedStore.STORE);
        ClosedStore.open(editor, hand, "Full Control", true);
        assertThat(dimmed(editor)).isFalse();

        ClosedStore fresh = new ClosedStore();
        assertThat(dimmed(Regedt32.start(fresh.secondAdministrator()))).isTrue();
        Win32 second = store.secondAdministrator();
        assertThat(dimmed(Regedt32.start(second))).isFalse();
    }

    private static boolean dimmed(Regedt32 tool) {
        tool.locate("HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft");
        List<Boolean> dimmed = tool.subkeys().stream()
                .filter(line -> line.name().equals("Closed Store"))
                .map(Regedt32.SubkeyLine::dimmed)
                .toList();
        assertThat(dimmed).hasSize(1);
        return dimmed.get(0);
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.code()).isEqualTo(5));
    }
}
