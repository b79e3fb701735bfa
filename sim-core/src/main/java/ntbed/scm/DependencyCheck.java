package ntbed.scm;

import java.util.List;
import ntbed.win32.Win32Error;

/** Whether what a service needs has started, and the event if not (G6, G10, D1 to D4). */
final class DependencyCheck {
    private final ServiceDatabase database;
    private final FailurePolicy failures;
    private final ScmEvents events;

    DependencyCheck(ServiceDatabase database, FailurePolicy failures, ScmEvents events) {
        this.database = database;
        this.failures = failures;
        this.events = events;
    }

    /** 0, or the code with which the start ends: 1058 disabled (no event, D7), 1068, 1075. */
    int failure(ServiceRecord service) {
        if (service.definition().start() == ServiceConfig.DISABLED) {
            return Win32Error.ERROR_SERVICE_DISABLED.code();
        }
        List<String> names = service.definition().dependOnServices();
        for (String name : names) {
            if (database.find(name).isEmpty()) {
                failures.failed(service, () -> events.dependencyMissing(service, name));
                return Win32Error.ERROR_SERVICE_DEPENDENCY_DELETED.code();
            }
        }
        return serviceFailure(service, names) || groupFailure(service)
                ? Win32Error.ERROR_SERVICE_DEPENDENCY_FAIL.code()
                : 0;
    }

    /**
     * The last one of the list that failed is the one the event names: the Resource Guide's example prints Browser on
     * TCP/IP NetBIOS Helper although Workstation stands before it in the list (D5).
     */
    private boolean serviceFailure(ServiceRecord service, List<String> names) {
        for (int i = names.size() - 1; i >= 0; i--) {
            ServiceRecord dependency = database.find(names.get(i)).orElseThrow();
            if (!dependency.isStarted()) {
                failures.failed(service, () -> events.dependencyFailed(service, dependency));
                return true;
            }
        }
        return false;
    }

    private boolean groupFailure(ServiceRecord service) {
        for (String group : service.definition().dependOnGroups()) {
            if (database.startedMembers(group) == 0) {
                failures.failed(service, () -> events.groupFailed(service, group));
                return true;
            }
        }
        return false;
    }
}
