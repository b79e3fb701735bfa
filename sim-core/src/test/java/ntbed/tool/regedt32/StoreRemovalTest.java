package ntbed.tool.regedt32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Hand;
import ntbed.registry.RegistryValue;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.tool.regedit.Regedit;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The 22 steps that remove a closed store and a service's key, each with what happens where it is left out. */
class StoreRemovalTest {
    private static final NtPath FIRST = NtPath.of("C:\\pstore1.reg");
    private static final NtPath SECOND = NtPath.of("C:\\pstore2.reg");

    private final ClosedStore store = new ClosedStore();
    private final Win32 door = store.administrator();
    private final Hand hand = new Hand(door.desktop());

    private String text() {
        return hand.window().orElseThrow().text();
    }

    private String title() {
        return hand.window().orElseThrow().title();
    }

    /** With regedt32: steps 1 to 10. */
    @Nested
    class OpeningTheKey {
        private final Regedt32 editor = Regedt32.start(door);

        @Test
        @DisplayName("PS8-1.1: who is no administrator gets no further than the Owner dialog")
        void administratorNeeded() {
            Win32 user = store.ordinaryUser();
            Regedt32 tool = Regedt32.start(user);
            tool.locate(ClosedStore.STORE);
            assertThat(tool.owner().window().greyed()).containsExactly("Take Ownership");
            tool.permissions();
            Regedit other = Regedit.start(user);
            assertThat(other.locate(ClosedStore.STORE)).isFalse();
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
        }

        @Test
        @DisplayName("PS8-1.2: regedt32 has a Security menu, regedit has none")
        void securityMenu() {
            assertThat(editor.menus()).contains("Security");
            try (Regedit other = Regedit.start(door)) {
                assertThat(other.menus()).doesNotContain("Security");
            }
        }

        @Test
        @DisplayName("PS8-1.3: maximising the window changes nothing; skipping it is harmless")
        void maximise() {
            assertThat(editor.windows()).contains("HKEY_LOCAL_MACHINE on Local Machine");
            SecurityDescriptor before = store.key(ClosedStore.STORE).security();
            editor.maximize("HKEY_LOCAL_MACHINE on Local Machine");
            assertThat(editor.windowTitle()).isEqualTo("HKEY_LOCAL_MACHINE on Local Machine");
            assertThat(store.key(ClosedStore.STORE).security()).isEqualTo(before);
        }

        @Test
        @DisplayName("PS8-1.4: the dimmed key can be selected and shows nothing")
        void selectDimmed() {
            editor.locate(ClosedStore.STORE);
            assertThat(editor.selected()).isEqualTo(ClosedStore.STORE);
            assertThat(editor.isDimmed()).isTrue();
            assertThat(editor.subkeys()).isEmpty();
            assertThat(editor.values()).isEmpty();
            assertThatThrownBy(() -> editor.locate(ClosedStore.DATA))
                    .isInstanceOfSatisfying(
                            Win32Exception.class, e -> assertThat(e.code()).isEqualTo(5));
        }

        @Test
        @DisplayName("PS8-1.4: with another key selected, that one gets another owner")
        void wrongSelection() {
            editor.locate(ClosedStore.SERVICE);
            editor.owner();
            hand.click("Take Ownership");
            assertThat(store.owner(ClosedStore.SERVICE)).isEqualTo(Sid.ADMINISTRATORS);
            assertThat(store.owner(ClosedStore.STORE)).isEqualTo(Sid.SYSTEM);
        }

        @Test
        @DisplayName("PS8-1.5: Security, Owner, Take Ownership: from SYSTEM to Administrators")
        void takeOwnership() {
            editor.locate(ClosedStore.STORE);
            editor.owner();
            assertThat(title()).isEqualTo("Owner");
            assertThat(hand.window().orElseThrow().window().lines())
                    .containsExactly("Registry Key Name: Closed Store", "Owner: SYSTEM");
            hand.click("Take Ownership");
            assertThat(editor.owner().text()).contains("Owner: Administrators");
        }

        @Test
        @DisplayName("PS8-1.5: left out, the permissions cannot be seen and nothing is written")
        void withoutOwnership() {
            editor.locate(ClosedStore.STORE);
            editor.permissions();
            assertThat(text()).startsWith("You do not have permission to view");
            hand.click("OK");
            assertThat(hand.window()).isEmpty();
            assertThat(store.key(ClosedStore.STORE).security()).isEqualTo(ClosedStore.SYSTEM_ONLY);
        }

        @Test
        @DisplayName("PS8-1.5: Close instead of Take Ownership leaves the owner alone")
        void closeOwner() {
            editor.locate(ClosedStore.STORE);
            editor.owner();
            hand.click("Close");
            assertThat(store.owner(ClosedStore.STORE)).isEqualTo(Sid.SYSTEM);
        }

