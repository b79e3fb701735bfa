package ntbed.component.optionpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import ntbed.boot.Hardware;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;
import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the table of what can go wrong with the unattended run, and the way it goes right. */
class OptionPackSetupTest {
    private static final String SYSTEM32 = "C:\\WINNT\\System32\\";
    private static final String WINDOWS_NT = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    @Test
    void aTypicalRunOnServicePack3InstallsWithoutAQuestionAndRestarts() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        NtProcess setup = bench.run(Bench.COMMAND);
        assertThat(setup.isAlive()).isFalse();
        assertThat(bench.machine().boot().isStarted()).isTrue();
        assertThat(bench.machine().trace().events().toString()).contains("restart");
        assertThat(bench.errors()).isEmpty();
        assertThat(bench.parts()).contains("iis_common", "iis_www", "iis_ftp", "mts_core", "wsh_core");
        assertThat(bench.parts()).doesNotContain("iis_smtp", "iis_nntp");
        assertThat(bench.exists(SYSTEM32 + "mtx.exe")).isTrue();
        assertThat(bench.exists("C:\\Program Files\\Mts")).isTrue();
        assertThat(bench.standIn.asked).singleElement().asString().contains("IIS_WWW = \"ON\"");
    }

    @Test
    void withoutRestartTheMachineStaysOn() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        var unused = bench.runOn();
        assertThat(bench.parts()).isNotEmpty();
        assertThat(bench.machine().trace().events().toString()).doesNotContain("change=restart");
        assertThat(bench.exists("C:\\TEMP\\ocpart.inf")).isFalse();
    }

    @Test
    void theDiscInstallsAsTheCopyDoes() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        bench.machine()
                .insert(
                        'D',
                        OptionPack.component()
                                .with(Map.of(
                                        "iis\\iissetup.exe",
                                        ImageFile.of("stand-in").encode()))
                                .disc());
        var unused = bench.run("D:\\" + OptionPack.FOLDER + "\\setup.exe -U:" + Bench.ANSWERS + " /R:N");
        assertThat(bench.errors()).isEmpty();
        assertThat(bench.parts()).contains("iis_www");
    }

    @Test
    void anotherSourceIsTakenFromTheCommandLine() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        var unused = bench.run(Bench.COMMAND + " /r:n /s:C:\\Nowhere");
        assertThat(bench.errors()).isNotEmpty().anyMatch(error -> error.startsWith("mts_core"));
        assertThat(bench.parts()).isEmpty();
    }

    @Test
    @DisplayName("MB7-01: without Service Pack 3 set-up stops")
    void servicePack3() {
        Bench bench = Bench.withServicePack(3).copy(OptionPack.component()).answers();
        bench.change(machine -> machine.set(WINDOWS_NT, "CSDVersion", RegistryValue.sz("Service Pack 2")));
        var unused = bench.on().runOn();
        assertThat(bench.window().orElseThrow().text()).contains("Service Pack 3");
        bench.click("OK");
        assertThat(bench.parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    @DisplayName("MB7-02: from Service Pack 4 on a question stops the run that no answer file answers")
    void notTested(int pack) {
        Bench bench = Bench.withServicePack(pack)
                .copy(OptionPack.component())
                .answers()
                .on();
        NtProcess setup = bench.runOn();
        Desktop.Dialog question = bench.window().orElseThrow();
        assertThat(question.text())
                .isEqualTo("Setup detected that Windows NT 4.0 SP4 or greater is installed on your machine. We haven't"
                        + " tested this product on SP4. Do you wish to proceed?");
        assertThat(question.buttons()).containsExactly("Yes", "No");
        bench.machine().runForMillis(3_600_000);
        assertThat(setup.isAlive()).isTrue();
        assertThat(bench.parts()).isEmpty();
        bench.click("No");
        assertThat(setup.isAlive()).isFalse();
        assertThat(bench.parts()).isEmpty();
    }

    @Test
    @DisplayName("MB7-02: a person who says Yes lets it go on")
    void proceed() {
        Bench bench =
                Bench.withServicePack(4).copy(OptionPack.component()).answers().on();
        var unused = bench.runOn();
        bench.click("Yes");
        assertThat(bench.parts()).contains("iis_www");
    }

    @Test
    @DisplayName("MB7-02: the cure is Iis.dll and Preload.exe replaced in a network copy, one of them is not enough")
    void correctedFiles() {
        Bench bench =
                Bench.withServicePack(4).copy(OptionPack.component()).answers().on();
        bench.machine().insert('D', OptionPack.component().corrected().disc());
        copy(bench.door(), "Iis.dll");
        NtProcess first = bench.runOn();
        assertThat(bench.window()).isPresent();
        bench.click("No");
        assertThat(first.isAlive()).isFalse();
        copy(bench.door(), "Preload.exe");
        var unused = bench.runOn();
        assertThat(bench.window()).isEmpty();
        assertThat(bench.parts()).contains("iis_www");
    }

    private static void copy(Win32 door, String name) {
        door.files().copy(NtPath.of("D:\\" + OptionPack.FOLDER + "\\" + name), OptionPack.COPY.resolve(name), false);
    }

    @Test
    @DisplayName("MB7-05: with several processors it rarely fails; with one, never")
    void severalProcessors() {
        int failures = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Bench bench = Bench.withServicePack(3).copy(OptionPack.component()).answers();
            bench.change(machine -> machine.hardware(new Hardware("0001", 2, 64, "x86 Family 6 Model 1 Stepping 9")));
            var unused = bench.on(seed).runOn();
            if (!bench.errors().isEmpty()) {
                failures++;
                assertThat(bench.parts())
                        .as("partial parts")
                        .contains("mts_core")
                        .doesNotContain("iis_www");
                bench.answer("[Global]", "MaintanenceMode = RemoveAll");
                unused = bench.runOn();
                assertThat(bench.parts()).isEmpty();
            }
        }
        assertThat(failures).isBetween(1, 10);
    }

    @Test
    @DisplayName("MB7-05: with /numproc=1 in Boot.ini it never fails")
    void oneProcessorOfTwo() {
        String entry = "multi(0)disk(0)rdisk(0)partition(1)\\WINNT";
        String ini = "[boot loader]\r\ntimeout=1\r\ndefault=" + entry + "\r\n[operating systems]\r\n" + entry
                + "=\"NT\" /numproc=1\r\n";
        for (long seed = 1; seed <= 40; seed++) {
            Bench bench = Bench.withServicePack(3)
                    .copy(OptionPack.component())
                    .answers()
                    .text("C:\\BOOT.INI", ini);
            bench.change(machine -> machine.hardware(new Hardware("0001", 2, 64, "x86 Family 6 Model 1 Stepping 9")));
            var unused = bench.on(seed).runOn();
            assertThat(bench.errors()).as("seed " + seed).isEmpty();
        }
    }

    @Test
    @DisplayName("MB7-06: after IIS 2.0 SMTP is not installed although it is ON; a second run installs it")
    void smtp() {
        Bench bench = Bench.withServicePack(3)
                .copy(OptionPack.component())
                .answers("[Global]", "UpgradeMode = AddExtraComps", "[Components]", "iis_smtp = ON", "iis_nntp = ON");
        bench.change(
                machine -> machine.set("HKLM\\SOFTWARE\\Microsoft\\InetStp", "MajorVersion", RegistryValue.dword(2)));
        var unused = bench.on().runOn();
        assertThat(bench.parts()).contains("iis_www", "iis_nntp").doesNotContain("iis_smtp");
        bench.answer("[Global]", "MaintanenceMode = AddRemove", "[Components]", "iis_smtp = ON");
        unused = bench.runOn();
        assertThat(bench.errors()).isEmpty();
        assertThat(bench.parts()).contains("iis_smtp", "iis_nntp");
        assertThat(bench.standIn.asked.get(1)).contains("IIS_SMTP", "IIS_NNTP", "IIS_WWW");
    }

    @Test
    @DisplayName("MB7-07: DAC_DRV_SQLSRV = OFF has no effect, the driver is installed")
    void driver() {
        Bench bench = Bench.withServicePack(3)
                .copy(OptionPack.component())
                .answers("[Global]", "FreshMode = Custom", "[Components]", "wsh_core = ON", "DAC_DRV_SQLSRV = OFF")
                .on();
        var unused = bench.runOn();
        assertThat(bench.parts()).containsExactlyInAnyOrder("wsh_core", "dac_core", "DAC_DRV_SQLSRV");
        assertThat(bench.exists(SYSTEM32 + "sqlsrv32.dll")).isTrue();
    }

    @Test
    @DisplayName("MB7-08: errors go to the registry, under OC Manager")
    void errors() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        bench.standIn.result = 5;
        var unused = bench.runOn();
        assertThat(bench.errors()).containsExactly("iis\\iissetup.exe: 5");
        assertThat(bench.parts()).doesNotContain("iis_www").contains("mts_core");
        bench.standIn.result = 0;
        bench.answer("[Global]", "MaintanenceMode = AddRemove", "[Components]", "iis_www = ON");
        unused = bench.runOn();
        assertThat(bench.errors()).as("a run begins with an empty list").isEmpty();
        assertThat(bench.parts()).contains("iis_www", "iis_common");
    }

    @Test
    @DisplayName("MB7-09: Terminal Server Edition is not supported")
    void terminalServer() {
        Bench bench = Bench.withServicePack(3).copy(OptionPack.component()).answers();
        bench.change(machine -> machine.set(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions",
                "ProductSuite",
                RegistryValue.multiSz("Terminal Server")));
        var unused = bench.on().runOn();
        assertThat(bench.window().orElseThrow().text()).contains("Terminal Server");
        bench.click("OK");
        assertThat(bench.parts()).isEmpty();
    }

    @Test
    void onlyAnAdministratorMayRunIt() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        var jane = bench.machine().asSystem().accounts().addUser("Jane", "", "");
        assertThat(jane).isNotNull();
        NtProcess setup = bench.as(bench.machine().logOn("Jane", "")).runOn();
        assertThat(bench.window().orElseThrow().text()).contains("administrator");
        bench.click("OK");
        assertThat(setup.isAlive()).isFalse();
        assertThat(bench.parts()).isEmpty();
    }

    @Test
    void withoutInternetExplorer4ItStops() {
        Bench bench = Bench.withServicePack(3).copy(OptionPack.component()).answers();
        bench.change(machine -> machine.deleteKey("HKLM\\SOFTWARE\\Microsoft\\Internet Explorer"));
        var unused = bench.on().runOn();
        assertThat(bench.window().orElseThrow().text()).contains("Internet Explorer 4.01");
    }

    @Test
    void aRunWithAPersonIsRefusedByName() {
        Bench bench = Bench.withServicePack(3).copy(OptionPack.component()).on();
        assertThatThrownBy(() -> bench.run(OptionPack.COPY + "\\setup.exe")).isInstanceOf(NotSimulatedException.class);
    }

    @Test
    void anAnswerFileThatIsMissingOrIsNoneIsAnError() {
        Bench bench = Bench.withServicePack(3)
                .copy(OptionPack.component())
                .text("C:\\Ntoptpak\\plain.txt", "[Global]\r\nFreshMode = Minimal\r\n")
                .on();
        var unused = bench.run(OptionPack.COPY + "\\setup.exe /u:C:\\none.txt");
        assertThat(bench.errors()).singleElement().asString().contains("C:\\none.txt");
        unused = bench.run(OptionPack.COPY + "\\setup.exe /u:plain.txt");
        assertThat(bench.errors()).containsExactly("[Version] Signature");
        assertThat(bench.parts()).isEmpty();
    }

    @Test
    void anAccountForTransactionServerMustExistAndItsPasswordIsWrittenNowhere() {
        Bench bench = Bench.withServicePack(3)
                .copy(OptionPack.component())
                .answers("[mts_core]", "Path = C:\\Mts", "USERID = Nobody", "PASSWORD = Tr0ub4dor")
                .on();
        var unused = bench.runOn();
        assertThat(bench.errors()).singleElement().asString().startsWith("mts_core");
        assertThat(bench.machine().trace().events().toString()).doesNotContain("Tr0ub4dor");
        bench.answer(
                "[Global]",
                "MaintanenceMode = AddRemove",
                "[Components]",
                "mts_core = ON",
                "[mts_core]",
                "Path = C:\\Mts",
                "USERID = Administrator");
        unused = bench.runOn();
        assertThat(bench.errors()).isEmpty();
        assertThat(bench.exists("C:\\Mts")).isTrue();
    }

    @Test
    void pathProgRootAndCiCatalogPathHaveNoEffect() {
        Bench bench = Bench.withServicePack(3)
                .copy(OptionPack.component())
                .answers(
                        "[iis]",
                        "PathWWWRoot = C:\\www",
                        "PathPROGRoot = C:\\prog",
                        "[indexsrv]",
                        "CiCatalogPath = C:\\catalog")
                .on();
        var unused = bench.runOn();
        assertThat(bench.standIn.asked)
                .singleElement()
                .asString()
                .contains("C:\\www")
                .doesNotContain("C:\\prog");
        assertThat(List.of(bench.exists("C:\\prog"), bench.exists("C:\\catalog")))
                .containsExactly(false, false);
        assertThat(bench.errors()).isEmpty();
    }

    @Test
    void removeAllTakesEverythingAway() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        var unused = bench.runOn();
        bench.answer("[Global]", "MaintanenceMode = RemoveAll");
        unused = bench.runOn();
        assertThat(bench.errors()).isEmpty();
        assertThat(bench.parts()).isEmpty();
        assertThat(bench.exists(SYSTEM32 + "mtx.exe")).isFalse();
        assertThat(bench.standIn.asked).last().isEqualTo("/remove");
    }

    @Test
    void theClassObjectIsAskedForAgainAndAgain() {
        Bench bench =
                Bench.withServicePack(3).copy(OptionPack.component()).answers().on();
        bench.standIn.result = 0x80080005;
        NtProcess setup = bench.runOn();
        bench.click("Retry");
        assertThat(bench.window().orElseThrow().text()).contains("CoGetClassObject, 0x80080005");
        bench.standIn.result = 0;
        bench.click("Retry");
        assertThat(setup.isAlive()).isFalse();
        assertThat(bench.parts()).contains("iis_www");
        assertThat(bench.standIn.asked).hasSize(3);
    }
}
