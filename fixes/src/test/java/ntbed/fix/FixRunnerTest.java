package ntbed.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class FixRunnerTest {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Test";
    private static final NtPath SOURCE = NtPath.of("D:\\a.dll");
    private static final NtPath TARGET = NtPath.of("C:\\WINNT\\a.dll");
    private static final RegistryValue ONE = RegistryValue.dword(1);
    private static final RegistryValue TWO = RegistryValue.dword(2);

    private final FixRunner runner = new FixRunner(question -> true);
    private final FakeMachine machine = new FakeMachine().value(KEY, "A", ONE).file(SOURCE.toString());

    private Outcome perform(Step... steps) {
        return runner.perform(new Plan("Test", List.of(steps)), machine.surface);
    }

    private static String why(Outcome outcome) {
        return outcome.fold(applied -> "applied", notApplied -> "not applied", Outcome.Stopped::why);
    }

    @Test
    void doesEveryKindOfStepInOrder() {
        Outcome outcome = perform(
                new Step.AskPerson("May the machine restart?"),
                new Step.CopyFile(SOURCE, TARGET),
                new Step.DeleteFile(SOURCE, Optional.of(TARGET)),
                new Step.SetValue(KEY, "B", Optional.empty(), TWO),
                new Step.DeleteValue(KEY, "A", ONE),
                new Step.RunProgram("setup.exe /q", List.of(), false, Optional.empty()),
                new Step.Restart());

        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        assertThat(machine.state()).containsOnlyKeys(TARGET.folded(), NtPath.fold(KEY + "\\B"));
        InOrder order = inOrder(machine.surface, machine.files);
        order.verify(machine.files).copy(SOURCE, TARGET, true);
        order.verify(machine.files).delete(SOURCE);
        order.verify(machine.surface).createProcess("setup.exe /q");
        order.verify(machine.surface).exitWindows(true);
    }

    @Test
    void nothingIsCalledAfterAFailure() {
        NtPath nowhere = NtPath.of("D:\\nowhere");
        Step failing = new Step.CopyFile(nowhere, TARGET);

        Outcome outcome = perform(
                new Step.SetValue(KEY, "A", Optional.of(ONE), TWO),
                failing,
                new Step.RunProgram("setup.exe", List.of(), false, Optional.empty()),
                new Step.Restart());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Stopped.class, stopped -> {
            assertThat(stopped.done()).isEqualTo(1);
            assertThat(stopped.step()).isEqualTo(failing);
            assertThat(stopped.why()).isEqualTo("ERROR_FILE_NOT_FOUND (2): D:\\nowhere");
            assertThat(stopped.plan().undo(stopped.done()))
                    .containsExactly(new Undo.BySteps(List.of(new Step.SetValue(KEY, "A", Optional.of(TWO), ONE))));
        });
        verify(machine.surface, never()).createProcess(anyString());
        machine.verifyRestarts(0);
    }

    @Test
    void aNoStopsThePlan() {
        Plan plan = new Plan("Test", List.of(new Step.AskPerson("Is the disk saved?"), new Step.Restart()));
        Outcome outcome = new FixRunner(question -> false).perform(plan, machine.surface);

        assertThat(why(outcome)).isEqualTo("The answer was no.");
        verifyNoInteractions(machine.surface);
    }

    @Test
    void aPlanThatGrewOldDoesNoHarm() {
        assertThat(why(perform(new Step.SetValue(KEY, "A", Optional.of(TWO), RegistryValue.dword(3)))))
                .isEqualTo("Value A is REG_DWORD: 0x1 by now.");
        assertThat(why(perform(new Step.SetValue(KEY, "B", Optional.of(ONE), TWO))))
                .isEqualTo("Value B is not there by now.");
        assertThat(why(perform(new Step.DeleteValue(KEY, "A", TWO)))).isEqualTo("Value A is REG_DWORD: 0x1 by now.");
        assertThat(machine.state()).containsEntry(NtPath.fold(KEY + "\\A"), ONE);
    }

    @Test
    void whatIsAlreadyDoneIsLeftAlone() {
        machine.refuseWriting(Win32Error.ERROR_ACCESS_DENIED);

        assertThat(why(perform(new Step.SetValue(KEY, "A", Optional.of(TWO), ONE))))
                .isEqualTo("applied");
        assertThat(why(perform(new Step.DeleteValue(KEY, "B", TWO)))).isEqualTo("applied");
    }

    @Test
    void aRestartThatIsRefusedIsReported() {
        machine.refuseRestart(Win32Error.ERROR_PRIVILEGE_NOT_HELD);

        assertThat(why(perform(new Step.Restart()))).isEqualTo("ERROR_PRIVILEGE_NOT_HELD (1314)");
    }

    @Test
    void aKeyIsNeverMadeByTheWay() {
        assertThat(why(perform(new Step.SetValue(KEY + "\\Sub", "A", Optional.empty(), ONE))))
                .contains("ERROR_FILE_NOT_FOUND (2)");
    }

    @Test
    void aFixThatCannotTellIsNotPlanned() {
        Fix fix = mock(Fix.class);
        Diagnosis cannotTell = new Diagnosis.CannotTell(List.of("The log is gone."));
        when(fix.diagnose(machine.surface)).thenReturn(cannotTell);

        assertThat(runner.apply(fix, machine.surface)).isEqualTo(new Outcome.NotApplied(cannotTell));
        assertThat(runner.verify(fix, machine.surface)).isFalse();
        verify(fix, never()).plan(machine.surface);
    }

    @Test
    void aBugOfOursIsNotSwallowed() {
        when(machine.surface.createProcess("x")).thenThrow(new IllegalStateException("bug"));

        assertThatThrownBy(() -> perform(new Step.RunProgram("x", List.of(), false, Optional.empty())))
                .hasMessage("bug");
    }
}
