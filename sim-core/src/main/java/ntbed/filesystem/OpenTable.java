package ntbed.filesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/** Who has which file of a drive open, and how they share it: NT's IoCheckShareAccess and image sections. */
final class OpenTable {
    private static final int READS = AccessMask.FILE_READ_DATA | AccessMask.FILE_EXECUTE;
    private static final int WRITES = AccessMask.FILE_WRITE_DATA | AccessMask.FILE_APPEND_DATA;

    private final TreeMap<NtPath, State> open = new TreeMap<>();

    /** One opener of one file. */
    final class Opener implements Hold {
        private final State state;
        private final int access;
        private final ShareMode share;
        private final boolean image;
        private final String holder;
        private boolean closed;

        private Opener(State state, int access, ShareMode share, boolean image, String holder) {
            this.state = state;
            this.access = access;
            this.share = share;
            this.image = image;
            this.holder = holder;
        }

        /** Where the file is now: it may have been renamed since. */
        NtPath path() {
            return state.path;
        }

        /** 6 after it was closed. */
        void requireOpen() {
            if (closed) {
                throw Win32Error.ERROR_INVALID_HANDLE.raise(state.path.toString());
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                state.openers.remove(this);
                if (state.openers.isEmpty()) {
                    open.remove(state.path);
                    state.lastClosed();
                }
            }
        }
    }

    /** All openers of one file. */
    private static final class State {
        private NtPath path;
        private final List<Opener> openers = new ArrayList<>(1);
        private @Nullable Consumer<NtPath> deletePending;

        State(NtPath path) {
            this.path = path;
        }

        void lastClosed() {
            if (deletePending != null) {
                deletePending.accept(path);
            }
        }
    }

    /** Opens for data access: 5 being deleted, 32 somebody does not share it that way or is not shared with. */
    Opener open(NtPath path, int access, ShareMode share, String holder) {
        requireShared(path, access, share);
        return add(path, access, share, false, holder);
    }

    /** Marks a file as a running image. */
    Opener image(NtPath path, String holder) {
        requireShared(path, AccessMask.FILE_EXECUTE, ShareMode.READ);
        return add(path, 0, ShareMode.ALL, true, holder);
    }

    private Opener add(NtPath path, int access, ShareMode share, boolean image, String holder) {
        State state = open.computeIfAbsent(path, State::new);
        Opener opener = new Opener(state, access, share, image, holder);
        state.openers.add(opener);
        return opener;
    }

    /** The check of {@link #open} alone: for operations that open and close at once. */
    void requireShared(NtPath path, int access, ShareMode share) {
        State state = open.isEmpty() ? null : open.get(path);
        if (state == null) {
            return;
        }
        if (state.deletePending != null) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise(path.toString());
        }
        for (Opener other : state.openers) {
            if (conflict(access, other.share) || conflict(other.access, share) || writesImage(access, other)) {
                throw Win32Error.ERROR_SHARING_VIOLATION.raise(path.toString());
            }
        }
    }

    private static boolean writesImage(int access, Opener other) {
        return other.image && (access & WRITES) != 0;
    }

    private static boolean conflict(int access, ShareMode share) {
        return ((access & READS) != 0 && !share.read())
                || ((access & WRITES) != 0 && !share.write())
                || ((access & AccessMask.DELETE) != 0 && !share.delete());
    }

    /** Whether the file runs as an image. */
    boolean isImage(NtPath path) {
        State state = open.isEmpty() ? null : open.get(path);
        return state != null && state.openers.stream().anyMatch(opener -> opener.image);
    }

    /** Whether anybody has the file itself open. */
    boolean isOpen(NtPath path) {
        return !open.isEmpty() && open.containsKey(path);
    }

    /** Whether anybody has anything open at or below the path. */
    boolean isOpenAtOrBelow(NtPath path) {
        NtPath next = open.isEmpty() ? null : open.ceilingKey(path);
        while (next != null && next.folded().startsWith(path.folded())) {
            if (next.isAtOrBelow(path)) {
                return true;
            }
            next = open.higherKey(next);
        }
        return false;
    }

    /** Remembers that the file goes when its last opener does. */
    void deleteWhenClosed(NtPath path, Consumer<NtPath> delete) {
        State state = open.get(path);
        if (state == null) {
            throw new AssertionError("not open: " + path);
        }
        state.deletePending = delete;
    }

    /** Who has the file open, in the order of opening. */
    List<String> holders(NtPath path) {
        List<String> names = new ArrayList<>();
        State state = open.get(path);
        if (state != null) {
            state.openers.forEach(opener -> names.add(opener.holder));
        }
        return names;
    }

    /** Follows a rename. */
    void renamed(NtPath from, NtPath to) {
        State state = open.remove(from);
        if (state != null) {
            state.path = to;
            open.put(to, state);
        }
    }
}
