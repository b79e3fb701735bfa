package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.VolumeImage;
import ntbed.registry.HiveMount;
import ntbed.registry.KeyTree;
import ntbed.trace.Trace;
import ntbed.trace.TraceEvent;

/**
 * A machine at one moment, kept to be compared with the next. Trees and volumes are persistent: this is a handful of
 * references, however much is on the machine.
 *
 * @param machine its name
 * @param keys the trees of its hives
 * @param drives its volumes
 * @param tool the window of the tool that the person has open
 * @param boxes what else stands on the desktop, by the order in which it came up
 * @param traces all that was seen of the machine, and how far each trace had come
 */
record Glimpse(
        String machine,
        SortedMap<HiveMount, KeyTree> keys,
        SortedMap<Character, VolumeImage> drives,
        Optional<StepDone.Screen> tool,
        SortedMap<Integer, StepDone.Screen> boxes,
        List<TraceSoFar> traces) {

    /** A trace, and how many events it had. */
    record TraceSoFar(Trace trace, int events) {}

    /** What was done since, and what came of it. */
    static StepDone between(String written, Glimpse before, Glimpse after) {
        if (!before.machine.equals(after.machine)) {
            return new StepDone(after.machine, written, after.shownSince(new TreeMap<>(), Optional.empty()), List.of());
        }
        List<Change> changes =
                new ArrayList<>(ImageDifferences.changes(before.keys, after.keys, before.drives, after.drives));
        List<TraceEvent> events = before.eventsUntil(after);
        changes.addAll(services(events));
        changes.addAll(records(events));
        return new StepDone(after.machine, written, after.shownSince(before.boxes, before.tool), changes);
    }

    /** What came up last: a box that was not there, unless it is the tool's own, or else the tool as it looks now. */
    private Optional<StepDone.Screen> shownSince(
            SortedMap<Integer, StepDone.Screen> boxesBefore, Optional<StepDone.Screen> toolBefore) {
        Optional<StepDone.Screen> shown = tool.filter(now -> !toolBefore.equals(tool));
        for (Map.Entry<Integer, StepDone.Screen> box : boxes.entrySet()) {
            boolean isNew = !boxesBefore.containsKey(box.getKey());
            String title = box.getValue().title();
            if (isNew && tool.filter(own -> own.title().equals(title)).isEmpty()) {
                shown = Optional.of(box.getValue());
            }
        }
        return shown;
    }

    private List<TraceEvent> eventsUntil(Glimpse after) {
        List<TraceEvent> events = new ArrayList<>();
        for (int i = 0; i < after.traces.size(); i++) {
            int from = i < traces.size() ? traces.get(i).events() : 0;
            TraceSoFar trace = after.traces.get(i);
            events.addAll(trace.trace().events().subList(from, trace.events()));
        }
        return events;
    }

    /** The state of each service before and after; one that ends as it began is not told. */
    private static List<Change> services(List<TraceEvent> events) {
        TreeMap<String, String> from = new TreeMap<>();
        TreeMap<String, String> to = new TreeMap<>();
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.ServiceChanged changed) {
                from.putIfAbsent(changed.service(), changed.from());
                to.put(changed.service(), changed.to());
            }
        }
        List<Change> changes = new ArrayList<>();
        from.forEach((service, state) -> {
            if (!state.equals(to.get(service))) {
                changes.add(new Change("service", service, state + " -> " + to.get(service)));
            }
        });
        return changes;
    }

    private static List<Change> records(List<TraceEvent> events) {
        List<Change> changes = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.EventLogged logged) {
                String where = logged.log() + " log, " + logged.eventId() + " " + logged.source();
                changes.add(new Change("event", where, ShownText.plain(logged.description())));
            }
        }
        return changes;
    }
}
