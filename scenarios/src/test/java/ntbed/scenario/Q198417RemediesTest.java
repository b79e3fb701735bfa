package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.tool.regedit.Regedit;
import ntbed.tool.services.ServicesApplet;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What helps, step by step: the tools and Sysprep again on the master, or the service disabled on a clone. */
class Q198417RemediesTest {
    private static final List<Remedy> REMEDIES = Prepared.ARTICLE.remedies();
    private static final Remedy COMPLETE = REMEDIES.get(0);
    private static final Remedy DISABLE = REMEDIES.get(1);
    private static final String TOOL = Prepared.TOOL.toString();

    /** The broken master, through its own wizard and logged on, its tools folder gone with the wizard. */
    private static Prepared brokenMaster() {
        Prepared prepared = Prepared.brokenClone().fork();
        prepared.bench.at("master");
        return prepared.perform(COMPLETE.prepare());
    }

    /** The broken clone after the steps of the registry remedy up to one of them. */
    private static Prepared disabling(int steps) {
        Prepared prepared = Prepared.brokenClone().fork().startAndLogOn("clone");
        DISABLE.steps().subList(0, steps).forEach(step -> prepared.perform(step.steps()));
        return prepared;
    }

    @Test
    @DisplayName("S1-10: the key can be exported and imported again: Start is back at 2")
    void backUpAndRestore() {
        Prepared clone = Prepared.brokenClone();
        Win32 door = clone.door("clone");
        NtPath file = NtPath.of("C:\\psysdup2.reg");
        try (Regedit regedit = Regedit.start(door)) {
            assertThat(regedit.locate(Prepared.KEY)).isTrue();
            assertThat(regedit.exportTo(file)).isTrue();
        }
        clone.bench.setValue(Prepared.KEY, "Start", "REG_DWORD", List.of("4"));
        assertThat(clone.startValue("clone")).isEqualTo("REG_DWORD: 0x4");

        try (Regedit regedit = Regedit.start(door)) {
            assertThat(regedit.importFrom(file)).isTrue();
        }

        assertThat(clone.startValue("clone")).isEqualTo("REG_DWORD: 0x2");
    }

    @Test
    @DisplayName("S1-30: all tools are in the folder again after expanding them from the disc")
    void expandTheTools() {
        Prepared master = brokenMaster();

        master.perform(COMPLETE.steps().get(0).steps());

        assertThat(master.door("master").files().list(NtPath.of("C:\\Sysprep")))
                .extracting(file -> NtPath.fold(file.path().name()))
                .contains("PSYDO957.DLL", "PSYSDUP2.EXE", "SETUPCL.EXE", "SYSPREP.EXE");
    }

    @Test
    @DisplayName("S1-31: Psysdup2.exe is there then, and was not before")
    void makeSureItExists() {
        Prepared master = brokenMaster();
        assertThat(master.at("master").fileExists(TOOL)).isFalse();

        master.perform(COMPLETE.steps().get(0).steps());

        assertThat(master.at("master").fileExists(TOOL)).isTrue();
    }

    @Test
    @DisplayName("S1-32: Sysprep run again on the master puts it into System32")
    void rerunSysprep() {
        Prepared master = brokenMaster();
        COMPLETE.steps().forEach(step -> master.perform(step.steps()));

        assertThat(master.at("master").fileExists(Prepared.INSTALLED.toString()))
                .isTrue();
    }

    @Test
    @DisplayName("S1-33: new clones are healthy")
    void newClonesAreHealthy() {
        Prepared master = brokenMaster();
        COMPLETE.steps().forEach(step -> master.perform(step.steps()));

        master.clone("new clone", "CLONE2");

        assertThat(master.failures("new clone")).isEmpty();
        assertThat(master.messages("new clone")).isEmpty();
    }

    @Test
    @DisplayName("S1-34, PD-08: old clones stay broken")
    void oldClonesStayBroken() {
        Prepared master = brokenMaster();
        COMPLETE.steps().forEach(step -> master.perform(step.steps()));

        master.startAndLogOn("clone");

        assertThat(master.failures("clone")).hasSize(1);
        assertThat(master.messages("clone")).hasSize(1);
    }

    @Test
    @DisplayName("S1-38: disabling is done machine by machine; the other clone stays as it was")
    void onEachMachine() {
        Prepared two = Prepared.brokenClone().clone("second", "CLONE2").fork().startAndLogOn("clone");
        DISABLE.steps().forEach(step -> two.perform(step.steps()));
        two.bench.logOn("Administrator", "");

        two.startAndLogOn("second");

        assertThat(two.failures("clone")).isEmpty();
        assertThat(two.failures("second")).hasSize(1);
    }

