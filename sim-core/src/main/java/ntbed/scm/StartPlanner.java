package ntbed.scm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ntbed.scm.StartPlan.Phase;
import ntbed.scm.StartPlan.Step;

/** Computes one {@link StartPlan}: phases from the dependents down, rounds from the dependencies up, then the steps. */
final class StartPlanner {
    private static final int NEVER = Integer.MAX_VALUE;

    private final StartGraph graph;
    private final IntGraph edges;
    private final List<String> groupOrder;
    private final int[] phaseOf;
    private final int[] round;
    private final int[] place;
    private final boolean[] hasOwnPlace;
    private final boolean[] emitted;
    private final int[] path;
    private final int[] nextEdge;

    StartPlanner(List<ServiceDefinition> services, List<String> groupOrder) {
        this.groupOrder = groupOrder;
        graph = new StartGraph(services, groupOrder);
        edges = graph.edges();
        phaseOf = new int[edges.size()];
        round = new int[edges.size()];
        place = new int[edges.size()];
        hasOwnPlace = new boolean[edges.size()];
        emitted = new boolean[edges.size()];
        path = new int[edges.size()];
        nextEdge = new int[edges.size()];
    }

    StartPlan plan() {
        int[] roots = new int[graph.services()];
        int rootCount = 0;
        for (int i = 0; i < roots.length; i++) {
            if (graph.startsAutomatically(i)) {
                roots[rootCount++] = i;
            }
        }
        IntGraph.Order order = edges.order(roots, rootCount);
        for (int i = 0; i < graph.services(); i++) {
            if (order.circular()[i]) {
                graph.isCircular(i);
            }
        }
        findPhases(order.order());
        findRounds(order.order());
        return new StartPlan(phases(inOrder(roots, rootCount)));
    }

    /** Dependents first: what is needed by an earlier phase than its own starts in that phase. */
    private void findPhases(int[] order) {
        for (int node : order) {
            boolean isRoot = node < graph.services() && graph.startsAutomatically(node);
            phaseOf[node] = isRoot ? graph.ownPhase(node) : NEVER;
        }
        for (int i = order.length - 1; i >= 0; i--) {
            int node = order[i];
            if (phaseOf[node] != NEVER && graph.waits(node)) {
                for (int edge = edges.firstEdge(node); edge < edges.firstEdge(node + 1); edge++) {
                    int needed = edges.target(edge);
                    phaseOf[needed] = Math.min(phaseOf[needed], phaseOf[node]);
                }
            }
        }
        for (int node : order) {
            hasOwnPlace[node] =
                    node < graph.services() && graph.startsAutomatically(node) && phaseOf[node] == graph.ownPhase(node);
        }
    }

    /** What is needed first: the round of each, and its place in it; what is drawn in has no place of its own. */
    private void findRounds(int[] order) {
        for (int node : order) {
            place[node] = hasOwnPlace[node] ? node : -1;
            if (!graph.waits(node)) {
                continue;
            }
            for (int edge = edges.firstEdge(node); edge < edges.firstEdge(node + 1); edge++) {
                int needed = edges.target(edge);
                if (phaseOf[needed] == phaseOf[node]) {
                    waitFor(node, needed);
                }
            }
        }
    }

    private void waitFor(int node, int needed) {
        if (hasOwnPlace[node]) {
            round[node] = Math.max(round[node], round[needed] + (place[needed] < node ? 0 : 1));
        } else if (round[needed] > round[node]) {
            round[node] = round[needed];
            place[node] = place[needed];
        } else if (round[needed] == round[node]) {
            place[node] = Math.max(place[node], place[needed]);
        }
    }

    /** Those with a place of their own by phase, in a phase by round, in a round in database order. */
    private int[] inOrder(int[] roots, int rootCount) {
        int count = 0;
        int rounds = 0;
        for (int i = 0; i < rootCount; i++) {
            if (hasOwnPlace[roots[i]]) {
                rounds = Math.max(rounds, round[roots[i]] + 1);
                roots[count++] = roots[i];
            }
        }
        return sorted(sorted(Arrays.copyOf(roots, count), round, rounds), phaseOf, graph.listedGroups() + 2);
    }

    /** Counting sort, which keeps the order of equals. */
    private static int[] sorted(int[] nodes, int[] keys, int limit) {
        int[] next = new int[limit + 1];
        for (int node : nodes) {
            next[keys[node] + 1]++;
        }
        for (int key = 0; key < limit; key++) {
            next[key + 1] += next[key];
        }
        int[] sorted = new int[nodes.length];
        for (int node : nodes) {
            sorted[next[keys[node]]++] = node;
        }
        return sorted;
    }

    private List<Phase> phases(int[] members) {
        List<Phase> phases = new ArrayList<>();
        int next = 0;
        while (next < members.length) {
            int phase = phaseOf[members[next]];
            List<Step> steps = new ArrayList<>();
            while (next < members.length && phaseOf[members[next]] == phase) {
                emit(members[next++], steps);
            }
            phases.add(new Phase(phaseName(phase), steps));
        }
        return phases;
    }

    private String phaseName(int phase) {
        if (phase >= graph.listedGroups()) {
            return phase == graph.listedGroups() ? StartPlan.OTHER_GROUPS : StartPlan.NO_GROUP;
        }
        if (groupOrder.size() == graph.listedGroups()) {
            return groupOrder.get(phase);
        }
        for (String group : groupOrder) {
            if (graph.groupNumber(group) == phase) {
                return group;
            }
        }
        throw new AssertionError("phase without a group: " + phase);
    }

    /** The service, after whatever it draws in; without recursion. */
    private void emit(int service, List<Step> steps) {
        int depth = push(service, 0);
        while (depth > 0) {
            int node = path[depth - 1];
            if (graph.waits(node) && nextEdge[node] < edges.firstEdge(node + 1)) {
                int needed = edges.target(nextEdge[node]++);
                if (!hasOwnPlace[needed] && !emitted[needed]) {
                    depth = push(needed, depth);
                }
                continue;
            }
            depth--;
            if (node < graph.services()) {
                steps.add(new Step(graph.definition(node), graph.verdict(node)));
            }
        }
    }

    private int push(int node, int depth) {
        emitted[node] = true;
        path[depth] = node;
        nextEdge[node] = edges.firstEdge(node);
        return depth + 1;
    }
}
