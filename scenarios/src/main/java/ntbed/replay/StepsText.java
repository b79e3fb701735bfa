package ntbed.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ntbed.scenario.Change;
import ntbed.scenario.StepDone;

/** Steps that were watched: what the person did, what stood in front of them, what changed in the machine. */
final class StepsText {
    private static final int MOST_LINES = 14;

    /** A dialog shows below its list what was chosen from it, such as Add Names and Type of Access. */
    private static final int BELOW_A_LIST = 2;

    private static final int MOST_CHANGES = 10;
    private static final int MANY_SERVICES = 8;

    private final Sheet sheet;

    StepsText(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Each step in turn. */
    void write(List<StepDone> steps) {
        for (StepDone step : steps) {
            sheet.subRow("does", step.step() + " (" + step.machine() + ")");
            step.shown().ifPresent(this::screen);
            changes(step.changes());
        }
    }

    private void screen(StepDone.Screen screen) {
        int kept = screen.buttons().isEmpty() ? 0 : BELOW_A_LIST;
        List<String> lines = new ArrayList<>(cut(screen.lines(), MOST_LINES, kept));
        lines.add(0, "\"" + screen.title() + "\"");
        if (!screen.buttons().isEmpty()) {
            lines.add("[" + String.join("] [", screen.buttons()) + "]");
        }
        sheet.subRow("  shows", String.join("\n", lines));
    }

    /** Of each kind of thing the first few: a start changes more than anybody reads. */
    private void changes(List<Change> changes) {
        Map<String, List<String>> byThing = new TreeMap<>();
        for (Change change : summed(changes)) {
            byThing.computeIfAbsent(change.thing(), thing -> new ArrayList<>())
                    .add(change.where() + ": " + change.what());
        }
        byThing.forEach(
                (thing, lines) -> cut(lines, MOST_CHANGES, 0).forEach(line -> sheet.subRow("  " + thing, line)));
    }

    /** Many services that went the same way, as at every start, are one line. */
    private static List<Change> summed(List<Change> changes) {
        Map<String, Integer> ways = new TreeMap<>();
        changes.forEach(change -> ways.merge(change.thing() + change.what(), 1, Integer::sum));
        List<Change> summed = new ArrayList<>();
        for (Change change : changes) {
            Integer same = change.thing().equals("service") ? ways.get(change.thing() + change.what()) : null;
            Change line = same == null || same < MANY_SERVICES
                    ? change
                    : new Change(change.thing(), same + " services", change.what());
            if (!summed.contains(line)) {
                summed.add(line);
            }
        }
        return summed;
    }

    /** At most so many lines; of those left out there is a count, before the last few that are kept. */
    private static List<String> cut(List<String> lines, int most, int kept) {
        if (lines.size() <= most) {
            return lines;
        }
        int end = lines.size() - kept;
        List<String> few = new ArrayList<>(lines.subList(0, most - 1 - kept));
        few.add("... and " + (end - few.size()) + " more");
        few.addAll(lines.subList(end, lines.size()));
        return few;
    }
}
