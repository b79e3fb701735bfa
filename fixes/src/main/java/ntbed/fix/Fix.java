package ntbed.fix;

import java.util.List;
import ntbed.machine.Win32;

/**
 * A remedy: data that says what it is, and two functions that only read.
 *
 * <p>Whatever a fix changes stands in its {@link Plan}; nothing else may change. A fix is asked again after it was
 * applied: then it must answer {@link Diagnosis.DoesNotApply}.
 */
public interface Fix {
    /** Its name, unique among all fixes: the class's simple name. */
    String id();

    /** One line that says what it does, without a full stop. */
    String title();

    /** Numbers of the articles it comes from, for example {@code Q198417}. */
    List<String> articles();

    /** When it must not be used, and what it does not repair: one sentence each. */
    List<String> limits();

    /** Looks whether this is the case it is for. Changes nothing; refused reads become {@link Diagnosis.CannotTell}. */
    Diagnosis diagnose(Win32 machine);

    /**
     * Says what is to be done on this machine, with the old values as they are now. Changes nothing.
     *
     * @param machine one that {@link #diagnose} answered {@link Diagnosis.Applies} for
     * @throws ntbed.win32.Win32Exception what reading met
     */
    Plan plan(Win32 machine);
}
