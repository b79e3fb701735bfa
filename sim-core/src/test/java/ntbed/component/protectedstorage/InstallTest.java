package ntbed.component.protectedstorage;

import static ntbed.component.protectedstorage.TestStores.MISMATCH;
import static ntbed.component.protectedstorage.TestStores.OWNER;
import static ntbed.component.protectedstorage.TestStores.PSBASE;
import static ntbed.component.protectedstorage.TestStores.PSTORES;
import static ntbed.component.protectedstorage.TestStores.afterRestart;
import static ntbed.component.protectedstorage.TestStores.booted;
import static ntbed.component.protectedstorage.TestStores.broken;
import static ntbed.component.protectedstorage.TestStores.deleteEntry;
import static ntbed.component.protectedstorage.TestStores.deleteStore;
import static ntbed.component.protectedstorage.TestStores.errors;
import static ntbed.component.protectedstorage.TestStores.run;
import static ntbed.component.protectedstorage.TestStores.runs;
import static ntbed.component.protectedstorage.TestStores.server;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.machine.lab.FaultInjector;
import ntbed.process.Desktop;
import ntbed.process.NtProcess;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryApi;
import ntbed.registry.RegistryKey;
import ntbed.registry.RegistryValue;
import ntbed.registry.regfile.RegFile;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.tool.net.Net;
import ntbed.tool.regedt32.Regedt32;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pstores.exe -install}, whole, partial and wrong repairs. */
class InstallTest {
    private static final String INSTALL = "pstores.exe -install";
    private static final String RUN_ONCE = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce";
    private static final String RUN_ONCE_VALUE = "Install pstores.exe";