        @Test
        @DisplayName("PS8-1.6: Security, Permissions opens Registry Key Permissions with the list as it is")
        void permissions() {
            own();
            editor.permissions();
            assertThat(title()).isEqualTo("Registry Key Permissions");
            assertThat(lines())
                    .containsExactly(
                            "Registry Key: Closed Store",
                            "Owner: Administrators",
                            "[ ] Replace Permission on Existing Subkeys",
                            "Name:",
                            "SYSTEM: Full Control",
                            "Type of Access: ");
        }

        @Test
        @DisplayName("PS8-1.7: what is added is pending beside what was there, and not written yet")
        void addIsPending() {
            own();
            editor.permissions();
            hand.click("Add");
            assertThat(title()).isEqualTo("Add Users and Groups");
            hand.select("Administrators");
            hand.click("Add");
            assertThat(lines()).contains("Add Names: Administrators", "Type of Access: Read");
            hand.choose("Full Control");
            hand.click("OK");
            assertThat(lines()).contains("SYSTEM: Full Control", "Administrators: Full Control");
            assertThat(store.dacl(ClosedStore.STORE)).isEqualTo(ClosedStore.SYSTEM_ONLY.dacl());
        }

        @Test
        @DisplayName("PS8-1.7: with Read instead of Full Control the key is readable, and its deletion fails")
        void readOnly() {
            own();
            ClosedStore.open(editor, hand, "Read", true);
            try (Regedit other = Regedit.start(door)) {
                assertThat(other.locate(ClosedStore.STORE)).isTrue();
                other.deleteKey();
                hand.click("Yes");
                assertThat(text()).isEqualTo("Cannot delete Closed Store: Error while deleting key.");
            }
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
        }

        @Test
        @DisplayName("PS8-1.8: ticked, OK asks for all existing subkeys")
        void tickedAsks() {
            own();
            editor.permissions();
            ClosedStore.addAdministrators(hand, "Full Control");
            hand.tick("Replace Permission on Existing Subkeys");
            assertThat(lines()).contains("[x] Replace Permission on Existing Subkeys");
            hand.click("OK");
            assertThat(text())
                    .isEqualTo("Do you want to replace the permission on all existing subkeys within Closed Store?");
            assertThat(store.dacl(ClosedStore.STORE)).isEqualTo(ClosedStore.SYSTEM_ONLY.dacl());
        }

        @Test
        @DisplayName("PS8-1.8: not ticked, only the top key opens, and the deletion fails at its subkeys")
        void unticked() {
            own();
            ClosedStore.open(editor, hand, "Full Control", false);
            assertThat(hand.window()).isEmpty();
            assertThat(editor.subkeys())
                    .containsExactly(new Regedt32.SubkeyLine("Data", true), new Regedt32.SubkeyLine("Data 2", true));
            try (Regedit other = Regedit.start(door)) {
                assertThat(other.locate(ClosedStore.STORE)).isTrue();
                other.deleteKey();
                hand.click("Yes");
                assertThat(text()).isEqualTo("Cannot delete Closed Store: Error while deleting key.");
            }
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
        }

        @Test
        @DisplayName("PS8-1.9: Yes writes the list of the top key to every subkey")
        void yes() {
            own();
            ClosedStore.open(editor, hand, "Full Control", true);
            for (String key : ClosedStore.KEYS) {
                assertThat(store.dacl(key))
                        .isEqualTo(store.dacl(ClosedStore.STORE))
                        .hasSize(2);
                editor.locate(key);
                assertThat(editor.isDimmed()).isFalse();
            }
        }

        @Test
        @DisplayName("PS8-1.9: No writes nothing")
        void no() {
            own();
            editor.permissions();
            ClosedStore.addAdministrators(hand, "Full Control");
            hand.tick("Replace Permission on Existing Subkeys");
            hand.click("OK");
            hand.click("No");
            assertThat(title()).isEqualTo("Registry Key Permissions");
            hand.click("Cancel");
            assertThat(ClosedStore.KEYS)
                    .allSatisfy(key -> assertThat(store.dacl(key)).isEqualTo(ClosedStore.SYSTEM_ONLY.dacl()));
        }

        @Test
        @DisplayName("PS8-1.10: after quitting, what was changed stays")
        void quit() {
            own();
            ClosedStore.open(editor, hand, "Full Control", true);
            editor.close();
            Regedt32 again = Regedt32.start(door);
            again.locate(ClosedStore.DATA);
            assertThat(again.isDimmed()).isFalse();
        }

        private void own() {
            editor.locate(ClosedStore.STORE);
            editor.owner();
            hand.click("Take Ownership");
        }

        private List<String> lines() {
            return hand.window().orElseThrow().window().lines();
        }
    }

