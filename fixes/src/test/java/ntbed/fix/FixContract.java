package ntbed.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import ntbed.filesystem.NtPath;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.Test;

/** What every fix must hold; a fix's test extends it and says what a sick and a healthy machine look like. */
public abstract class FixContract {
    private final FixRunner runner = new FixRunner(question -> true);

    /** The fix. */
    protected abstract Fix fix();

    /** A machine with the fault, new at each call. */
    protected abstract FakeMachine sick();

    /** A machine without it, new at each call. */
    protected abstract FakeMachine healthy();

    @Test
    void saysWhatItIs() {
        assertThat(fix().id()).isEqualTo(fix().getClass().getSimpleName());
        assertThat(fix().title()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
        assertThat(fix().articles()).isNotEmpty().allMatch(article -> article.matches("Q\\d{5,6}"));
        assertThat(fix().limits()).isNotEmpty().allMatch(limit -> limit.endsWith(".") && !limit.contains("\n"));
    }

    @Test
    void isFoundByItsId() {
        assertThat(Fixes.byId(fix().id()))
                .hasValueSatisfying(found -> assertThat(found).hasSameClassAs(fix()));
    }

    @Test
    void lookingChangesNothing() {
        for (FakeMachine machine : List.of(sick(), healthy())) {
            SortedMap<String, Object> before = machine.state();

            fix().diagnose(machine.surface);

            assertThat(machine.state()).isEqualTo(before);
            machine.verifyRestarts(0);
        }
    }

    @Test
    void planningChangesNothing() {
        FakeMachine machine = sick();
        SortedMap<String, Object> before = machine.state();

        assertThat(fix().plan(machine.surface).fix()).isEqualTo(fix().id());

        assertThat(machine.state()).isEqualTo(before);
        machine.verifyRestarts(0);
    }

    @Test
    void findsTheFaultWithEvidenceAndNoneWhereThereIsNone() {
        assertThat(fix().diagnose(sick().surface)).isInstanceOf(Diagnosis.Applies.class);
        assertThat(fix().diagnose(healthy().surface)).isInstanceOf(Diagnosis.DoesNotApply.class);
        assertThat(runner.verify(fix(), sick().surface)).isFalse();
        assertThat(runner.verify(fix(), healthy().surface)).isTrue();
    }

    @Test
    void aHealthyMachineIsLeftAlone() {
        FakeMachine machine = healthy();
        SortedMap<String, Object> before = machine.state();

        assertThat(runner.apply(fix(), machine.surface)).isInstanceOf(Outcome.NotApplied.class);

        assertThat(machine.state()).isEqualTo(before);
        machine.verifyRestarts(0);
    }

    @Test
    void curesAndTwiceIsTheSameAsOnce() {
        FakeMachine machine = sick();

        assertThat(runner.apply(fix(), machine.surface)).isInstanceOf(Outcome.Applied.class);
        assertThat(runner.verify(fix(), machine.surface)).isTrue();

        SortedMap<String, Object> once = machine.state();
        assertThat(runner.apply(fix(), machine.surface)).isInstanceOf(Outcome.NotApplied.class);
        assertThat(machine.state()).isEqualTo(once);
    }

    @Test
    void changesWhatThePlanNamesAndNothingElse() {
        FakeMachine machine = sick();
        SortedMap<String, Object> before = machine.state();
        Plan plan = fix().plan(machine.surface);

        runner.perform(plan, machine.surface);

        SortedSet<String> planned = new TreeSet<>();
        plan.touches().forEach(name -> planned.add(NtPath.fold(name)));
        assertThat(planned).containsAll(differences(before, machine.state()));
    }

    private static SortedSet<String> differences(SortedMap<String, Object> before, SortedMap<String, Object> after) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> before.containsKey(name)
                && after.containsKey(name)
                && before.get(name).equals(after.get(name)));
        return names;
    }

    @Test
    void whatLosesNoDataCanBeTakenBack() {
        FakeMachine machine = sick();
        SortedMap<String, Object> before = machine.state();
        Plan plan = fix().plan(machine.surface);
        runner.perform(plan, machine.surface);
        if (plan.losesData()) {
            return;
        }
        List<Step> back = new ArrayList<>();
        plan.undo(plan.steps().size())
                .forEach(undo -> back.addAll(undo.fold(Undo.BySteps::steps, none -> List.of(), never -> List.of())));

        assertThat(runner.perform(new Plan("undo", back), machine.surface)).isInstanceOf(Outcome.Applied.class);
        assertThat(machine.state()).isEqualTo(before);
    }

    @Test
    void whoMayNotWriteChangesNothing() {
        FakeMachine machine = sick().refuseWriting(Win32Error.ERROR_ACCESS_DENIED);
        SortedMap<String, Object> before = machine.state();

        assertThat(runner.apply(fix(), machine.surface)).isInstanceOf(Outcome.Stopped.class);

        assertThat(machine.state()).isEqualTo(before);
        machine.verifyRestarts(0);
    }

    @Test
    void everyStepSpeaksInSentences() {
        for (Step step : fix().plan(sick().surface).steps()) {
            assertThat(step.words()).matches(".*[.?]").doesNotContain("\n");
        }
    }
}
