package ntbed.scm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import ntbed.scm.ServiceControlApi.LockStatus;
import ntbed.time.EventQueue;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * One start at a time (T3), and the lock that a program may take (A9).
 *
 * <p>A start waits for the manager's own start that is under way, at most {@link #WAIT_MILLIS}; it is refused at once
 * with 1055 while a program holds the lock.
 */
final class StartLock {
    /** How long a start waits for another one: the connect time-out (T1, T3). */
    static final long WAIT_MILLIS = Timeouts.CONNECT_MILLIS;

    private final EventQueue queue;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private boolean starting;
    private @Nullable String owner;
    private long takenAtMillis;

    StartLock(EventQueue queue) {
        this.queue = queue;
    }

    private static final class Waiter {
        private final Runnable go;
        private boolean gone;

        Waiter(Runnable go) {
            this.go = go;
        }
    }

    /** Whether a program holds it. */
    boolean isHeldByProgram() {
        return owner != null;
    }

    /** Runs {@code go} as soon as no other start is under way: auto-start does not give up. */
    void acquire(Runnable go) {
        if (starting) {
            waiters.add(new Waiter(go));
        } else {
            starting = true;
            go.run();
        }
    }

    /** Runs {@code go} as soon as no other start is under way; {@code refused} after too long a wait. */
    void acquireInTime(Runnable go, Runnable refused) {
        if (!starting) {
            acquire(go);
            return;
        }
        Waiter waiter = new Waiter(go);
        waiters.add(waiter);
        queue.schedule(WAIT_MILLIS, () -> {
            if (!waiter.gone) {
                waiter.gone = true;
                waiters.remove(waiter);
                refused.run();
            }
        });
    }

    /** The start is over; the next one that waits goes. */
    void release() {
        starting = false;
        Waiter next = waiters.poll();
        if (next != null) {
            next.gone = true;
            starting = true;
            queue.schedule(0, next.go);
        }
    }

    /** A program takes it: 1055 if it is taken or the manager is starting a service. */
    Held take(String account) {
        if (owner != null || starting) {
            throw Win32Error.ERROR_SERVICE_DATABASE_LOCKED.raise("ServicesActive");
        }
        owner = account;
        takenAtMillis = queue.uptimeMillis();
        return new Held();
    }

    /** Who holds it. */
    Optional<LockStatus> status() {
        return owner == null
                ? Optional.empty()
                : Optional.of(new LockStatus(owner, (int) ((queue.uptimeMillis() - takenAtMillis) / 1000)));
    }

    /** A program's lock; the program's end gives it back. */
    final class Held implements ServiceControlApi.DatabaseLock {
        private boolean given;

        @Override
        public void unlock() {
            if (given) {
                throw Win32Error.ERROR_INVALID_SERVICE_LOCK.raise("ServicesActive");
            }
            giveBack();
        }

        void giveBack() {
            if (!given) {
                given = true;
                owner = null;
            }
        }
    }
}
