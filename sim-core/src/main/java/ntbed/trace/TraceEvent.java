package ntbed.trace;

import ntbed.win32.Win32Error;

/** One observable step of the machine. The set is closed: every view handles every kind. */
public sealed interface TraceEvent {
    /** Number, time, actor, cause. */
    Stamp stamp();

    /** Calls the method of the view that is for this kind, and gives its answer. */
    <R> R accept(TraceView<R> view);

    /** The power was switched: {@code on}, {@code off}, {@code restart}, {@code cut}. */
    record Power(Stamp stamp, String change) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.power(this);
        }
    }

    /** A stage of the boot or of the shutdown was reached. */
    record Stage(Stamp stamp, String stage, String detail) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.stage(this);
        }
    }

    /** A line of text on the screen before there are windows: loader, kernel, STOP. */
    record ScreenText(Stamp stamp, String line) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.screenText(this);
        }
    }

    /** A driver was initialised or failed; {@code error} is {@link Win32Error#ERROR_SUCCESS} for a good one. */
    record DriverInitialised(Stamp stamp, String driver, Win32Error error) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.driverInitialised(this);
        }
    }

    /**
     * A key or value changed.
     *
     * @param operation {@code create key}, {@code delete key}, {@code set value}, {@code delete value},
     *     {@code set security}
     * @param key full path, beginning with the root's long name
     * @param value name of the value, empty for a key's default value or where a key is meant
     * @param data the new data as {@code TYPE: text}, empty where there is none
     */
    record RegistryChanged(Stamp stamp, String operation, String key, String value, String data) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.registryChanged(this);
        }
    }

    /** A hive was written to disk. */
    record HiveFlushed(Stamp stamp, String hive) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.hiveFlushed(this);
        }
    }

    /**
     * A file or directory changed: {@code create}, {@code write}, {@code delete}, {@code rename}, {@code attributes}.
     */
    record FileChanged(Stamp stamp, String operation, String path, String detail) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.fileChanged(this);
        }
    }

    /** An operation on an object (key, file, service) was refused. */
    record Refused(Stamp stamp, String operation, String object, Win32Error error) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.refused(this);
        }
    }

    /** A process started. */
    record ProcessStarted(Stamp stamp, int processId, String image, String account) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.processStarted(this);
        }
    }

    /** A process ended. */
    record ProcessEnded(Stamp stamp, int processId, String image, int exitCode) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.processEnded(this);
        }
    }

    /** A service changed its state; {@code detail} may say why. */
    record ServiceChanged(Stamp stamp, String service, String from, String to, String detail) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.serviceChanged(this);
        }
    }

    /** A record went into an event log. */
    record EventLogged(Stamp stamp, String log, int recordNumber, String source, int eventId, String description)
            implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.eventLogged(this);
        }
    }

    /** A window that waits for an answer opened. */
    record DialogShown(Stamp stamp, String title, String text) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.dialogShown(this);
        }
    }

    /** It was answered with a button. */
    record DialogAnswered(Stamp stamp, String title, String button) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.dialogAnswered(this);
        }
    }

    /** A user logged on or off. */
    record SessionChanged(Stamp stamp, String user, String change) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.sessionChanged(this);
        }
    }

    /** A person did something with a tool: chose, typed, clicked, read. */
    record ToolUsed(Stamp stamp, String tool, String action) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.toolUsed(this);
        }
    }

    /** A command line was entered. */
    record CommandTyped(Stamp stamp, String commandLine) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.commandTyped(this);
        }
    }

    /** Something that only the world outside does: a disk was copied, a fault injected. */
    record Intervention(Stamp stamp, String what) implements TraceEvent {
        @Override
        public <R> R accept(TraceView<R> view) {
            return view.intervention(this);
        }
    }
}
