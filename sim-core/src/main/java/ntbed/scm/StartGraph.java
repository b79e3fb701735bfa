package ntbed.scm;

import java.util.Arrays;
import java.util.List;
import ntbed.filesystem.NtPath;
import ntbed.scm.StartPlan.Verdict;

/**
 * What waits for what, in numbers: the services in database order, then for each group two nodes more.
 *
 * <p>A group's first node stands for all its auto-start members (what a stranger waits for), its second for those that
 * do not wait for their own group (what such a member waits for). So a group of n members that all depend on a group of
 * m costs n + m edges.
 *
 * <p>Each definition is looked at once, and its names become numbers; all else is arrays of numbers. Objects all over
 * the heap would make a plan for many services dearer per service than one for few.
 */
final class StartGraph {
    private static final byte ON_DEMAND = 1;
    private static final byte AUTO = 2;

    private final List<ServiceDefinition> services;
    private final NameNumbers groupNames;
    private final int listed;
    private final int[] groupOf;
    private final byte[] startable;
    private final boolean[] needsOwnGroup;
    private final int[] firstMember;
    private final int[] nextMember;
    private final Verdict[] verdicts;
    private final IntGraph edges;

    StartGraph(List<ServiceDefinition> services, List<String> groupOrder) {
        int count = services.size();
        this.services = services;
        groupNames = new NameNumbers(groupOrder.size() * 2);
        for (String group : groupOrder) {
            int unused = groupNames.add(NtPath.fold(group));
        }
        listed = groupNames.size();
        groupOf = new int[count];
        startable = new byte[count];
        Names names = new Names(count);
        for (int i = 0; i < count; i++) {
            take(i, services.get(i), names);
        }
        needsOwnGroup = new boolean[count];
        firstMember = new int[groupNames.size()];
        nextMember = new int[count];
        chainMembers();
        verdicts = new Verdict[count];
        Arrays.fill(verdicts, Verdict.START);
        edges = connect(names.services.build(), names.groups.build(), names.serviceByName());
    }

    /** Whom the definitions name, as numbers of names: whether there is such a service shows when all are read. */
    private static final class Names {
        private final NameNumbers numbers;
        private final int[] own;
        private final IntGraph.Builder services;
        private final IntGraph.Builder groups;

        Names(int count) {
            numbers = new NameNumbers(count);
            own = new int[count];
            services = new IntGraph.Builder(count);
            groups = new IntGraph.Builder(count);
        }

        /** The service that has a name; -1 if none has it. */
        int[] serviceByName() {
            int[] services = new int[numbers.size()];
            Arrays.fill(services, -1);
            for (int i = 0; i < own.length; i++) {
                services[own[i]] = i;
            }
            return services;
        }
    }

    private void take(int service, ServiceDefinition definition, Names names) {
        names.own[service] = names.numbers.add(definition.folded());
        names.services.beginNode(service);
        List<String> needed = definition.dependOnServices();
        for (int i = 0; i < needed.size(); i++) {
            names.services.edge(names.numbers.add(NtPath.fold(needed.get(i))));
        }
        names.groups.beginNode(service);
        List<String> groups = definition.dependOnGroups();
        for (int i = 0; i < groups.size(); i++) {
            names.groups.edge(groupNames.add(NtPath.fold(groups.get(i))));
        }
        String group = definition.group();
        groupOf[service] = group.isEmpty() ? -1 : groupNames.add(NtPath.fold(group));
        if (definition.isAutoStart()) {
            startable[service] = AUTO;
        } else if (definition.start() == ServiceConfig.DEMAND_START) {
            startable[service] = ON_DEMAND;
        }
    }

    /** From the last to the first, so that each chain rises. */
    private void chainMembers() {
        Arrays.fill(firstMember, -1);
        for (int i = groupOf.length - 1; i >= 0; i--) {
            if (groupOf[i] >= 0 && startsAutomatically(i)) {
                nextMember[i] = firstMember[groupOf[i]];
                firstMember[groupOf[i]] = i;
            }
        }
    }

    private IntGraph connect(IntGraph named, IntGraph namedGroups, int[] serviceByName) {
        int count = services.size();
        IntGraph.Builder builder = new IntGraph.Builder(count + 2 * groupNames.size());
        for (int i = 0; i < count; i++) {
            builder.beginNode(i);
            for (int edge = named.firstEdge(i); edge < named.firstEdge(i + 1); edge++) {
                serviceEdge(builder, i, serviceByName[named.target(edge)]);
            }
            for (int edge = namedGroups.firstEdge(i); edge < namedGroups.firstEdge(i + 1); edge++) {
                groupEdge(builder, i, namedGroups.target(edge));
            }
        }
        for (int group = 0; group < groupNames.size(); group++) {
            for (int half = 0; half < 2; half++) {
                builder.beginNode(count + 2 * group + half);
                for (int member = firstMember[group]; member >= 0; member = nextMember[member]) {
                    if (half == 0 || !needsOwnGroup[member]) {
                        builder.edge(member);
                    }
                }
            }
        }
        return builder.build();
    }

    private void serviceEdge(IntGraph.Builder builder, int service, int needed) {
        if (needed < 0 || startable[needed] == 0) {
            return; // Settled before auto-start begins: loaded by the kernel, disabled, or not there.
        }
        if (startsLater(service, needed)) {
            verdicts[service] = Verdict.LATER_SERVICE;
        } else {
            builder.edge(needed);
        }
    }

    private void groupEdge(IntGraph.Builder builder, int service, int group) {
        if (firstMember[group] < 0) {
            return; // No member starts automatically.
        }
        boolean own = group == groupOf[service];
        needsOwnGroup[service] |= own;
        if (startsAutomatically(service) && isLater(group, service)) {
            verdicts[service] = Verdict.LATER_GROUP;
        } else {
            builder.edge(services.size() + 2 * group + (own ? 1 : 0));
        }
    }

    /**
     * G7. Only a place in the List is "later": members of an unlisted group and services without a group are started
     * with their first dependent instead [I]; otherwise Netlogon could not depend on LanmanWorkstation, whose group
     * NetworkProvider is not in NT 4.0's List.
     */
    private boolean startsLater(int service, int needed) {
        return startsAutomatically(service) && startsAutomatically(needed) && isLater(groupOf[needed], service);
    }

    private boolean isLater(int group, int service) {
        return group >= 0 && group < listed && group > ownPhase(service);
    }

    /** What needs what. */
    IntGraph edges() {
        return edges;
    }

    /** How many of the nodes are services. */
    int services() {
        return services.size();
    }

    /** How many different groups the List names. */
    int listedGroups() {
        return listed;
    }

    /** The number of a group of the List. */
    int groupNumber(String name) {
        return groupNames.add(NtPath.fold(name));
    }

    ServiceDefinition definition(int service) {
        return services.get(service);
    }

    boolean startsAutomatically(int service) {
        return startable[service] == AUTO;
    }

    /** The phase by group: its number in the List, then the two last ones. */
    int ownPhase(int service) {
        int group = groupOf[service];
        return group < 0 ? listed + 1 : Math.min(group, listed);
    }

    Verdict verdict(int service) {
        return verdicts[service];
    }

    /** A later service or group was found first and stays the reason. */
    void isCircular(int service) {
        if (verdicts[service] == Verdict.START) {
            verdicts[service] = Verdict.CIRCULAR;
        }
    }

    /** Whether the node waits for what it needs: a service that is to be started, or a group. */
    boolean waits(int node) {
        return node >= services.size() || verdicts[node] == Verdict.START;
    }
}
