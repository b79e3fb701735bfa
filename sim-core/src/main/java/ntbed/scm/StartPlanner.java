package ntbed.scm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ntbed.filesystem.NtPath;
import ntbed.scm.StartPlan.Phase;
import ntbed.scm.StartPlan.Step;
import ntbed.scm.StartPlan.Verdict;

/**
 * Computes one {@link StartPlan}.
 *
 * <p>Nodes are the services and, for each group, two more: all its auto-start members (what a stranger waits for), and
 * those that do not wait for their own group (what such a member waits for). So a group of n members that all depend on
 * a group of m costs n + m edges.
 */
final class StartPlanner {
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<ServiceDefinition> services;
    private final List<String> groupOrder;
    private final Map<String, Integer> serviceByName;
    private final Map<String, Integer> groupByName = new HashMap<>();
    private final int listed;
    private final int[] groupOf;
    private final boolean[] needsOwnGroup;
    private final boolean[] groupAutoStarts;
    private final Verdict[] verdicts;
    private final int groups;
    private final IntGraph graph;
    private final int[] phaseOf;
    private final int[] round;
    private final int[] place;
    private final boolean[] emitted;

    StartPlanner(List<ServiceDefinition> services, List<String> groupOrder) {
        this.services = services;
        this.groupOrder = groupOrder;
        int count = services.size();
        serviceByName = new HashMap<>(count * 2);
        for (String group : groupOrder) {
            groupByName.putIfAbsent(NtPath.fold(group), groupByName.size());
        }
        listed = groupByName.size();
        groupOf = new int[count];
        for (int i = 0; i < count; i++) {
            ServiceDefinition service = services.get(i);
            serviceByName.put(service.folded(), i);
            groupOf[i] = service.group().isEmpty() ? -1 : groupNumber(service.group());
        }
        groups = groupByName.size();
        needsOwnGroup = new boolean[count];
        groupAutoStarts = new boolean[groups];
        for (int i = 0; i < count; i++) {
            if (services.get(i).isAutoStart() && groupOf[i] >= 0) {
                groupAutoStarts[groupOf[i]] = true;
            }
        }
        verdicts = new Verdict[count];
        Arrays.fill(verdicts, Verdict.START);
        graph = graph();
        phaseOf = new int[graph.size()];
        round = new int[graph.size()];
        place = new int[graph.size()];
        emitted = new boolean[graph.size()];
    }

    private int groupNumber(String name) {
        Integer known = groupByName.putIfAbsent(NtPath.fold(name), groupByName.size());
        return known == null ? groupByName.size() - 1 : known;
    }

    private IntGraph graph() {
        int count = services.size();
        IntGraph.Builder edges = new IntGraph.Builder(count + 2 * groups);
        for (int i = 0; i < count; i++) {
            edges.beginNode(i);
            serviceEdges(edges, i);
        }
        groupEdges(edges);
        return edges.build();
    }

    private void serviceEdges(IntGraph.Builder edges, int service) {
        ServiceDefinition definition = services.get(service);
        List<String> names = definition.dependOnServices();
        for (int i = 0; i < names.size(); i++) {
            Integer needed = serviceByName.get(NtPath.fold(names.get(i)));
            if (needed == null || !isStartable(services.get(needed))) {
                continue; // Settled before auto-start begins: loaded by the kernel, disabled, or not there.
            }
            if (startsLater(definition, service, needed)) {
                verdicts[service] = Verdict.LATER_SERVICE;
            } else {
                edges.edge(needed);
            }
        }
        List<String> groupNames = definition.dependOnGroups();
        for (int i = 0; i < groupNames.size(); i++) {
            groupEdge(edges, definition, service, groupNames.get(i));
        }
    }

    private void groupEdge(IntGraph.Builder edges, ServiceDefinition definition, int service, String name) {
        Integer group = groupByName.get(NtPath.fold(name));
        if (group == null || !groupAutoStarts[group]) {
            return;
        }
        boolean own = group == groupOf[service];
        needsOwnGroup[service] |= own;
        if (definition.isAutoStart() && group < listed && group > ownPhase(service)) {
            verdicts[service] = Verdict.LATER_GROUP;
        } else {
            edges.edge(services.size() + 2 * group + (own ? 1 : 0));
        }
    }