    private static Machine corrupt() {
        return broken(fault -> fault.deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA));
    }

    private static Win32 administrator(Machine machine) {
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();
        return door;
    }

    private static Win32 ordinaryUser(Machine machine) {
        Win32 system = machine.asSystem();
        Sid joe = system.accounts().addUser("Joe", "joe", "");
        system.accounts().grant(joe, Privilege.SE_INTERACTIVE_LOGON);
        Win32 door = machine.logOn("Joe", "joe");
        machine.settle();
        return door;
    }

    private static KeyTree entry(Machine machine) {
        return machine.asSystem().registry().tree(ServiceEntry.KEY).orElseThrow();
    }

    private static void assertRegistered(Machine machine) {
        KeyTree entry = entry(machine);
        assertThat(entry.value("Start")).contains(RegistryValue.dword(2));
        assertThat(entry.value("Type")).contains(RegistryValue.dword(0x110));
        assertThat(entry.value("ErrorControl")).contains(RegistryValue.dword(1));
        assertThat(entry.value("ImagePath")).contains(RegistryValue.expandSz(ServiceEntry.IMAGE_PATH));
        assertThat(entry.value("DisplayName")).contains(RegistryValue.sz("Protected Storage"));
        assertThat(entry.value("DependOnService")).contains(RegistryValue.multiSz("RpcSs"));
        assertThat(entry.value("ObjectName")).contains(RegistryValue.sz("LocalSystem"));
        assertThat(runs(machine)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {INSTALL, "PStores -Install", "C:\\WINNT\\system32\\PSTORES.EXE -INSTALL"})
    @DisplayName("PS9-04: both keys deleted, -install at once without a restart: works")
    void withoutARestart(String commandLine) {
        Machine machine = corrupt();
        Win32 administrator = administrator(machine);
        deleteStore(machine);
        deleteEntry(machine);

        run(machine, administrator, commandLine);

        assertRegistered(machine);
        assertThat(afterRestart(machine)).isEmpty();
        assertRegistered(machine);
    }

    @Test
    @DisplayName("PS-09: both keys deleted, restart, -install: running, and the next boot has no event of it")
    void withARestart() {
        Machine machine = corrupt();
        deleteStore(machine);
        deleteEntry(machine);
        assertThat(afterRestart(machine)).isEmpty();

        run(machine, administrator(machine), INSTALL);

        assertRegistered(machine);
        assertThat(afterRestart(machine)).isEmpty();
        assertRegistered(machine);
    }

    @Test
    @DisplayName("PS-06: steps 1 and 3 on a clean machine do no harm; twice is once")
    void onACleanMachine() {
        Machine machine = booted(server());
        Win32 administrator = administrator(machine);
        run(machine, administrator, INSTALL);
        assertRegistered(machine);
        deleteStore(machine);
        deleteEntry(machine);
        run(machine, administrator, INSTALL);
        run(machine, administrator, INSTALL);

        assertRegistered(machine);
        assertThat(afterRestart(machine)).isEmpty();
        assertThat(machine.asSystem().registry().tree(OWNER + Store.PROVIDER)).isPresent();
    }

    @Test
    @DisplayName("PS9-01: only the store deleted: the service makes a fresh one; 7024 is gone")
    void onlyTheStore() {
        Machine machine = corrupt();
        deleteStore(machine);

        assertThat(afterRestart(machine)).isEmpty();
        assertThat(runs(machine)).isTrue();
    }

    @Test
    @DisplayName("PS9-02: only the entry deleted: no attempt, no 7024, dependants 7003; -install brings 7024 back")
    void onlyTheEntry() {
        Machine machine = booted(FaultInjector.on(TestStores.withDependant())
                .deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA)
                .image());
        deleteEntry(machine);
        assertThat(afterRestart(machine)).hasSize(1).allMatch(text -> text.startsWith("7003 The IIS Admin Service"));

        run(machine, administrator(machine), INSTALL);

        assertThat(errors(machine)).contains("7024 " + MISMATCH);
        assertThat(runs(machine)).isFalse();
        assertThat(entry(machine).value("Start")).contains(RegistryValue.dword(2));
    }

    @Test
    @DisplayName("PS9-03: both deleted, restart, no step 3: the list of services has no Protected Storage")
    void noStepThree() {
        Machine machine = corrupt();
        deleteStore(machine);
        deleteEntry(machine);

        assertThat(afterRestart(machine)).isEmpty();
        assertThat(String.join("\n", Net.run(machine.asSystem(), "start").lines()))
                .doesNotContain("Protected Storage");
        assertThat(Net.run(machine.asSystem(), "start ProtectedStorage").lines())
                .contains("The service name is invalid.");
    }

    @Test
    @DisplayName("PS9-05: pstore1.reg imported afterwards brings the corruption back")
    void importOfTheStore() {
        Machine machine = corrupt();
        byte[] saved = RegFile.export(machine.asSystem().registry(), Store.MACHINE_ROOT);
        deleteStore(machine);
        assertThat(RegFile.parse(saved).applyTo(machine.asSystem().registry())).isEmpty();

        assertThat(afterRestart(machine)).containsExactly("7024 " + MISMATCH);
    }

    @Test
    @DisplayName("PS9-06: pstore2.reg alone: the entry is back, and with a fresh store the service runs")
    void importOfTheEntry() {
        Machine machine = corrupt();
        byte[] saved = RegFile.export(machine.asSystem().registry(), ServiceEntry.KEY);
        deleteStore(machine);
        deleteEntry(machine);
        assertThat(afterRestart(machine)).isEmpty();
        assertThat(RegFile.parse(saved).applyTo(machine.asSystem().registry())).isEmpty();

        assertThat(afterRestart(machine)).isEmpty();
        assertRegistered(machine);
    }

    @Test
    @DisplayName("PS9-07: Start 4: no 7024 and no message, but what needs it fails with 1058")
    void disabled() {
        Machine machine = booted(FaultInjector.on(TestStores.withDependant())
                .deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA)
                .setValue(ServiceEntry.KEY, "Start", RegistryValue.dword(4))
                .image());

        assertThat(errors(machine))
                .containsExactly("7001 The IIS Admin Service service depends on the Protected Storage service which"
                        + " failed to start because of the following error: \n"
                        + "The specified service is disabled and cannot be started.");
    }

    @Test
    @DisplayName(
            "PS9-08: files renamed to .old, store deleted, service pack reapplied: RunOnce runs -install at log-on")
    void servicePackAgain() {
        Machine machine = corrupt();
        Win32 administrator = administrator(machine);
        byte[] program = administrator.files().read(NtPath.of(PSTORES));
        byte[] library = administrator.files().read(NtPath.of(PSBASE));
        deleteStore(machine);
        deleteEntry(machine);
        administrator.files().move(NtPath.of(PSTORES), NtPath.of(PSTORES.replace(".exe", ".old")), false);
        administrator.files().move(NtPath.of(PSBASE), NtPath.of(PSBASE.replace(".dll", ".old")), false);
        assertThat(afterRestart(machine)).isEmpty();
        administrator = administrator(machine);
        administrator.files().write(NtPath.of(PSTORES), program);
        administrator.files().write(NtPath.of(PSBASE), library);
        administrator.registry().setValue(RUN_ONCE, RUN_ONCE_VALUE, RegistryValue.sz(INSTALL));
        assertThat(afterRestart(machine)).isEmpty();

        administrator(machine);

        assertRegistered(machine);
        assertThat(machine.asSystem().registry().value(RUN_ONCE, RUN_ONCE_VALUE))
                .isEmpty();
        assertThat(afterRestart(machine)).isEmpty();
    }

    @Test
    @DisplayName("PS9-09: Q189649 first: a path in ImagePath that is gone is 7000 with 3, and -install sets it right")
    void missingPath() {
        Machine machine = broken(fault -> fault.setValue(
                ServiceEntry.KEY, "ImagePath", RegistryValue.expandSz("%SystemRoot%\\Gone\\pstores.exe")));
        assertThat(errors(machine)).hasSize(1).allMatch(text -> text.startsWith("7000 "));

        run(machine, administrator(machine), INSTALL);

        assertRegistered(machine);
    }

    @Test
    @DisplayName("PS-10, PS9-10: an altered pstores.exe is not cured by steps 1 and 3; by a replaced file it is")
    void alteredProgram() {
        byte[] genuine = TestStores.content(server(), PSTORES);
        Machine machine = broken(fault -> fault.overwriteFile(PSTORES, Arrays.copyOf(genuine, genuine.length + 4_096)));
        Win32 administrator = administrator(machine);
        deleteStore(machine);
        deleteEntry(machine);
        run(machine, administrator, INSTALL);
        assertThat(runs(machine)).isFalse();
        assertThat(afterRestart(machine)).containsExactly("7024 " + MISMATCH);

        machine.asSystem().files().write(NtPath.of(PSTORES), genuine);

        assertThat(afterRestart(machine)).isEmpty();
        assertThat(runs(machine)).isTrue();
    }

    @Test
    @DisplayName("PS9-11: whatever was in the store is lost with it")
    void userDataAreLost() {
        Machine machine = ItemStoreTest.withItem(1);
        deleteStore(machine);
        assertThat(afterRestart(machine)).isEmpty();

        assertThat(ProtectedStorageClient.localMachine(machine.asSystem()).types())
                .containsExactly(Store.CONFIGURATION);
    }

    @Test
    @DisplayName(
            "PS9-12: a key that could not be deleted stays, and the store around it is malformed until it goes too")
    void remainingKeys() {
        Machine machine = broken(fault -> fault.deleteKey(OWNER + "Data"));

        assertThat(errors(machine)).containsExactly("7024 " + MISMATCH);
        deleteStore(machine);
        assertThat(afterRestart(machine)).isEmpty();
    }

    @Test
    @DisplayName("Q255987: a user who is no administrator gets the two Application events, and nothing changes")
    void ordinaryUserIsRefused() {
        Machine machine = corrupt();
        deleteEntry(machine);
        assertThat(afterRestart(machine)).isEmpty();
        Win32 joe = ordinaryUser(machine);

        run(machine, joe, INSTALL);

        assertThat(machine.asSystem().eventLog().readEventLog(Log.APPLICATION).stream()
                        .map(entry -> entry.source() + ": "
                                + machine.asSystem().eventLog().description(entry)))
                .containsExactly(
                        "ProtectedStorage: ProtectedStorage error: 5; OpenSCManager failed.",
                        "ProtectedStorage: ProtectedStorage error: 203; Install Service failed.");
        assertThat(machine.asSystem().registry().tree(ServiceEntry.KEY)).isEmpty();
    }

    @Test
    @DisplayName("Q255987: RunOnce of a service pack: two events at every log-on until an administrator logs on")
    void runOnceStays() {
        Machine machine = booted(FaultInjector.on(server())
                .setValue(RUN_ONCE, RUN_ONCE_VALUE, RegistryValue.sz(INSTALL))
                .image());
        ordinaryUser(machine);
        assertThat(machine.asSystem().registry().value(RUN_ONCE, RUN_ONCE_VALUE))
                .isPresent();
        machine.logOn("Joe", "joe");
        machine.settle();
        assertThat(machine.asSystem().eventLog().readEventLog(Log.APPLICATION)).hasSize(4);

        administrator(machine);
        assertThat(machine.asSystem().registry().value(RUN_ONCE, RUN_ONCE_VALUE))
                .isEmpty();
        assertThat(machine.asSystem().eventLog().readEventLog(Log.APPLICATION)).hasSize(4);
        assertRegistered(machine);
    }

    @Test
    @DisplayName("Q227761: RunOnce of a service pack that did not copy pstores.exe: Explorer's message")
    void runOnceWithoutTheFile() {
        Machine machine = booted(FaultInjector.on(server())
                .deleteKey(ServiceEntry.KEY)
                .deleteFile(PSTORES)
                .setValue(RUN_ONCE, RUN_ONCE_VALUE, RegistryValue.sz(INSTALL))
                .image());
        administrator(machine);

        assertThat(machine.desktop().shown())
                .singleElement()
                .extracting(Desktop.Dialog::text)
                .asString()
                .startsWith("Cannot find the file 'pstores.exe' (or one of its components).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-start", "-stop", "-remove", "-uninstall", "-install -install", "install"})
    @DisplayName("undocumented switches: a message, no change")
    void otherSwitches(String switches) {
        Machine machine = booted(server());
        Win32 administrator = administrator(machine);
        deleteEntry(machine);

        NtProcess process = administrator.createProcess("pstores.exe " + switches);
        machine.settle();

        assertThat(process.console().lines()).containsExactly("Unknown switch: " + switches, "Usage: pstores -install");
        assertThat(machine.asSystem().registry().tree(ServiceEntry.KEY)).isEmpty();
    }

    @Test
    @DisplayName("without a switch and not started by the service control manager it ends, and nothing changes")
    void byHand() {
        Machine machine = booted(server());
        run(machine, administrator(machine), "pstores.exe");

        assertThat(errors(machine)).isEmpty();
        assertThat(machine.desktop().open()).isEmpty();
    }

    @Test
    void anEntryThatIsMarkedForDeletionGoesAndComesAgain() {
        Machine machine = booted(server());
        Win32 administrator = administrator(machine);
        try (var manager = administrator.services().openSCManager(null, null, 1);
                var service = manager.openService(ServiceEntry.NAME, 0x10000)) {
            service.deleteService();
        }

        run(machine, administrator, INSTALL);

        assertRegistered(machine);
    }

    @Test
    @DisplayName("PS-04: every administrator sees the key dimmed in regedt32 until step 1.9, and open after it")
    void dimmed() {
        Machine machine = corrupt();
        machine.asSystem().accounts().addUser("Ann", "ann", "");
        Sid ann = machine.asSystem().accounts().lookupName("Ann").orElseThrow();
        machine.asSystem().accounts().addMember("Administrators", ann);
        seen(machine.logOn("Ann", "ann"), true);
        Win32 administrator = administrator(machine);
        seen(administrator, true);

        // Steps 1.5 to 1.9 by their functions; the dialogs have tests of their own.
        Win32 owner = administrator.withPrivilege(Privilege.SE_TAKE_OWNERSHIP);
        grantAll(owner.registry(), Store.MACHINE_ROOT);

        seen(administrator, false);
        seen(machine.logOn("Ann", "ann"), false);
        assertThat(afterRestart(machine)).containsExactly("7024 " + MISMATCH);
    }

    private static void seen(Win32 door, boolean dimmed) {
        Regedt32 editor = Regedt32.start(door);
        editor.maximize("HKEY_LOCAL_MACHINE on Local Machine");
        editor.locate("HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft");
        assertThat(editor.subkeys()).contains(new Regedt32.SubkeyLine("Protected Storage System Provider", dimmed));
        editor.close();
    }

    private static void grantAll(RegistryApi registry, String path) {
        try (RegistryKey key = registry.openKey(path, AccessMask.WRITE_OWNER)) {
            key.setSecurity(Store.SYSTEM_ONLY.withOwner(Sid.ADMINISTRATORS));
        }
        List<AccessControlEntry> open = List.of(
                AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS),
                AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.KEY_ALL_ACCESS));
        try (RegistryKey key = registry.openKey(path, AccessMask.WRITE_DAC)) {
            key.setSecurity(Store.SYSTEM_ONLY.withOwner(Sid.ADMINISTRATORS).withDacl(open));
        }
        registry.tree(path).orElseThrow().subkeys().forEach(key -> grantAll(registry, path + "\\" + key.name()));
    }
}
