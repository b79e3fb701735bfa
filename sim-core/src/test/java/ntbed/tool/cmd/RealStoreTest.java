package ntbed.tool.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.Hand;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.tool.regedit.Regedit;
import ntbed.tool.regedt32.Regedt32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The first part of Q321454 on the real store, and what the next boot makes of each omission. */
class RealStoreTest {
    private static final NtPath BACKUP = NtPath.of("C:\\pstore1.reg");

    private final CorruptServer server = new CorruptServer();
    private final Win32 door = server.administrator();
    private final Hand hand = new Hand(door.desktop());
    private final Regedt32 editor = Regedt32.start(door);

    private KeyTree store() {
        return server.machine.asSystem().registry().tree(CorruptServer.STORE).orElseThrow();
    }

    private static int keys(KeyTree key) {
        return 1 + key.subkeys().stream().mapToInt(RealStoreTest::keys).sum();
    }

    private static boolean allHave(KeyTree key, SecurityDescriptor security) {
        return Objects.equals(key.security().dacl(), security.dacl())
                && key.subkeys().stream().allMatch(subkey -> allHave(subkey, security));
    }

    private void delete(String key) {
        Regedit regedit = Regedit.start(door);
        assertThat(regedit.locate(key)).isTrue();
        regedit.deleteKey();
        hand.click("Yes");
    }

    @Test
    @DisplayName("PS8-1.4: the store is dimmed and closed below, for an administrator")
    void dimmed() {
        editor.locate(CorruptServer.STORE);
        assertThat(editor.isDimmed()).isTrue();
        assertThat(editor.subkeys()).isEmpty();
    }

    @Test
    @DisplayName("PS8-1.5: owner SYSTEM before, Administrators after")
    void owner() {
        editor.locate(CorruptServer.STORE);
        assertThat(editor.owner().text()).contains("Owner: SYSTEM");
        hand.click("Take Ownership");
        assertThat(store().security().owner()).isEqualTo(Sid.ADMINISTRATORS);
    }

    @Test
    @DisplayName("PS8-1.7: with Read the deletion fails, and so does the next start")
    void readOnly() {
        int before = keys(store());
        CorruptServer.openStore(editor, hand, "Read", true);
        delete(CorruptServer.STORE);
        assertThat(hand.window().orElseThrow().text())
                .isEqualTo("Cannot delete Protected Storage System Provider: Error while deleting key.");
        assertThat(keys(store())).isEqualTo(before);
        assertThat(server.failsAfterRestart()).isTrue();
    }

    @Test
    @DisplayName("PS8-1.8: unticked, the deletion fails at the first subkey and nothing is removed")
    void unticked() {
        int before = keys(store());
        CorruptServer.openStore(editor, hand, "Full Control", false);
        assertThat(editor.subkeys()).containsExactly(new Regedt32.SubkeyLine("*Local Machine*", true));
        delete(CorruptServer.STORE);
        assertThat(hand.window().orElseThrow().text()).endsWith("Error while deleting key.");
        assertThat(keys(store())).isEqualTo(before);
        assertThat(server.failsAfterRestart()).isTrue();
    }

    @Test
    @DisplayName("PS8-1.9: every key of the store has the list of the top one, SYSTEM among it; the symptom stays")
    void replaced() {
        CorruptServer.openStore(editor, hand, "Full Control", true);
        assertThat(allHave(store(), store().security())).isTrue();
        assertThat(store().security().dacl())
                .extracting(AccessControlEntry::sid)
                .containsExactly(Sid.SYSTEM, Sid.ADMINISTRATORS);
        assertThat(server.failsAfterRestart()).isTrue();
    }

    @Test
    @DisplayName("PS8-1.14: double-clicking pstore1.reg brings the values back, and the failure with them")
    void backUp() {
        server.removeBothKeys();
        assertThat(door.files().exists(BACKUP)).isTrue();
        Regedit.openFile(door, BACKUP);
        hand.click("Yes");
        hand.click("OK");
        assertThat(allHave(store(), store().security())).isTrue();
        assertThat(store().security().owner()).isEqualTo(Sid.ADMINISTRATORS);
        Cmd cmd = Cmd.open(door);
        server.install(cmd);
        assertThat(server.row().status()).isEmpty();
        assertThat(server.failsAfterRestart()).isTrue();
    }

    @Test
    @DisplayName("PS8-1.16: with the store gone, the next start makes a new one and the failure is over")
    void removed() {
        CorruptServer.openStore(editor, hand, "Full Control", true);
        delete(CorruptServer.STORE);
        assertThat(hand.window()).isEmpty();
        assertThat(server.machine.asSystem().registry().tree(CorruptServer.STORE))
                .isEmpty();
        assertThat(server.failsAfterRestart()).isFalse();
        assertThat(server.row().status()).isEqualTo("Started");
    }

    @Test
    @DisplayName("PS8-1.21: the service's key alone: no 7024 after the restart, and -install brings it back")
    void onlyTheService() {
        delete(CorruptServer.SERVICE);
        assertThat(server.failsAfterRestart()).isFalse();
        long before = server.mismatches();
        server.install(Cmd.open(server.machine.logOn("Administrator", "")));
        assertThat(server.mismatches()).isGreaterThan(before);
        assertThat(server.machine.asSystem().registry().value(CorruptServer.SERVICE, "Start"))
                .contains(RegistryValue.dword(2));
    }

    @Test
    @DisplayName("PS-04: a second administrator sees the store dimmed before, and open after")
    void secondAdministrator() {
        var accounts = server.machine.asSystem().accounts();
        accounts.addMember("Administrators", accounts.addUser("Second", "x", ""));
        CorruptServer.openStore(editor, hand, "Full Control", true);
        Regedt32 other = Regedt32.start(server.machine.logOn("Second", "x"));
        other.locate(CorruptServer.STORE);
        assertThat(other.isDimmed()).isFalse();

        CorruptServer fresh = new CorruptServer();
        var others = fresh.machine.asSystem().accounts();
        others.addMember("Administrators", others.addUser("Second", "x", ""));
        Regedt32 before = Regedt32.start(fresh.machine.logOn("Second", "x"));
        before.locate(CorruptServer.STORE);
        assertThat(before.isDimmed()).isTrue();
    }
}