    private void groupEdges(IntGraph.Builder edges) {
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < services.size(); i++) {
            if (groupOf[i] >= 0 && services.get(i).isAutoStart()) {
                members.get(groupOf[i]).add(i);
            }
        }
        for (int group = 0; group < groups; group++) {
            for (int half = 0; half < 2; half++) {
                edges.beginNode(services.size() + 2 * group + half);
                for (int member : members.get(group)) {
                    if (half == 0 || !needsOwnGroup[member]) {
                        edges.edge(member);
                    }
                }
            }
        }
    }

    private static boolean isStartable(ServiceDefinition service) {
        return service.isAutoStart() || service.start() == ServiceConfig.DEMAND_START;
    }

    /**
     * G7. Only a place in the List is "later": members of an unlisted group and services without a group are started
     * with their first dependent instead [I]; otherwise Netlogon could not depend on LanmanWorkstation, whose group
     * NetworkProvider is not in NT 4.0's List.
     */
    private boolean startsLater(ServiceDefinition definition, int service, int needed) {
        return definition.isAutoStart()
                && services.get(needed).isAutoStart()
                && groupOf[needed] >= 0
                && groupOf[needed] < listed
                && groupOf[needed] > ownPhase(service);
    }

    /** The phase by group: its number in the List, then the two last ones. */
    private int ownPhase(int service) {
        int group = groupOf[service];
        return group < 0 ? listed + 1 : Math.min(group, listed);
    }

    StartPlan plan() {
        int count = services.size();
        int[] roots = new int[count];
        int rootCount = 0;
        for (int i = 0; i < count; i++) {
            if (services.get(i).isAutoStart()) {
                roots[rootCount++] = i;
            }
        }
        IntGraph.Order order = graph.order(roots, rootCount);
        for (int i = 0; i < count; i++) {
            verdicts[i] = order.circular()[i] && verdicts[i] == Verdict.START ? Verdict.CIRCULAR : verdicts[i];
        }
        findPhases(order.order());
        findRounds(order.order());
        return new StartPlan(phases(roots, rootCount));
    }

    /** Dependents first: what is needed by an earlier phase than its own starts in that phase. */
    private void findPhases(int[] order) {
        Arrays.fill(phaseOf, NEVER);
        for (int node : order) {
            if (node < services.size() && services.get(node).isAutoStart()) {
                phaseOf[node] = ownPhase(node);
            }
        }
        for (int i = order.length - 1; i >= 0; i--) {
            int node = order[i];
            if (phaseOf[node] != NEVER && isPlain(node)) {
                for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
                    int needed = graph.target(edge);
                    phaseOf[needed] = Math.min(phaseOf[needed], phaseOf[node]);
                }
            }
        }
    }

    /** What is needed first: the round of each, and its place in it; what is drawn in has no place of its own. */
    private void findRounds(int[] order) {
        for (int node : order) {
            boolean hasPlace = hasOwnPlace(node);
            place[node] = hasPlace ? node : -1;
            if (!isPlain(node)) {
                continue;
            }
            for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
                int needed = graph.target(edge);
                if (phaseOf[needed] == phaseOf[node]) {
                    waitFor(node, needed, hasPlace);
                }
            }
        }
    }

    private void waitFor(int node, int needed, boolean hasPlace) {
        if (hasPlace) {
            round[node] = Math.max(round[node], round[needed] + (place[needed] < node ? 0 : 1));
        } else if (round[needed] > round[node]) {
            round[node] = round[needed];
            place[node] = place[needed];
        } else if (round[needed] == round[node]) {
            place[node] = Math.max(place[node], place[needed]);
        }
    }

    private boolean isPlain(int node) {
        return node >= services.size() || verdicts[node] == Verdict.START;
    }

    private boolean hasOwnPlace(int node) {
        return node < services.size() && services.get(node).isAutoStart() && phaseOf[node] == ownPhase(node);
    }

    private List<Phase> phases(int[] roots, int rootCount) {
        List<List<List<Integer>>> turns = new ArrayList<>();
        for (int i = 0; i < listed + 2; i++) {
            turns.add(new ArrayList<>());
        }
        for (int i = 0; i < rootCount; i++) {
            if (hasOwnPlace(roots[i])) {
                List<List<Integer>> rounds = turns.get(phaseOf[roots[i]]);
                while (rounds.size() <= round[roots[i]]) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round[roots[i]]).add(roots[i]);
            }
        }
        List<Phase> phases = new ArrayList<>();
        for (int phase = 0; phase < turns.size(); phase++) {
            List<Step> steps = new ArrayList<>();
            for (List<Integer> members : turns.get(phase)) {
                members.forEach(member -> emit(member, steps));
            }
            if (!steps.isEmpty()) {
                phases.add(new Phase(phaseName(phase), steps));
            }
        }
        return phases;
    }

    private String phaseName(int phase) {
        if (phase >= listed) {
            return phase == listed ? StartPlan.OTHER_GROUPS : StartPlan.NO_GROUP;
        }
        return groupOrder.size() == listed ? groupOrder.get(phase) : distinctGroup(phase);
    }

    private String distinctGroup(int phase) {
        for (String group : groupOrder) {
            if (Integer.valueOf(phase).equals(groupByName.get(NtPath.fold(group)))) {
                return group;
            }
        }
        throw new AssertionError("phase without a group: " + phase);
    }

    /** The service, after whatever it draws in; without recursion. */
    private void emit(int service, List<Step> steps) {
        List<int[]> path = new ArrayList<>();
        push(path, service);
        while (!path.isEmpty()) {
            int[] top = path.get(path.size() - 1);
            if (isPlain(top[0]) && top[1] < graph.firstEdge(top[0] + 1)) {
                int needed = graph.target(top[1]++);
                if (!hasOwnPlace(needed) && !emitted[needed]) {
                    push(path, needed);
                }
                continue;
            }
            path.remove(path.size() - 1);
            if (top[0] < services.size()) {
                steps.add(new Step(services.get(top[0]), verdicts[top[0]]));
            }
        }
    }

    private void push(List<int[]> path, int node) {
        emitted[node] = true;
        path.add(new int[] {node, graph.firstEdge(node)});
    }
}
