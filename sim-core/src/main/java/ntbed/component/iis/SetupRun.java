package ntbed.component.iis;

import java.util.ArrayList;
import java.util.List;
import ntbed.filesystem.FileApi;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** One run of {@code iissetup /install}: files, services, registry; then IISADMIN does what only SYSTEM can do. */
final class SetupRun {
    /** Copying takes that long [I]. */
    private static final int COPYING_MILLIS = 20_000;

    private static final int POLL_MILLIS = 500;

    private final NtProcess process;
    private final Win32 win32;
    private final List<String> arguments;
    private final SetupAnswers answers;
    private final NtPath inetsrv;

    SetupRun(NtProcess process, List<String> answersFile) {
        this.process = process;
        this.win32 = Win32.of(process);
        this.answers = answersFile.isEmpty()
                ? SetupAnswers.none()
                : SetupAnswers.read(process.files(), NtPath.of(answersFile.get(0)));
        this.arguments = new ArrayList<>(List.of(Installation.ARGUMENT));
        if (!answersFile.isEmpty()) {
            arguments.add(answersFile.get(0));
        }
        this.inetsrv = Layout.inetsrv(process.environment());
    }

    void begin() {
        if (!process.token().is(Sid.ADMINISTRATORS)) {
            throw Win32Error.ERROR_ACCESS_DENIED.raise("iissetup");
        }
        new RemovalRun(process)
                .stopServices(() -> process.after(
                        COPYING_MILLIS,
                        () -> IisSetup.step(process, () -> {
                            Plan plan = plan();
                            copyFiles(plan);
                            plan.services().forEach(this::register);
                            RegistryEntries.of(plan)
                                    .forEach(entry ->
                                            win32.registry().setValue(entry.key(), entry.name(), entry.value()));
                            start();
                        })));
    }

    private Plan plan() {
        boolean server = !text(Layout.PRODUCT_OPTIONS, "ProductType").equals("WinNT");
        return Plan.draw(
                win32.computerName(),
                answers.services(server),
                answers.webRoot(),
                answers.ftpRoot(),
                process.environment().expand("%SystemRoot%"),
                process.random());
    }

    private void copyFiles(Plan plan) {
        FileApi files = win32.files();
        NtPath source = process.image().parent().orElseThrow().resolve("inetsrv");
        directory(inetsrv.resolve("MetaBack"));
        for (FileEntry file : files.list(source)) {
            files.copy(file.path(), inetsrv.resolve(file.path().name()), false);
        }
        page(NtPath.of(plan.webRoot()));
        if (plan.has(IisService.FTP)) {
            directory(NtPath.of(plan.ftpRoot()));
            page(inetsrv.resolve("iisadmin"));
        }
    }

    private void page(NtPath folder) {
        directory(folder);
        if (!win32.files().exists(folder.resolve("default.htm"))) {
            win32.files().write(folder.resolve("default.htm"), IisFiles.page());
        }
    }

    private void directory(NtPath folder) {
        if (!win32.files().exists(folder)) {
            folder.parent().ifPresent(this::directory);
            win32.files().createDirectory(folder);
        }
    }

    private void register(IisService service) {
        int access = AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_CREATE_SERVICE;
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, access)) {
            manager.createService(service.name(), service.config(), AccessMask.SERVICE_ALL_ACCESS)
                    .close();
        } catch (Win32Exception taken) {
            if (taken.error() != Win32Error.ERROR_SERVICE_EXISTS) {
                throw taken;
            }
        }
    }

    /** A refused start is not yet the end: asking for the metabase object tells what a person is shown. */
    private void start() {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(Layout.IISADMIN, AccessMask.SERVICE_START)) {
            service.startService(arguments);
        } catch (Win32Exception refused) {
            process.after(POLL_MILLIS, () -> IisSetup.step(process, this::finish));
            return;
        }
        poll();
    }

    private void poll() {
        process.after(
                POLL_MILLIS,
                () -> IisSetup.step(process, () -> {
                    if (state() == ServiceStatus.START_PENDING) {
                        poll();
                    } else {
                        finish();
                    }
                }));
    }

    private int state() {
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
                ServiceHandle service = manager.openService(Layout.IISADMIN, AccessMask.SERVICE_QUERY_STATUS)) {
            return service.queryServiceStatus().currentState();
        }
    }

    private void finish() {
        win32.activate(Layout.CLSID);
        IisSetup.end(process, Win32Error.ERROR_SUCCESS);
    }

    private String text(String key, String name) {
        return win32.registry().value(key, name).flatMap(RegistryValue::text).orElse("");
    }
}
