package ntbed.scm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import ntbed.process.ServiceStatus;
import ntbed.scm.StartPlan.Step;
import ntbed.scm.StartPlan.Verdict;
import ntbed.scm.StartRun.StartParts;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * A start that somebody asked for: the checks in their order, what it needs first, then the service (A4, D6, G10, T3).
 */
final class DemandStart {
    private final StartParts parts;

    DemandStart(StartParts parts) {
        this.parts = parts;
    }

    /**
     * Starts a service with all that it needs.
     *
     * @param whenDone gets the code of StartService: 0 as soon as the service is connected
     */
    void start(ServiceRecord service, List<String> arguments, IntConsumer whenDone) {
        int refused = refusal(service);
        if (refused != 0) {
            whenDone.accept(refused);
            return;
        }
        parts.lock()
                .acquireInTime(
                        () -> begin(service, arguments, whenDone),
                        () -> whenDone.accept(Win32Error.ERROR_SERVICE_DATABASE_LOCKED.code()));
    }

    /** G10: disabled before everything that looks at dependencies; 1055 before 1056. */
    private int refusal(ServiceRecord service) {
        ServiceDefinition definition = service.definition();
        if (definition.start() == ServiceConfig.DISABLED || parts.hardware().disables(definition)) {
            return Win32Error.ERROR_SERVICE_DISABLED.code();
        }
        if (service.isMarkedForDeletion()) {
            return Win32Error.ERROR_SERVICE_MARKED_FOR_DELETE.code();
        }
        if (definition.type() == ServiceConfig.ADAPTER) {
            return Win32Error.ERROR_INVALID_PARAMETER.code(); // [I] K4: never started; no source gives the code.
        }
        if (parts.lock().isHeldByProgram() || parts.database().anyHung()) {
            return Win32Error.ERROR_SERVICE_DATABASE_LOCKED.code(); // T6
        }
        return service.isStopped() ? 0 : Win32Error.ERROR_SERVICE_ALREADY_RUNNING.code();
    }

    private void begin(ServiceRecord service, List<String> arguments, IntConsumer whenDone) {
        if (!service.isStopped()) {
            end(Win32Error.ERROR_SERVICE_ALREADY_RUNNING.code(), whenDone);
            return;
        }
        List<Step> steps = new Closure(service).steps();
        if (steps == null) {
            parts.failures().failed(service, () -> parts.events().circularOnDemand(service));
            end(Win32Error.ERROR_CIRCULAR_DEPENDENCY.code(), whenDone);
            return;
        }
        StartRun.onDemand(parts, steps, arguments, code -> end(code, whenDone));
    }

    private void end(int code, IntConsumer whenDone) {
        parts.lock().release();
        whenDone.accept(code);
    }

    /** What must be started for a service, what is needed first; without recursion. */
    private final class Closure {
        private final ServiceRecord target;
        private final Map<String, Boolean> finished = new HashMap<>();
        private final List<Visit> path = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();

        Closure(ServiceRecord target) {
            this.target = target;
        }

        private final class Visit {
            private final ServiceRecord service;
            private final List<ServiceRecord> needed;
            private int next;

            Visit(ServiceRecord service) {
                this.service = service;
                needed = needed(service);
            }
        }

        /** The steps, the target last; null if the dependencies run in a circle. */
        @Nullable
        List<Step> steps() {
            enter(target);
            while (!path.isEmpty()) {
                Visit top = path.get(path.size() - 1);
                if (top.next == top.needed.size()) {
                    leave(top);
                    continue;
                }
                ServiceRecord needed = top.needed.get(top.next++);
                Boolean done = finished.get(needed.definition().folded());
                if (done == null) {
                    enter(needed);
                } else if (!done) {
                    return null;
                }
            }
            return steps;
        }

        private void enter(ServiceRecord service) {
            finished.put(service.definition().folded(), false);
            path.add(new Visit(service));
        }

        private void leave(Visit top) {
            path.remove(path.size() - 1);
            finished.put(top.service.definition().folded(), true);
            steps.add(new Step(top.service.definition(), Verdict.START));
        }

        /** Services that stand still or are still starting; of a group without a started member, all (MSDN). */
        private List<ServiceRecord> needed(ServiceRecord service) {
            List<ServiceRecord> needed = new ArrayList<>();
            for (String name : service.definition().dependOnServices()) {
                Optional<ServiceRecord> found = parts.database().find(name);
                if (found.isPresent() && isStartable(found.get())) {
                    needed.add(found.get());
                }
            }
            for (String group : service.definition().dependOnGroups()) {
                if (parts.database().startedMembers(group) == 0) {
                    addMembers(needed, group, service);
                }
            }
            return needed;
        }

        /** Members that themselves wait for this service are left out: one member is enough (D4). */
        private void addMembers(List<ServiceRecord> needed, String group, ServiceRecord service) {
            for (ServiceRecord member : parts.database().members(group)) {
                boolean waitsForIt =
                        Boolean.FALSE.equals(finished.get(member.definition().folded()));
                if (!member.equals(service) && !waitsForIt && isStartable(member)) {
                    needed.add(member);
                }
            }
        }

        private boolean isStartable(ServiceRecord candidate) {
            boolean still = candidate.isStopped() || candidate.state() == ServiceStatus.START_PENDING;
            return still
                    && candidate.definition().start() != ServiceConfig.DISABLED
                    && candidate.definition().type() != ServiceConfig.ADAPTER;
        }
    }
}
