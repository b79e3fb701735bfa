package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.process.ImageFile;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.security.Token;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailurePolicyTest {
    private static final String POPUP = "Service Control Manager: At least one service or driver failed during system"
            + " startup.  Use Event Viewer to examine the event log for details.";

    @Test
    @DisplayName("E1: a failure with ErrorControl 0 is neither logged nor announced")
    void ignore() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().errorControl(0).noImage(),
                        new Spec("B").auto().errorControl(0).does("exitCode", 5),
                        new Spec("C").auto().errorControl(0).needs("Nothing"))
                .boot();
        assertThat(scm.events()).isEmpty();
        assertThat(scm.popups()).isEmpty();
    }

    @Test
    @DisplayName("E2: a failure with ErrorControl 1 is logged and announced, and the boot goes on")
    void normal() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().noImage(), new Spec("B").auto())
                .boot();
        assertThat(scm.events()).containsExactly("7000|A|%%2");
        assertThat(scm.state("B")).isEqualTo("RUNNING");
        assertThat(scm.popups()).containsExactly(POPUP);
    }

    @ParameterizedTest
    @CsvSource({"2", "3"})
    @DisplayName("E3, E4: Severe and Critical go back to Last Known Good: 7021, 7007, restart")
    void revert(int errorControl) {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A")
                                .auto()
                                .errorControl(errorControl)
                                .noImage()
                                .shown("Service A"),
                        new Spec("B").auto())
                .open();
        boolean[] completed = new boolean[1];
        scm.manager().autoStart(() -> completed[0] = true);
        scm.run(1_000_000);
        assertThat(scm.events()).containsExactly("7000|Service A|%%2", "7021|Service A", "7007");
        assertThat(scm.host.calls).containsExactly("revert A");
        assertThat(completed[0]).isFalse();
        assertThat(scm.started()).isEmpty();
    }

    @Test
    @DisplayName("E3: under Last Known Good a Severe failure is as a Normal one")
    void severeUnderLastKnownGood() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().errorControl(2).noImage(), new Spec("B").auto());
        scm.host.lastKnownGood = true;
        scm.boot();
        assertThat(scm.events()).containsExactly("7000|A|%%2");
        assertThat(scm.host.calls).isEmpty();
        assertThat(scm.state("B")).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("E4: under Last Known Good a Critical failure ends the boot")
    void criticalUnderLastKnownGood() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().errorControl(3).noImage(), new Spec("B").auto());
        scm.host.lastKnownGood = true;
        scm.open().manager().autoStart(() -> {});
        scm.run(1_000_000);
        assertThat(scm.host.calls)
                .singleElement()
                .asString()
                .startsWith("fault ")
                .contains("Services\\A");
        assertThat(scm.started()).isEmpty();
    }

    @Test
    @DisplayName("E3: a Severe failure after boot has no such consequence")
    void severeOnDemand() {
        ScmFixture scm =
                ScmFixture.with(new Spec("A").errorControl(2).noImage()).boot();
        assertThat(scm.start("A")).isEqualTo(2);
        assertThat(scm.events()).containsExactly("7000|A|%%2");
        assertThat(scm.host.calls).isEmpty();
    }

    @Test
    @DisplayName("E5: the kernel's drivers that failed are logged once, after auto-start, by raw names")
    void driversFailed() {
        ScmFixture scm = ScmFixture.with(
                        Spec.driver("Sfloppy", 1, 20).shown("Floppy of Scsi"),
                        Spec.driver("Cdaudio", 1, 31),
                        Spec.driver("Atdisk", 0, 2).errorControl(0),
                        new Spec("A").auto().noImage())
                .boot();
        assertThat(scm.events()).containsExactly("7000|A|%%2", "7026|Cdaudio\r\nSfloppy");
        assertThat(scm.popups()).containsExactly(POPUP);
    }

    @ParameterizedTest
    @CsvSource({"noImage, 7000", "needs, 7003", "hang, 7022", "specific, 7024", "exit, 7023"})
    @DisplayName("E6: any failure of the boot is enough for the message, which comes once")
    void popup(String kind, String event) {
        Spec a = new Spec("A").auto();
        switch (kind) {
            case "noImage" -> a.noImage();
            case "needs" -> a.needs("Nothing");
            case "hang" -> a.does("hangAtStart", true);
            case "specific" -> a.does("specificCode", 7);
            default -> a.does("exitCode", 7);
        }
        ScmFixture scm = ScmFixture.with(a, new Spec("B").auto().needs("A")).boot();
        assertThat(scm.events().get(0)).startsWith(event);
        assertThat(scm.desktop().shown()).isEmpty();
        assertThat(scm.popups()).containsExactly(POPUP);
    }

    @Test
    @DisplayName("E6: a driver that fails silently brings the message without an event; a failure on demand does not")
    void silentAndOnDemand() {
        ScmFixture scm =
                ScmFixture.with(new Spec("A").noImage(), new Spec("B").auto()).boot();
        assertThat(scm.start("A")).isEqualTo(2);
        assertThat(scm.popups()).isEmpty();
    }

    @Test
    @DisplayName("E6: the boot that completes the mini-wizard shows the short text (D3)")
    void shortText() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().noImage());
        scm.host.miniSetup = true;
        assertThat(scm.boot().popups())
                .containsExactly("Service Control Manager: At least one service failed to start.");
    }

    @Test
    @DisplayName("E7: under Last Known Good the message says so")
    void lastKnownGoodText() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().noImage());
        scm.host.lastKnownGood = true;
        assertThat(scm.boot().popups())
                .containsExactly("Service Control Manager: Windows NT could not be started as configured."
                        + "  A previous working configuration was used instead.");
    }

    @Test
    @DisplayName("E8: neither 7025 nor 7027 is logged, nor the box as event 26 while it is shown")
    void notLogged() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().noImage()).boot();
        assertThat(scm.popups()).hasSize(1);
        assertThat(scm.events()).containsExactly("7000|A|%%2");
        assertThat(scm.eventsOf("Application Popup")).isEmpty();
    }

    @Test
    @DisplayName("E9: ErrorMode 2 logs the message as event 26 instead of showing it")
    void errorMode() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto().noImage())
                .control("Control\\Windows", "ErrorMode", RegistryValue.dword(2))
                .boot();
        assertThat(scm.popups()).isEmpty();
        assertThat(scm.eventsOf("Application Popup")).containsExactly(26);
    }

    @Test
    @DisplayName("L4: the boot is accepted when auto-start is over and a user has logged on, whichever comes last")
    void acceptance() {
        ScmFixture first = ScmFixture.with(new Spec("A").auto()).open();
        first.manager().autoStart(() -> {});
        first.manager().userLoggedOn();
        assertThat(first.host.calls).isEmpty();
        first.run(10_000);
        assertThat(first.host.calls).containsExactly("accept");
        ScmFixture second = ScmFixture.with(new Spec("A").auto().noImage()).boot();
        assertThat(second.host.calls).isEmpty();
        second.manager().userLoggedOn();
        second.manager().userLoggedOn();
        assertThat(second.host.calls).containsExactly("accept");
    }

    @Test
    @DisplayName("L5: with ReportBootOK 0 only a program accepts the boot")
    void reportBootOk() {
        ScmFixture scm = ScmFixture.with()
                .software("Microsoft\\Windows NT\\CurrentVersion\\Winlogon", "ReportBootOK", RegistryValue.sz("0"))
                .boot();
        scm.manager().userLoggedOn();
        assertThat(scm.host.calls).isEmpty();
        scm.api().notifyBootConfigStatus(true);
        assertThat(scm.host.calls).containsExactly("accept");
    }

    @Test
    @DisplayName("L6: the boot verification program runs when auto-start is over, and may accept the boot")
    void verificationProgram() {
        List<String> ran = new java.util.ArrayList<>();
        ScmFixture scm = ScmFixture.with(new Spec("A").auto())
                .file("C:\\WINNT\\verify.exe", ImageFile.of("verify"))
                .program("verify", process -> ran.add(process.token().account()))
                .control(
                        "Control\\BootVerificationProgram",
                        "ImagePath",
                        RegistryValue.expandSz("%SystemRoot%\\verify.exe"))
                .boot()
                .run(10_000);
        assertThat(ran).containsExactly("NT AUTHORITY\\SYSTEM");
        assertThat(scm.events()).isEmpty();
    }

    @Test
    @DisplayName("L6: one that cannot be run is 7006")
    void verificationProgramMissing() {
        ScmFixture scm = ScmFixture.with()
                .control("Control\\BootVerificationProgram", "ImagePath", RegistryValue.sz("C:\\WINNT\\no.exe"))
                .boot();
        assertThat(scm.events()).containsExactly("7006|CreateProcess|C:\\WINNT\\no.exe|%%2");
    }

    @Test
    @DisplayName("L7, A11: NotifyBootConfigStatus: 5, 1074, 1076, and FALSE restarts into Last Known Good")
    void notifyBootConfigStatus() {
        ScmFixture scm = ScmFixture.with().boot();
        Token user = new Token(
                new Sid("S-1-5-21-1-2-3-1001"),
                "PC",
                "user",
                List.of(Sid.EVERYONE),
                java.util.Set.of(),
                java.util.Set.of());
        assertThat(ScmFixture.code(() -> scm.manager().as(user, "user").notifyBootConfigStatus(true)))
                .isEqualTo(5);
        scm.api().notifyBootConfigStatus(true);
        assertThat(ScmFixture.code(() -> scm.api().notifyBootConfigStatus(true)))
                .isEqualTo(1076);
        assertThat(ScmFixture.code(() -> scm.api().notifyBootConfigStatus(false)))
                .isEqualTo(1076);
        ScmFixture bad = ScmFixture.with().boot();
        bad.api().notifyBootConfigStatus(false);
        assertThat(bad.host.calls).containsExactly("revert ");
        ScmFixture lastKnownGood = ScmFixture.with();
        lastKnownGood.host.lastKnownGood = true;
        lastKnownGood.boot();
        assertThat(ScmFixture.code(() -> lastKnownGood.api().notifyBootConfigStatus(false)))
                .isEqualTo(1074);
    }
}
