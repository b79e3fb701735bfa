package ntbed.fix.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.List;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.filesystem.NtPath;
import ntbed.fix.Diagnosis;
import ntbed.fix.FakeMachine;
import ntbed.fix.Fix;
import ntbed.fix.FixContract;
import ntbed.fix.FixRunner;
import ntbed.fix.Outcome;
import ntbed.fix.Plan;
import ntbed.fix.Step;
import ntbed.fix.Undo;
import ntbed.registry.RegistryValue;
import ntbed.security.Privilege;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

class DisablePsysdup2Test extends FixContract {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Psysdup2";
    private static final String SETUP = "HKEY_LOCAL_MACHINE\\SYSTEM\\Setup";
    private static final String OFFICE = "C:\\Program Files\\Microsoft Office\\Office\\Setup\\off97pro.stf";
    private static final String IMAGE = "C:\\WINNT\\System32\\Psysdup2.exe";
    private static final RegistryValue AUTOMATIC = RegistryValue.dword(2);
    private static final RegistryValue DISABLED = RegistryValue.dword(4);

    private final FixRunner runner = new FixRunner(question -> true);

    @Override
    protected Fix fix() {
        return new DisablePsysdup2();
    }

    @Override
    protected FakeMachine sick() {
        return withoutCloneTag().value(SETUP, "CloneTag", RegistryValue.sz("36DA4A80"));
    }

    private static FakeMachine withoutCloneTag() {
        return new FakeMachine()
                .value(KEY, "Type", RegistryValue.dword(0x10))
                .value(KEY, "Start", AUTOMATIC)
                .value(KEY, "ImagePath", RegistryValue.expandSz("%SystemRoot%\\System32\\Psysdup2.exe"))
                .value(SETUP, "SystemSetupInProgress", RegistryValue.dword(0))
                .event("Service Control Manager", 7000, "Spooler", "Access is denied.")
                .event("Service Control Manager", 7000, "psysdup2", "The system cannot find the file specified.")
                .event("EventLog", 6005);
    }

    @Override
    protected FakeMachine healthy() {
        return sick().file(IMAGE);
    }

    private String why(FakeMachine machine) {
        return fix().diagnose(machine.surface)
                .fold(applies -> "applies", Diagnosis.DoesNotApply::why, cannotTell -> "cannot tell");
    }

    private String missing(FakeMachine machine) {
        return fix().diagnose(machine.surface)
                .fold(
                        applies -> "applies",
                        doesNotApply -> "does not apply",
                        cannotTell -> String.join(" ", cannotTell.missing()));
    }

    private List<String> evidence(FakeMachine machine) {
        return fix().diagnose(machine.surface)
                .fold(
                        applies -> applies.evidence().stream()
                                .map(Object::toString)
                                .toList(),
                        doesNotApply -> List.of(),
                        cannotTell -> List.of());
    }

    @Test
    void theEvidenceIsKeyMissingFileAndEvent() {
        assertThat(evidence(sick()))
                .containsExactly(
                        KEY + ": Start is REG_DWORD: 0x2",
                        IMAGE + ": there is no such file",
                        "System log, record 2: event 7000: The text of the event. Its second line.");
    }

    @Test
    void aLogThatWasEmptiedOrCannotBeReadIsNoObstacle() {
        FakeMachine machine = sick();
        doThrow(Win32Error.ERROR_ACCESS_DENIED.raise("System"))
                .when(machine.eventLog)
                .readEventLog(Log.SYSTEM);

        assertThat(evidence(machine)).hasSize(2);
    }

    @Test
    void aMachineThatWasNeverPreparedHasNoSuchService() {
        FakeMachine machine = new FakeMachine();

        assertThat(why(machine)).isEqualTo("There is no service Psysdup2.");
        verifyNoInteractions(machine.files, machine.eventLog);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aServiceThatIsNotStartedAtBootIsLeftAlone(int start) {
        FakeMachine machine = sick().value(KEY, "Start", RegistryValue.dword(start));

        assertThat(why(machine)).contains("not started at boot").contains("0x" + start);
    }

    @Test
    void whereOffice97IsUsedItWarnsAndDoesNothing() {
        FakeMachine machine = sick().file(OFFICE);

        assertThat(why(machine)).contains("Office 97 is used").contains("Product ID stays that of the master");
        assertThat(runner.apply(fix(), machine.surface)).isInstanceOf(Outcome.NotApplied.class);
        verify(machine.registry, never()).openKey(anyString(), eq(AccessMask.KEY_SET_VALUE));
    }

    @Test
    void onAMasterThatIsNotDuplicatedYetItDoesNothing() {
        assertThat(why(sick().value(SETUP, "SystemSetupInProgress", RegistryValue.dword(1))))
                .contains("before it is duplicated");
    }

    @Test
    void withoutCloneTagItCannotTellWhetherTheDiskWasDuplicated() {
        assertThat(missing(withoutCloneTag())).contains("CloneTag");
    }

    @Test
    void valuesOfTheWrongTypeAreNotGuessedAt() {
        assertThat(missing(sick().value(KEY, "Start", RegistryValue.sz("2")))).contains("Start");
        assertThat(missing(sick().value(KEY, "ImagePath", RegistryValue.dword(1))))
                .contains("ImagePath");
        assertThat(missing(sick().value(KEY, "ImagePath", RegistryValue.sz("no path"))))
                .contains("(123)");
    }

    @Test
    void whoMayNotReadTheKeyCannotTell() {
        FakeMachine machine = sick();
        doThrow(Win32Error.ERROR_ACCESS_DENIED.raise(KEY))
                .when(machine.registry)
                .openKey(eq(KEY), anyInt());

        assertThat(missing(machine)).contains("ERROR_ACCESS_DENIED (5)");
    }

    @Test
    void thePlanIsAQuestionOneValueAndARestart() {
        Plan plan = fix().plan(sick().surface);

        assertThat(plan.steps())
                .containsExactly(
                        Step.AskPerson.beforeTheRegistryIsChanged(),
                        new Step.SetValue(KEY, "Start", Optional.of(AUTOMATIC), DISABLED),
                        new Step.Restart());
        assertThat(plan.touches()).containsExactly(KEY + "\\Start");
        assertThat(plan.losesData()).isFalse();
        assertThat(plan.restarts()).isTrue();
        assertThat(plan.steps().get(1).undo())
                .isEqualTo(
                        new Undo.BySteps(List.of(new Step.SetValue(KEY, "Start", Optional.of(DISABLED), AUTOMATIC))));
    }

    @Test
    void writesFirstAndRestartsThen() {
        FakeMachine machine = sick();

        runner.apply(fix(), machine.surface);

        InOrder order = inOrder(machine.registry, machine.surface);
        order.verify(machine.registry).openKey(KEY, AccessMask.KEY_SET_VALUE);
        order.verify(machine.surface).withPrivilege(Privilege.SE_SHUTDOWN);
        order.verify(machine.surface).exitWindows(true);
        order.verifyNoMoreInteractions();
        assertThat(machine.state()).containsEntry(NtPath.fold(KEY + "\\Start"), DISABLED);
    }

    @Test
    void nothingIsTouchedIfThePersonDoesNotWantTheRegistryChanged() {
        FakeMachine machine = sick();

        Outcome outcome = new FixRunner(question -> false).apply(fix(), machine.surface);

        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
        verify(machine.registry, never()).openKey(KEY, AccessMask.KEY_SET_VALUE);
        verify(machine.surface, never()).exitWindows(true);
        assertThat(machine.state()).containsEntry(NtPath.fold(KEY + "\\Start"), AUTOMATIC);
    }
}
