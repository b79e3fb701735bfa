package ntbed.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Test";
    private static final NtPath PATH = NtPath.of("C:\\a");
    private static final NtPath COPY = NtPath.of("D:\\a");
    private static final RegistryValue ONE = RegistryValue.dword(1);

    @Test
    void aRestartStandsOnlyAtTheEnd() {
        Step ask = new Step.AskPerson("Go on?");

        assertThat(new Plan("X", List.of(ask, new Step.Restart())).restarts()).isTrue();
        assertThat(new Plan("X", List.of(ask)).restarts()).isFalse();
        assertThatThrownBy(() -> new Plan("X", List.of(new Step.Restart(), ask)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("restart");
        assertThatThrownBy(() -> new Plan("X", List.of())).isInstanceOf(AssertionError.class);
    }

    @Test
    void stepsSayWhatTheyDo() {
        assertThat(new Step.SetValue(KEY, "A", Optional.empty(), ONE).words())
                .isEqualTo("Set value A of " + KEY + " to REG_DWORD: 0x1 (it is not there).");
        assertThat(new Step.DeleteValue(KEY, "A", ONE).words())
                .isEqualTo("Delete value A of " + KEY + " (it is REG_DWORD: 0x1).");
        assertThat(new Step.CopyFile(COPY, PATH).words()).isEqualTo("Copy D:\\a to C:\\a (there is no such file).");
        assertThat(new Step.DeleteFile(PATH, Optional.of(COPY)).words()).isEqualTo("Delete C:\\a (a copy is D:\\a).");
        assertThat(new Step.DeleteFile(PATH, Optional.empty()).words()).isEqualTo("Delete C:\\a (there is no copy).");
        assertThat(new Step.RunProgram("x", List.of("C:\\a"), false, Optional.empty()).words())
                .isEqualTo("Run x.");
        assertThat(new Step.Restart().words()).isEqualTo("Restart the machine.");
    }

    @Test
    void undoLeadsBack() {
        Step set = new Step.SetValue(KEY, "A", Optional.empty(), ONE);
        Step delete = new Step.DeleteValue(KEY, "A", ONE);
        Step copy = new Step.CopyFile(COPY, PATH);
        Step remove = new Step.DeleteFile(PATH, Optional.of(COPY));

        assertThat(set.undo()).isEqualTo(new Undo.BySteps(List.of(delete)));
        assertThat(delete.undo()).isEqualTo(new Undo.BySteps(List.of(set)));
        assertThat(copy.undo()).isEqualTo(new Undo.BySteps(List.of(remove)));
        assertThat(remove.undo()).isEqualTo(new Undo.BySteps(List.of(copy)));
        assertThat(new Plan("X", List.of(copy, set)).undo(2)).containsExactly(set.undo(), copy.undo());
        assertThat(new Plan("X", List.of(copy, set)).touches()).containsExactly("C:\\a", KEY + "\\A");
    }

    @Test
    void whatCannotBeTakenBackIsSaid() {
        Step lost = new Step.DeleteFile(PATH, Optional.empty());
        Step program = new Step.RunProgram("x", List.of("C:\\a"), true, Optional.empty());
        Step reversible = new Step.RunProgram("x", List.of("C:\\a"), false, Optional.of("x /u"));

        assertThat(lost.undo()).isInstanceOf(Undo.Impossible.class);
        assertThat(program.undo()).isInstanceOf(Undo.Impossible.class);
        assertThat(new Plan("X", List.of(lost)).losesData()).isTrue();
        assertThat(new Plan("X", List.of(program)).losesData()).isTrue();
        assertThat(new Plan("X", List.of(reversible)).losesData()).isFalse();
        assertThat(reversible.undo())
                .isEqualTo(new Undo.BySteps(
                        List.of(new Step.RunProgram("x /u", List.of("C:\\a"), false, Optional.of("x")))));
        assertThat(new Step.Restart().undo()).isInstanceOf(Undo.NotNeeded.class);
        assertThat(new Step.AskPerson("Go on?").undo()).isInstanceOf(Undo.NotNeeded.class);
    }

    @Test
    void fixesAreListedInOrderOfTheirIds() {
        assertThat(Fixes.all()).extracting(Fix::id).isSorted().contains("DisablePsysdup2");
        assertThat(Fixes.byId("disablepsysdup2")).isEmpty();
    }

    @Test
    void aDiagnosisNeedsEvidence() {
        assertThatThrownBy(() -> new Diagnosis.Applies(List.of())).isInstanceOf(AssertionError.class);
    }
}
