package ntbed.boot;

/** What the boot asks of the machine around it. */
public interface BootHost {
    /** The boot came to an end of this kind; once more if a system that had started stops with a blue screen. */
    void ended(BootOutcome outcome);

    /** The machine restarts now: what is on disk stays, everything else is gone. */
    void restart(BootChoices next, String why);

    /** The machine is down: hives are flushed, nothing runs. */
    void poweredDown();
}
