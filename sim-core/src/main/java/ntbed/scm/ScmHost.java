package ntbed.scm;

import ntbed.process.ServiceStatus;

/** What the service control manager needs of the boot it runs in; the boot implements it. */
public interface ScmHost {
    /** Whether this boot uses the Last Known Good control set (E3, L7). */
    boolean lastKnownGoodRunning();

    /** Whether there is a Last Known Good control set that this boot does not use (E3, E4). */
    default boolean canRevert() {
        return !lastKnownGoodRunning();
    }

    /**
     * Restarts at once into Last Known Good (E3, L7); the manager does nothing after it.
     *
     * @param service key name of the service or driver that failed; empty if a program asked for it
     */
    void revertToLastKnownGood(String service);

    /** The boot is good: the Clone becomes Last Known Good (L3, L4). Called at most once. */
    void acceptBoot();

    /**
     * services.exe dies (K9, D15), or the boot fails for good (E4); the manager does nothing after it.
     *
     * @param key full path of the key that caused it
     * @param why one line for the trace
     */
    void fault(String key, String why);

    /** A service changed its state; a part of the machine that is no program may live and die with its service. */
    default void serviceChanged(String service, ServiceStatus status) {}

    /** Whether this boot completes Sysprep's mini-wizard, which changes the start-up message (D3). */
    boolean completesMiniSetup();
}
