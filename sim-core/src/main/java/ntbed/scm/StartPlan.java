package ntbed.scm;

import java.util.List;

/**
 * In which order auto-start goes: a pure function of the database and {@code ServiceGroupOrder\List}, linear in
 * services and dependencies.
 *
 * <p>One phase per group of the List, then the groups that are not in it, then what has no group (G1, G4). Inside a
 * phase the database's order, in rounds: what still waits for another member goes into the next round (G3).
 * Dependencies that auto-start would not have reached by then (on demand, or without a place in the List) stand before
 * their first dependent (G5).
 *
 * @param phases in order; phases without a member are left out
 */
record StartPlan(List<Phase> phases) {
    /** Name of the phase of the groups that are not in the List. */
    static final String OTHER_GROUPS = "other groups";

    /** Name of the phase of what has no group. */
    static final String NO_GROUP = "no group";

    StartPlan {
        phases = List.copyOf(phases);
    }

    /**
     * A group's turn.
     *
     * @param name the group, {@link #OTHER_GROUPS} or {@link #NO_GROUP}
     * @param steps in order
     */
    record Phase(String name, List<Step> steps) {
        Phase {
            steps = List.copyOf(steps);
        }
    }

    /** What auto-start is to do with a service. */
    enum Verdict {
        /** Start it. */
        START,
        /** It lies on a cycle: 7018, 1059 (G8). */
        CIRCULAR,
        /** It needs a service of a group that starts later: 7019 (G7). */
        LATER_SERVICE,
        /** It needs a group that starts later: 7020 (G7). */
        LATER_GROUP
    }

    /**
     * A service's turn.
     *
     * @param service which
     * @param verdict what is to be done
     */
    record Step(ServiceDefinition service, Verdict verdict) {}

    /**
     * Computes the plan.
     *
     * @param services the database in its order
     * @param groupOrder the List
     */
    static StartPlan of(List<ServiceDefinition> services, List<String> groupOrder) {
        return new StartPlanner(services, groupOrder).plan();
    }
}
