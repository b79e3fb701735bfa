package ntbed.component.iis;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.FileVersion;
import ntbed.filesystem.NtPath;
import ntbed.process.NtProcess;
import ntbed.process.ServiceDispatcher.ControlReply;
import ntbed.process.ServiceDispatcher.ServiceContext;
import ntbed.process.ServiceStatus;
import ntbed.scm.ServiceConfig;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** IISADMIN, the IIS Admin Service: loads the metabase, keeps it, serves it, saves it. */
final class AdminService {
    /** The hint that the service gives; from a later iisadmin.dll on the registry may say another (Q252174). */
    private static final int WAIT_HINT_MILLIS = 10_000;

    private static final FileVersion READS_WAIT_HINTS = new FileVersion(4, 2, 741, 1);

    /** Loading takes that long and a millisecond more for each key: it grows with the metabase (Q252174) [I]. */
    private static final int LOADING_MILLIS = 300;

    private static final int SAVING_MILLIS = 50;

    /** So long after a change the file is written, all changes at once [M]. */
    private static final int SAVE_DELAY_MILLIS = 5_000;

    private static final int STOP = 1;
    private static final int SHUTDOWN = 5;

    private final NtProcess process;
    private final Backups backups;
    private final SortedMap<String, PublishingService> publishing = new TreeMap<>();
    private @Nullable Metabase metabase;
    private @Nullable ServiceContext service;
    private int state = ServiceStatus.STOPPED;
    private int hint = WAIT_HINT_MILLIS;
    private boolean serves;
    private boolean savesLater;

    AdminService(NtProcess process) {
        this.process = process;
        this.backups = new Backups(process);
    }

    /** The metabase; empty before the service has loaded it and after it has stopped. */
    Optional<Metabase> metabase() {
        return Optional.ofNullable(metabase);
    }

    Backups backups() {
        return backups;
    }

    void serviceMain(ServiceContext context) {
        service = context;
        context.registerServiceCtrlHandler(this::control);
        hint = hint("WaitHintStart");
        pending(ServiceStatus.START_PENDING);
        process.after(LOADING_MILLIS, () -> {
            try {
                Metabase loaded = Installation.isAsked(context)
                        ? new Installation(process, context).run()
                        : Metabase.load(process);
                process.after(loaded.tree().root().count(), () -> started(loaded));
            } catch (Win32Exception failed) {
                stopped(failed.error());
            }
        });
    }

    private void started(Metabase loaded) {
        metabase = loaded;
        if (!serves) {
            process.serve(Layout.CLSID, new MetabaseServer(this));
            serves = true;
        }
        hint = hint("WaitHintStop");
        settle(ServiceStatus.RUNNING);
        if (loaded.isChanged()) {
            loaded.save();
        }
    }

    /** {@code Services\IISADMIN\Parameters}, milliseconds, where the library is new enough to look there. */
    private int hint(String name) {
        NtPath library = Layout.inetsrv(process.environment()).resolve("iisadmin.dll");
        boolean reads = process.files()
                .find(library)
                .flatMap(FileEntry::version)
                .filter(version -> version.compareTo(READS_WAIT_HINTS) >= 0)
                .isPresent();
        return !reads
                ? WAIT_HINT_MILLIS
                : process.registry()
                        .value(Layout.SERVICES + Layout.IISADMIN + "\\Parameters", name)
                        .map(value -> value.dword().orElse(WAIT_HINT_MILLIS))
                        .orElse(WAIT_HINT_MILLIS);
    }

    /** A service that runs in this process has its sites here; it takes commands for them. */
    void runs(String name, PublishingService running) {
        publishing.put(NtPath.fold(name), running);
    }

    void runsNoMore(String name) {
        PublishingService unused = publishing.remove(NtPath.fold(name));
    }

    /** MD_SERVER_COMMAND for a site: 3 no such site, 87 no such command, 1062 its service does not run. */
    void command(String path, int command) {
        var parts = MetabasePath.parts(path);
        if (parts.size() != 3
                || metabase().flatMap(open -> open.tree().find(path)).isEmpty()) {
            throw Win32Error.ERROR_PATH_NOT_FOUND.raise(path);
        }
        PublishingService running = publishing.get(NtPath.fold(parts.get(1)));
        if (running == null) {
            throw Win32Error.ERROR_SERVICE_NOT_ACTIVE.raise(parts.get(1));
        }
        running.command(parts.get(2), command);
    }

    /**
     * Puts a backup in the place of the metabase.
     *
     * @throws Win32Exception 1326 only a portion could be restored; what {@link Backups#restored} throws
     */
    void restore(String name, Optional<Integer> version) {
        Metabase open = metabase().orElseThrow(() -> Win32Error.MD_ERROR_NOT_INITIALIZED.raise("metabase"));
        Metabase.Content content = backups.restored(name, version);
        if (backups.accountFits(content)) {
            open.replace(content);
            saveLater();
            return;
        }
        MetabaseTree portion = Restoring.withoutApplications(content.tree(), open.tree());
        open.replace(new Metabase.Content(portion, content.sealer(), content.origin()));
        saveLater();
        throw Win32Error.ERROR_LOGON_FAILURE.raise("backup " + name);
    }

    /** Saves some time after a change, once for all changes until then. */
    void saveLater() {
        if (!savesLater) {
            savesLater = true;
            process.after(SAVE_DELAY_MILLIS, () -> {
                savesLater = false;
                save(() -> {});
            });
        }
    }

    private ControlReply control(int control) {
        if (control == STOP || control == SHUTDOWN) {
            pending(ServiceStatus.STOP_PENDING);
            save(() -> stopped(Win32Error.ERROR_SUCCESS));
        } else {
            report();
        }
        return ControlReply.RETURNED;
    }

    private void save(Runnable whenDone) {
        Metabase open = metabase;
        boolean writes = open != null && open.isChanged() && beginsSaving(open);
        process.after(SAVING_MILLIS, () -> {
            if (writes && open != null) {
                open.finishSaving();
            }
            whenDone.run();
        });
    }

    /** A disk that takes nothing keeps the old file; the service ends all the same. */
    private static boolean beginsSaving(Metabase open) {
        try {
            open.beginSaving();
            return true;
        } catch (Win32Exception refused) {
            return false;
        }
    }

    /** Codes of the upper half are the service's own (7024); 2140 is an error of NT's (7023). */
    private void stopped(Win32Error error) {
        metabase = null;
        state = ServiceStatus.STOPPED;
        boolean own = error.code() < 0;
        tell(ServiceStatus.stopped(
                ServiceConfig.WIN32_SHARE_PROCESS,
                own ? Win32Error.ERROR_SERVICE_SPECIFIC_ERROR.code() : error.code(),
                own ? error.code() : 0));
    }

    private void pending(int pendingState) {
        state = pendingState;
        tell(ServiceStatus.pending(ServiceConfig.WIN32_SHARE_PROCESS, pendingState, 1, hint));
    }

    private void settle(int newState) {
        state = newState;
        report();
    }

    private void report() {
        int accepted = state == ServiceStatus.RUNNING ? ServiceStatus.ACCEPT_STOP | ServiceStatus.ACCEPT_SHUTDOWN : 0;
        tell(ServiceStatus.of(ServiceConfig.WIN32_SHARE_PROCESS, state, accepted));
    }

    private void tell(ServiceStatus status) {
        if (service != null) {
            service.setServiceStatus(status);
        }
    }
}