    @Test
    @DisplayName("S1-39: step 1 is done with Regedt32")
    void step1Tool() {
        assertThat(DISABLE.steps()).extracting(Remedy.Numbered::number).containsExactly(1, 2, 3, 4);
        assertThat(DISABLE.steps().get(0).tool()).isEqualTo("regedt32");
        assertThat(disabling(1).at("clone").toolWindow()).contains("HKEY_LOCAL_MACHINE on Local Machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HKEY_LOCAL_MACHINE \\system\\currentControlSet\\Services\\Psysdup2",
                "HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services\\Psysdup2",
                "hkey_local_machine\\SYSTEM\\CURRENTCONTROLSET\\SERVICES\\PSYSDUP2"
            })
    @DisplayName("S1-40: every spelling of the key finds it, the one with a blank after the root too")
    void step1Key(String spelling) {
        Prepared clone = Prepared.brokenClone();
        clone.bench.useTool(Step.ToolVerb.OPEN, "regedt32");

        clone.bench.useTool(Step.ToolVerb.SELECT, spelling);

        assertThat(clone.at("clone").toolLines()).contains("Start: REG_DWORD: 0x2");
    }

    @Test
    @DisplayName("S1-41: the value is shown as Start: REG_DWORD: 0x2")
    void step2Line() {
        assertThat(disabling(1).at("clone").toolLines()).contains("Start: REG_DWORD: 0x2");
    }

    @Test
    @DisplayName("S1-42: double-clicking it opens the DWORD Editor")
    void step2Dialog() {
        assertThat(disabling(2).at("clone").toolWindow()).contains("DWORD Editor");
    }

    @Test
    @DisplayName("S1-43: 2 becomes 4, and stays a REG_DWORD")
    void step3Value() {
        assertThat(disabling(3).startValue("clone")).isEqualTo("REG_DWORD: 0x4");
    }

    @Test
    @DisplayName("S1-44: the service is disabled then; starting it by hand gives 1058")
    void step3Disables() {
        Prepared clone = disabling(4);
        clone.bench.logOn("Administrator", "");

        try (ServicesApplet applet = ServicesApplet.open(clone.door("clone"))) {
            assertThat(applet.row("Psysdup2").map(ServicesApplet.Row::startup)).contains("Disabled");
        }
        try (ScManagerHandle manager =
                        clone.door("clone").services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService("Psysdup2", AccessMask.SERVICE_START)) {
            assertThatThrownBy(() -> service.startService(List.of()))
                    .isInstanceOfSatisfying(
                            Win32Exception.class,
                            e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_SERVICE_DISABLED));
        }
    }

    @Test
    @DisplayName("S1-45, PD-06: after the restart there is neither event nor message")
    void step4Restart() {
        Prepared clone = disabling(4);
        clone.bench.logOn("Administrator", "");

        assertThat(clone.failures("clone")).isEmpty();
        assertThat(clone.messages("clone")).isEmpty();
        assertThat(clone.at("clone").toolWindow()).isEmpty();
    }

    @Test
    @DisplayName("S1-46, PD-06: without the restart nothing of this session changes")
    void withoutTheRestart() {
        Prepared clone = disabling(3);
        clone.bench.useTool(Step.ToolVerb.CLOSE, "");
        clone.bench.waitFor(3_600_000);

        assertThat(clone.failures("clone")).hasSize(1);
        assertThat(clone.messages("clone")).hasSize(1);
    }

    @Test
    @DisplayName("S1-47: Cancel leaves the value at 0x2")
    void cancel() {
        Prepared clone = disabling(2);
        clone.bench.useTool(Step.ToolVerb.TYPE, "4");
        clone.bench.useTool(Step.ToolVerb.CLICK, "Cancel");

        assertThat(clone.startValue("clone")).isEqualTo("REG_DWORD: 0x2");
        assertThat(clone.at("clone").toolLines()).contains("Start: REG_DWORD: 0x2");
    }

    @Test
    @DisplayName("PD-07: with Start 3 there is no event at start-up, and starting by hand gives error 2")
    void startOnDemand() {
        Prepared clone = Prepared.brokenClone();
        clone.bench.setValue(Prepared.KEY, "Start", "REG_DWORD", List.of("3"));
        clone.bench.restart();
        clone.bench.logOn("Administrator", "");
        assertThat(clone.failures("clone")).isEmpty();
        assertThat(clone.messages("clone")).isEmpty();

        try (ServicesApplet applet = ServicesApplet.open(clone.door("clone"))) {
            assertThat(applet.start("Psysdup2")).isFalse();
        }

        assertThat(clone.door("clone").desktop().shown())
                .extracting(Desktop.Dialog::text)
                .contains("Could not start the Psysdup2 service on \\\\CLONE1.\n"
                        + "Error 0002: The system cannot find the file specified.");
    }

    @Test
    @DisplayName("PD-08: Sysprep run again with the file still missing cures nothing")
    void rerunWithTheFileStillMissing() {
        Prepared master = brokenMaster();
        master.perform(COMPLETE.steps().get(0).steps());
        master.cause();
        master.perform(COMPLETE.steps().get(2).steps());

        master.clone("new clone", "CLONE2");

        assertThat(master.failures("new clone")).hasSize(1);
    }
}
