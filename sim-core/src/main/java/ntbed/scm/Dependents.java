package ntbed.scm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ntbed.filesystem.NtPath;
import ntbed.process.ServiceStatus;

/** Who depends on a service, directly or through others (A10, S4). */
final class Dependents {
    private final ServiceDatabase database;

    Dependents(ServiceDatabase database) {
        this.database = database;
    }

    /** Whether a service that runs needs this one. */
    boolean anyRunning(ServiceRecord service) {
        String folded = service.definition().folded();
        for (ServiceRecord candidate : database.all()) {
            if (!candidate.isStopped() && (names(candidate, folded) || needsAsLastOfGroup(candidate, service))) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(ServiceRecord candidate, String folded) {
        for (String name : candidate.definition().dependOnServices()) {
            if (NtPath.fold(name).equals(folded)) {
                return true;
            }
        }
        return false;
    }

    /** One started member is enough for a group (D4): only the last one cannot be stopped. */
    private boolean needsAsLastOfGroup(ServiceRecord candidate, ServiceRecord service) {
        String group = NtPath.fold(service.definition().group());
        if (group.isEmpty() || !service.isStarted() || candidate.equals(service)) {
            return false;
        }
        for (String needed : candidate.definition().dependOnGroups()) {
            if (NtPath.fold(needed).equals(group)) {
                return database.startedMembers(group) <= 1;
            }
        }
        return false;
    }

    /** All services that need this one, in the order to stop them: reverse order of start. */
    List<ServiceRecord> of(ServiceRecord service) {
        Map<String, List<ServiceRecord>> byNeed = byNeed();
        Set<String> seen = new HashSet<>();
        seen.add(service.definition().folded());
        List<ServiceRecord> found = new ArrayList<>();
        Deque<ServiceRecord> open = new ArrayDeque<>();
        open.add(service);
        while (!open.isEmpty()) {
            ServiceRecord needed = open.remove();
            for (ServiceRecord dependent :
                    byNeed.getOrDefault(needed.definition().folded(), List.of())) {
                if (seen.add(dependent.definition().folded())) {
                    found.add(dependent);
                    open.add(dependent);
                }
            }
            if (needed.equals(service)) {
                addGroupDependents(service, seen, found, open);
            }
        }
        // The search goes outwards, so its reverse is a good order for those that never ran; the sort is stable.
        Collections.reverse(found);
        found.sort(Comparator.comparingLong(
                        (ServiceRecord r) -> r.status().currentState() == ServiceStatus.STOPPED ? 0 : r.startSequence())
                .reversed());
        return found;
    }

    private void addGroupDependents(
            ServiceRecord service, Set<String> seen, List<ServiceRecord> found, Deque<ServiceRecord> open) {
        for (ServiceRecord candidate : database.all()) {
            if (needsAsLastOfGroup(candidate, service)
                    && seen.add(candidate.definition().folded())) {
                found.add(candidate);
                open.add(candidate);
            }
        }
    }

    private Map<String, List<ServiceRecord>> byNeed() {
        Map<String, List<ServiceRecord>> byNeed = new HashMap<>();
        for (ServiceRecord candidate : database.all()) {
            for (String name : candidate.definition().dependOnServices()) {
                byNeed.computeIfAbsent(NtPath.fold(name), any -> new ArrayList<>())
                        .add(candidate);
            }
        }
        return byNeed;
    }
}