    /** With regedit: steps 11 to 22. */
    @Nested
    class RemovingTheKeys {
        private final Regedit editor = Regedit.start(door);

        @Test
        @DisplayName("PS8-1.11: regedt32 can delete the store as well, but writes no registration file")
        void deletingInTheOtherEditor() {
            openStore();
            Regedt32 other = Regedt32.start(door);
            other.locate(ClosedStore.STORE);
            other.deleteKey();
            hand.click("Yes");
            assertThat(store.exists(ClosedStore.STORE)).isFalse();
            assertThat(Regedt32.class.getMethods())
                    .extracting(java.lang.reflect.Method::getName)
                    .doesNotContain("export");
        }

        @Test
        @DisplayName("PS8-1.12: the key opens after step 9")
        void locate() {
            openStore();
            assertThat(editor.locate(ClosedStore.STORE)).isTrue();
            assertThat(editor.subkeys()).containsExactly("Data", "Data 2");
        }

        @Test
        @DisplayName("PS8-1.12: before step 9 it does not open")
        void locateBefore() {
            assertThat(editor.locate(ClosedStore.STORE)).isFalse();
            assertThat(text()).isEqualTo("Cannot open Closed Store: Error while opening key.");
        }

        @Test
        @DisplayName("PS8-1.13: Registry, Export Registry File opens a dialog with the selected branch")
        void exportDialog() {
            openStore();
            assertThat(editor.locate(ClosedStore.STORE)).isTrue();
            editor.export();
            assertThat(title()).isEqualTo("Export Registry File");
            assertThat(hand.window().orElseThrow().window().value("Selected branch"))
                    .isEqualTo(ClosedStore.STORE);
            hand.click("Cancel");
            assertThat(door.files().exists(FIRST)).isFalse();
        }

        @Test
        @DisplayName("PS8-1.13: without an export there is no way back")
        void noWayBack() {
            openStore();
            deleteKey(ClosedStore.STORE);
            assertThat(door.files().exists(FIRST)).isFalse();
            assertThat(Regedit.openFile(door, FIRST).title()).isEqualTo("Registry Editor");
            hand.click("Yes");
            assertThat(text()).startsWith("Cannot import C:\\pstore1.reg: Error opening the file.");
        }

        @Test
        @DisplayName("PS8-1.14: pstore1.reg is REGEDIT4 text that brings the values back, not the list")
        void export() {
            openStore();
            export(ClosedStore.STORE, "pstore1.reg");
            String text = new String(door.files().read(FIRST), StandardCharsets.ISO_8859_1);
            assertThat(text)
                    .startsWith("REGEDIT4\r\n")
                    .contains("[" + ClosedStore.DATA + "\\One]\r\n\"Item\"=hex:01,02");
            deleteKey(ClosedStore.STORE);
            Regedit.openFile(door, FIRST);
            hand.click("Yes");
            assertThat(text())
                    .isEqualTo("Information in C:\\pstore1.reg has been successfully entered into the registry.");
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
            assertThat(door.registry().value(ClosedStore.DATA, "Item"))
                    .contains(RegistryValue.binary((byte) 1, (byte) 2));
            assertThat(store.dacl(ClosedStore.STORE)).isNotEqualTo(ClosedStore.SYSTEM_ONLY.dacl());
        }

        @Test
        @DisplayName("PS8-1.14: after the deletion there is nothing to export")
        void exportAfterDeletion() {
            openStore();
            deleteKey(ClosedStore.STORE);
            assertThatThrownBy(() -> editor.locate(ClosedStore.STORE))
                    .isInstanceOfSatisfying(
                            Win32Exception.class, e -> assertThat(e.code()).isEqualTo(2));
        }

        @Test
        @DisplayName("PS8-1.15: Edit, Delete asks")
        void deleteAsks() {
            openStore();
            assertThat(editor.locate(ClosedStore.STORE)).isTrue();
            editor.deleteKey();
            assertThat(title()).isEqualTo("Confirm Key Delete");
            assertThat(text()).isEqualTo("Are you sure you want to delete this key?");
        }

        @Test
        @DisplayName("PS8-1.15: before step 9 it cannot be deleted")
        void deleteBefore() {
            assertThat(editor.locate(ClosedStore.STORE)).isFalse();
            hand.click("OK");
            editor.deleteKey();
            hand.click("Yes");
            assertThat(text()).isEqualTo("Cannot delete Closed Store: Error while deleting key.");
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
        }

        @Test
        @DisplayName("PS8-1.16: Yes removes the store with all below it")
        void deleteYes() {
            openStore();
            deleteKey(ClosedStore.STORE);
            assertThat(ClosedStore.KEYS).noneMatch(store::exists);
            assertThat(hand.window()).isEmpty();
        }

