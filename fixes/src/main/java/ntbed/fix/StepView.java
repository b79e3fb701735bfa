package ntbed.fix;

/**
 * A way to look at steps: one method for each kind. The runner does them; journal, export and runbook will be others.
 *
 * @param <R> what the view makes of a step
 */
public interface StepView<R> {
    /** See {@link Step.SetValue}. */
    R setValue(Step.SetValue step);

    /** See {@link Step.DeleteValue}. */
    R deleteValue(Step.DeleteValue step);

    /** See {@link Step.CopyFile}. */
    R copyFile(Step.CopyFile step);

    /** See {@link Step.DeleteFile}. */
    R deleteFile(Step.DeleteFile step);

    /** See {@link Step.RunProgram}. */
    R runProgram(Step.RunProgram step);

    /** See {@link Step.AskPerson}. */
    R askPerson(Step.AskPerson step);

    /** See {@link Step.Restart}. */
    R restart(Step.Restart step);
}
