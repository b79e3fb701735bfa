package ntbed.scm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.registry.KeyTree;
import org.jspecify.annotations.Nullable;

/** The records of the running manager in their order: ascending key name (G3). Names are compared without case (K1). */
final class ServiceDatabase {
    private final SortedMap<String, ServiceRecord> records = new TreeMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private long starts;

    /** A load-order group as the database sees it. */
    private static final class Group {
        private final SortedMap<String, ServiceRecord> members = new TreeMap<>();
        private int started;
    }

    /** All services below the key, in order; what is no service is left out (K3). */
    static List<ServiceDefinition> read(KeyTree services) {
        List<KeyTree> keys = services.subkeys();
        List<ServiceDefinition> definitions = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            ServiceDefinition definition = ServiceDefinition.read(keys.get(i));
            if (definition != null) {
                definitions.add(definition);
            }
        }
        return Collections.unmodifiableList(definitions);
    }

    /** Makes a record of a definition. */
    ServiceRecord add(ServiceDefinition definition) {
        ServiceRecord added = new ServiceRecord(definition);
        records.put(definition.folded(), added);
        join(added);
        return added;
    }

    /** Takes a record out. */
    void remove(ServiceRecord gone) {
        records.remove(gone.definition().folded());
        leave(gone);
    }

    /** Gives a record another configuration. */
    void redefine(ServiceRecord changed, ServiceDefinition definition) {
        leave(changed);
        changed.redefine(definition);
        join(changed);
    }

    private void join(ServiceRecord member) {
        if (!member.definition().group().isEmpty()) {
            Group group = groups.computeIfAbsent(NtPath.fold(member.definition().group()), name -> new Group());
            group.members.put(member.definition().folded(), member);
            group.started += member.isStarted() ? 1 : 0;
        }
    }

    private void leave(ServiceRecord member) {
        Group group = groups.get(NtPath.fold(member.definition().group()));
        if (group != null && group.members.remove(member.definition().folded()) != null) {
            group.started -= member.isStarted() ? 1 : 0;
        }
    }

    /** Keeps count of a group's started members; {@link ServiceStates} calls it after a change. */
    void startedChanged(ServiceRecord member, boolean started) {
        if (!member.definition().group().isEmpty()) {
            Group group = groups.get(NtPath.fold(member.definition().group()));
            if (group != null) {
                group.started += started ? 1 : -1;
            }
        }
    }

    /** A service by key name. */
    Optional<ServiceRecord> find(String name) {
        return Optional.ofNullable(records.get(NtPath.fold(name)));
    }

    /** A service by folded key name. */
    @Nullable
    ServiceRecord byFolded(String folded) {
        return records.get(folded);
    }

    /** A service by the name that people see. */
    Optional<ServiceRecord> findShown(String displayName) {
        String folded = NtPath.fold(displayName);
        for (ServiceRecord candidate : records.values()) {
            if (NtPath.fold(candidate.definition().shownName()).equals(folded)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** All records in order; the view lives. */
    Collection<ServiceRecord> all() {
        return records.values();
    }

    /** How many members of the group have started (G6). */
    int startedMembers(String group) {
        Group known = groups.get(NtPath.fold(group));
        return known == null ? 0 : known.started;
    }

    /** Members of a group in order. */
    Collection<ServiceRecord> members(String group) {
        Group known = groups.get(NtPath.fold(group));
        return known == null ? List.of() : known.members.values();
    }

    /** Whether a service hangs in START_PENDING: it keeps the database locked (T6). */
    boolean anyHung() {
        for (ServiceRecord candidate : records.values()) {
            if (candidate.isHung()) {
                return true;
            }
        }
        return false;
    }

    /** The next number of {@link ServiceRecord#startSequence()}. */
    long nextStart() {
        return ++starts;
    }
}