        @Test
        @DisplayName("PS8-1.16: No leaves everything")
        void deleteNo() {
            openStore();
            assertThat(editor.locate(ClosedStore.STORE)).isTrue();
            editor.deleteKey();
            hand.click("No");
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
        }

        @Test
        @DisplayName("PS8-1.16: a delete that is refused halfway has taken the readable siblings")
        void halfway() {
            openStore();
            store.secure(ClosedStore.DATA + "\\One", ClosedStore.SYSTEM_ONLY);
            deleteKey(ClosedStore.STORE);
            assertThat(text()).isEqualTo("Cannot delete Closed Store: Error while deleting key.");
            assertThat(store.exists(ClosedStore.DATA + "\\One")).isTrue();
            assertThat(store.exists(ClosedStore.DATA + "\\Two")).isFalse();
            assertThat(store.exists(ClosedStore.STORE + "\\Data 2")).isFalse();
        }

        @Test
        @DisplayName("PS8-1.17: the service's key opens without any step before")
        void locateService() {
            assertThat(editor.locate(ClosedStore.SERVICE)).isTrue();
            assertThat(editor.selected()).isEqualTo(ClosedStore.SERVICE);
        }

        @Test
        @DisplayName("PS8-1.18: the dialog has the service's key as its branch")
        void exportDialogOfService() {
            assertThat(editor.locate(ClosedStore.SERVICE)).isTrue();
            assertThat(editor.export().window().value("Selected branch")).isEqualTo(ClosedStore.SERVICE);
        }

        @Test
        @DisplayName("PS8-1.19: pstore2.reg holds Start and ImagePath")
        void exportService() {
            export(ClosedStore.SERVICE, "pstore2.reg");
            assertThat(new String(door.files().read(SECOND), StandardCharsets.ISO_8859_1))
                    .contains("\"Start\"=dword:00000003", "\"ImagePath\"=hex(2):");
        }

        @Test
        @DisplayName("PS8-1.19: the same name again asks, and Yes overwrites the first file")
        void sameName() {
            openStore();
            export(ClosedStore.STORE, "pstore1.reg");
            byte[] first = door.files().read(FIRST);
            assertThat(editor.locate(ClosedStore.SERVICE)).isTrue();
            editor.export();
            hand.type("pstore1.reg");
            hand.click("Save");
            assertThat(text()).isEqualTo("C:\\pstore1.reg already exists.\nDo you want to replace it?");
            hand.click("No");
            assertThat(title()).isEqualTo("Export Registry File");
            assertThat(door.files().read(FIRST)).isEqualTo(first);
            hand.click("Save");
            hand.click("Yes");
            assertThat(door.files().read(FIRST)).isNotEqualTo(first);
        }

        @Test
        @DisplayName("PS8-1.20: Edit, Delete on the service's key asks as well")
        void deleteServiceAsks() {
            assertThat(editor.locate(ClosedStore.SERVICE)).isTrue();
            assertThat(editor.deleteKey().title()).isEqualTo("Confirm Key Delete");
            assertThat(store.exists(ClosedStore.SERVICE)).isTrue();
        }

        @Test
        @DisplayName("PS8-1.21: Yes removes the service's key; the service control manager still knows the service")
        void deleteService() {
            deleteKey(ClosedStore.SERVICE);
            assertThat(store.exists(ClosedStore.SERVICE)).isFalse();
            try (var manager = door.services().openSCManager(null, null, ntbed.win32.AccessMask.SC_MANAGER_CONNECT)) {
                manager.openService("UPS", ntbed.win32.AccessMask.SERVICE_QUERY_STATUS)
                        .close();
            }
        }

        @Test
        @DisplayName("PS8-1.21: the service's key alone leaves the store where it is")
        void onlyTheService() {
            deleteKey(ClosedStore.SERVICE);
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
        }

        @Test
        @DisplayName("PS8-1.22: quitting changes nothing")
        void quit() {
            deleteKey(ClosedStore.SERVICE);
            editor.close();
            assertThat(store.exists(ClosedStore.SERVICE)).isFalse();
            assertThat(ClosedStore.KEYS).allMatch(store::exists);
        }

        private void openStore() {
            Regedt32 other = Regedt32.start(door);
            other.locate(ClosedStore.STORE);
            ClosedStore.open(other, hand, "Full Control", true);
            other.close();
        }

        private void export(String key, String name) {
            assertThat(editor.locate(key)).isTrue();
            editor.export();
            hand.type(name);
            hand.click("Save");
            assertThat(hand.window().map(Desktop.Dialog::text)).isEmpty();
        }

        private void deleteKey(String key) {
            assertThat(editor.locate(key)).isTrue();
            editor.deleteKey();
            hand.click("Yes");
        }
    }
}
