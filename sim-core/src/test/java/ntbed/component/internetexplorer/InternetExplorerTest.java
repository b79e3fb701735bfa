package ntbed.component.internetexplorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.security.Sid;
import ntbed.tool.addremove.AddRemovePrograms;
import ntbed.win32.AccessMask;
import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternetExplorerTest {
    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";
    private static final String SERVICE = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\ProtectedStorage";
    private static final List<String> SET = List.of("pstores.exe", "psbase.dll", "pstorec.dll", "pstorerc.dll");
    private static final InternetExplorer BROWSER = InternetExplorer.v501();
    private static final String TITLE = BROWSER.title();

    @Test
    @DisplayName("PS8-2.1: a later Internet Explorer is in the list of Add/Remove Programs, without one nothing is")
    void listed() {
        assertThat(AddRemovePrograms.open(administrator(off())).programs()).containsExactly(TITLE);
        MachineImage without = BaseInstallation.server();
        assertThat(AddRemovePrograms.open(administrator(without)).programs()).isEmpty();
        assertThatThrownBy(() -> AddRemovePrograms.open(administrator(without)).addRemove(TITLE))
                .hasMessageContaining("(2)");
    }

    @Test
    @DisplayName("PS8-2.2: Add/Remove opens the maintenance dialog, which offers the repair")
    void dialog() {
        Win32 door = administrator(off());
        Desktop.Dialog window = maintenance(door);
        assertThat(window.title()).isEqualTo(TITLE);
        assertThat(window.text()).contains("Repair Internet Explorer");
        assertThat(window.buttons()).containsExactly("OK", "Cancel");
        answer(door, window, "Cancel");
        assertThat(door.desktop().open()).isEmpty();
    }

    @Test
    @DisplayName("PS8-2.3: the repair asks first; another option does something else")
    void question() {
        Machine machine = on(damaged());
        Win32 door = machine.logOn("Administrator", "");
        Desktop.Dialog question = choose(door, "Repair Internet Explorer");
        assertThat(question.buttons()).containsExactly("Yes", "No");
        answer(door, question, "No");
        machine.runForMillis(120_000);
        assertThat(door.files().read(path("psbase.dll"))).isEqualTo(new byte[] {1, 2, 3});
        assertThat(door.desktop().open()).isEmpty();
    }

    @Test
    @DisplayName("PS8-2.3: choosing uninstall instead removes files and repairs none")
    void uninstall() {
        Machine machine = on(damaged());
        Win32 door = machine.logOn("Administrator", "");
        answer(door, choose(door, "Restore the previous Windows configuration"), "Yes");
        machine.runForMillis(120_000);
        answer(door, front(door), "Yes");
        machine.runForMillis(60_000);
        machine.boot();
        Win32 after = machine.logOn("Administrator", "");
        assertThat(after.files().exists(InternetExplorer.FOLDER.resolve("iexplore.exe")))
                .isFalse();
        assertThat(after.files().exists(InternetExplorer.FOLDER.resolve("Setup\\Setup.exe")))
                .isFalse();
        assertThat(after.files().exists(path("mshtml.dll"))).isFalse();
        assertThat(after.files().read(path("psbase.dll"))).isEqualTo(new byte[] {1, 2, 3});
        assertThat(AddRemovePrograms.open(after).programs()).isEmpty();
        assertThat(after.registry().value(InternetExplorer.KEY, "Version")).isEmpty();
    }

    @Test
    @DisplayName("PS8-2.4: Yes puts the four files of Protected Storage back and stops the service until the restart")
    void repair() {
        Machine machine = on(damaged());
        Win32 door = machine.logOn("Administrator", "");
        assertThat(state(door)).isEqualTo(ServiceStatus.RUNNING);
        answer(door, choose(door, "Repair Internet Explorer"), "Yes");
        machine.runForMillis(120_000);
        assertThat(state(door)).isEqualTo(ServiceStatus.STOPPED);
        assertThat(front(door).text()).contains("restart");
        answer(door, front(door), "Yes");
        machine.runForMillis(60_000);
        machine.boot();
        Win32 after = machine.asSystem();
        for (String name : SET) {
            assertThat(after.files().read(path(name)))
                    .as(name)
                    .isEqualTo(BROWSER.repairFile(name).orElseThrow());
            assertThat(after.files().find(path(name)).orElseThrow().version())
                    .as(name)
                    .isEqualTo(Release.V501.versionOf(name));
        }
    }

    @Test
    @DisplayName("PS8-2.5: without the restart the files are replaced only in part, those in use are not")
    void noRestart() {
        Machine machine = on(damaged());
        Win32 door = machine.logOn("Administrator", "");
        answer(door, choose(door, "Repair Internet Explorer"), "Yes");
        machine.runForMillis(120_000);
        answer(door, front(door), "No");
        assertThat(isRepaired(door, "psbase.dll")).isTrue();
        assertThat(isRepaired(door, "pstores.exe")).as("it was running").isFalse();
        assertThat(isRepaired(door, "pstorec.dll")).isFalse();
        assertThat(machine.restart().boot().isStarted()).isTrue();
        assertThat(isRepaired(machine.asSystem(), "pstores.exe")).isTrue();
        assertThat(isRepaired(machine.asSystem(), "pstorec.dll")).isTrue();
    }

    @Test
    @DisplayName("PS8-2.5: with the service key gone nothing is stopped, and the restart does not start the service")
    void keyGone() {
        Machine machine = on(MachineBuilder.of(off()).deleteKey(SERVICE).build());
        Win32 door = machine.logOn("Administrator", "");
        answer(door, choose(door, "Repair Internet Explorer"), "Yes");
        machine.runForMillis(120_000);
        answer(door, front(door), "Yes");
        machine.runForMillis(60_000);
        machine.boot();
        assertThat(machine.asSystem().registry().tree(SERVICE)).isEmpty();
        assertThat(isRepaired(machine.asSystem(), "pstores.exe")).isTrue();
    }

    @Test
    void aSetFileThatIsGoneStopsTheRepairWithAMessage() {
        MachineImage image = MachineBuilder.of(damaged())
                .delete(InternetExplorer.FOLDER + "\\Setup\\Files\\psbase.dll")
                .build();
        Machine machine = on(image);
        Win32 door = machine.logOn("Administrator", "");
        answer(door, choose(door, "Repair Internet Explorer"), "Yes");
        machine.runForMillis(120_000);
        assertThat(front(door).text()).contains("psbase.dll").contains("cannot find the file");
        answer(door, front(door), "OK");
        assertThat(door.desktop().open()).isEmpty();
    }

    @Test
    void onlyAnAdministratorMayChangeTheInstallation() {
        Machine machine = on(off());
        var unused = machine.asSystem().accounts().addUser("Jane", "", "");
        Win32 jane = machine.logOn("Jane", "");
        assertThat(jane.token().is(Sid.ADMINISTRATORS)).isFalse();
        assertThat(maintenance(jane).text()).contains("administrator");
    }

    @Test
    void addingComponentsIsRefusedByName() {
        Win32 door = administrator(off());
        Desktop.Dialog window = maintenance(door);
        assertThatThrownBy(() -> door.desktop()
                        .answer(
                                window,
                                new Desktop.Answer("OK", Map.of("Option", "Add a component to Internet Explorer"))))
                .isInstanceOf(NotSimulatedException.class);
    }

    @Test
    void aSetupProgramThatIsGoneLeavesTheListButShowsAMessage() {
        Win32 door = administrator(MachineBuilder.of(off())
                .delete(InternetExplorer.FOLDER + "\\Setup\\Setup.exe")
                .build());
        AddRemovePrograms tool = AddRemovePrograms.open(door);
        assertThat(tool.programs()).containsExactly(TITLE);
        assertThat(tool.addRemove(TITLE)).isEmpty();
        assertThat(front(door).title()).isEqualTo(AddRemovePrograms.TITLE);
        tool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 4.01, true",
        "4, 4.01, false",
        "6, 4.01, false",
        "3, 5.01, true",
        "4, 5.01, true",
        "5, 5.01, true",
        "6, 5.01, false"
    })
    void setupKeepsTheNewerOfTheServicePacksFilesAndItsOwn(int pack, String number, boolean own) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.of(Edition.SERVER, pack));
        machine.image(SYSTEM32 + "psbase.dll", ImageFile.of("library").with("from", "service pack"));
        component(number).install(machine.programs(new StandIn()));
        Machine running = on(machine.build());
        boolean isOwn = Arrays.equals(
                running.asSystem().files().read(path("psbase.dll")),
                component(number).repairFile("psbase.dll").orElseThrow());
        assertThat(isOwn).isEqualTo(own);
        assertThat(running.asSystem().files().exists(path("pstorerc.dll"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4.01, 4.72.2106.8", "5.01, 5.00.2919.6307"})
    void theVersionStandsInTheRegistry(String number, String value) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.server());
        component(number).install(machine);
        assertThat(machine.value(InternetExplorer.KEY, "Version")).contains(RegistryValue.sz(value));
        assertThat(component(number).title()).startsWith("Microsoft Internet Explorer ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.01", "5.01"})
    void aSecondInstallationReplacesTheFirst(String number) {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.server()).programs(new StandIn());
        InternetExplorer.v401().install(machine);
        component(number).install(machine);
        assertThat(AddRemovePrograms.open(administrator(machine.build())).programs())
                .containsExactly(component(number).title());
    }

    private static InternetExplorer component(String number) {
        return number.equals("4.01") ? InternetExplorer.v401() : InternetExplorer.v501();
    }

    /** A server with Internet Explorer 5.01 and a stand-in for the service, which runs until it is stopped. */
    private static MachineImage off() {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.of(Edition.SERVER, 4));
        machine.service("ProtectedStorage", 0x10, 2, 1);
        machine.set(SERVICE, "ImagePath", RegistryValue.expandSz("%SystemRoot%\\System32\\pstores.exe"));
        machine.set(SERVICE, "ObjectName", RegistryValue.sz("LocalSystem"));
        BROWSER.install(machine);
        return machine.programs(new StandIn()).build();
    }

    /** Runs in {@code pstores.exe} in the place of Protected Storage. */
    private static final class StandIn implements Program {
        @Override
        public String id() {
            return "pstores";
        }

        @Override
        public String heading() {
            return "Stands in for Protected Storage";
        }

        @Override
        public void main(NtProcess process) {
            process.serviceDispatcher().startServiceCtrlDispatcher(Map.of("", service -> {
                service.registerServiceCtrlHandler(control -> {
                    service.setServiceStatus(ServiceStatus.stopped(0x10, 0, 0));
                    process.exit(0);
                    return ControlReply.RETURNED;
                });
                service.setServiceStatus(ServiceStatus.of(0x10, ServiceStatus.RUNNING, ServiceStatus.ACCEPT_STOP));
            }));
        }
    }

    private static MachineImage damaged() {
        return MachineBuilder.of(off())
                .file(SYSTEM32 + "psbase.dll", new byte[] {1, 2, 3})
                .file(SYSTEM32 + "pstorec.dll", new byte[] {4})
                .image(SYSTEM32 + "pstores.exe", ImageFile.of("pstores").with("altered", "yes"))
                .build();
    }

    private static Machine on(MachineImage image) {
        Machine machine = Machine.powerOn(image, 1);
        machine.boot();
        return machine;
    }

    private static Win32 administrator(MachineImage image) {
        return on(image).logOn("Administrator", "");
    }

    private static Desktop.Dialog maintenance(Win32 door) {
        assertThat(AddRemovePrograms.open(door).addRemove(TITLE)).isPresent();
        return front(door);
    }

    private static Desktop.Dialog choose(Win32 door, String option) {
        Desktop.Dialog window = maintenance(door);
        door.desktop().answer(window, new Desktop.Answer("OK", Map.of("Option", option)));
        return front(door);
    }

    private static Desktop.Dialog front(Win32 door) {
        List<Desktop.Dialog> open = door.desktop().open();
        return open.get(open.size() - 1);
    }

    private static void answer(Win32 door, Desktop.Dialog window, String button) {
        door.desktop().answer(window, new Desktop.Answer(button, Map.of()));
    }

    private static boolean isRepaired(Win32 door, String name) {
        return Arrays.equals(
                door.files().read(path(name)), BROWSER.repairFile(name).orElseThrow());
    }

    private static int state(Win32 door) {
        try (ScManagerHandle manager = door.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService("ProtectedStorage", AccessMask.SERVICE_QUERY_STATUS)) {
            return service.queryServiceStatus().currentState();
        }
    }

    private static NtPath path(String name) {
        return NtPath.of(SYSTEM32 + name);
    }
}
