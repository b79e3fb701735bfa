package ntbed.tool.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.component.base.BaseInstallation;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Hand;
import ntbed.tool.regedit.Regedit;
import ntbed.tool.regedt32.Regedt32;
import ntbed.tool.services.ServicesApplet;

/** The Server with a corrupt Protected Storage store, booted, and what a person does with it. */
final class CorruptServer {
    static final String STORE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Protected Storage System Provider";
    static final String SERVICE = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\ProtectedStorage";
    static final String RECORD = STORE + "\\*Local Machine*\\Data\\{8ec99652-8909-11d0-8c4d-00c04fc297eb}"
            + "\\{8ed17a64-91d0-11d0-8c43-00c04fc2c621}\\{8a078c30-3755-11d0-a0bd-00aa0061426a}";

    private static final String MISMATCH = "service-specific error 2148270091.";
    private static final MachineImage IMAGE = corrupt();

    final Machine machine = Machine.powerOn(IMAGE, 1);

    CorruptServer() {
        var unused = machine.boot();
    }

    private static MachineImage corrupt() {
        MachineBuilder builder = MachineBuilder.of(BaseInstallation.server());
        ProtectedStorage.component().install(builder);
        return FaultInjector.on(builder.build())
                .deleteValue(RECORD, "Item Data")
                .image();
    }

    Win32 administrator() {
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();
        return door;
    }

    /** Types the command, and waits the moment that the service takes to start. */
    void install(Cmd cmd) {
        cmd.enter("pstores.exe -install");
        machine.runForMillis(10_000);
    }

    /** Steps 4 to 9 of the first part, with that type of access, and the box ticked or not. */
    static void openStore(Regedt32 editor, Hand hand, String type, boolean replace) {
        editor.locate(STORE);
        editor.owner();
        hand.click("Take Ownership");
        editor.permissions();
        hand.click("Add");
        hand.select("Administrators");
        hand.click("Add");
        hand.choose(type);
        hand.click("OK");
        if (replace) {
            hand.tick("Replace Permission on Existing Subkeys");
        }
        hand.click("OK");
        if (replace) {
            hand.click("Yes");
        }
    }

    /** The whole first part: both keys exported and deleted, with both editors. */
    void removeBothKeys() {
        Win32 door = administrator();
        Hand hand = new Hand(door.desktop());
        try (Regedt32 editor = Regedt32.start(door)) {
            openStore(editor, hand, "Full Control", true);
        }
        try (Regedit editor = Regedit.start(door)) {
            remove(editor, hand, STORE, "pstore1.reg");
            remove(editor, hand, SERVICE, "pstore2.reg");
        }
        assertThat(hand.window()).isEmpty();
    }

    /** Exports a key and deletes it. */
    static void remove(Regedit editor, Hand hand, String key, String backup) {
        assertThat(editor.locate(key)).isTrue();
        editor.export();
        hand.type(backup);
        hand.click("Save");
        editor.deleteKey();
        hand.click("Yes");
    }

    /** The line of the list of services. */
    ServicesApplet.Row row() {
        return ServicesApplet.open(machine.asSystem()).row("Protected Storage").orElseThrow();
    }

    /** Whether the last boot logged the service's failure. */
    boolean failsAfterRestart() {
        long before = mismatches();
        var unused = machine.restart().boot();
        return mismatches() > before;
    }

    long mismatches() {
        return events(Log.SYSTEM).stream()
                .filter(text -> text.contains(MISMATCH))
                .count();
    }

    List<String> events(Log log) {
        var door = machine.asSystem().eventLog();
        return door.readEventLog(log).stream().map(door::description).toList();
    }
}
