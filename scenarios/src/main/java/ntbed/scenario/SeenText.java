package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;

/** What a person sees of the symptoms, as it stands on their screen. */
final class SeenText {
    private SeenText() {}

    static List<String> of(Check symptom, Observation machine) {
        List<String> seen = new ArrayList<>();
        if (symptom instanceof Check.Popup popup) {
            windows(popup, machine, seen);
        } else if (symptom instanceof Check.Event event) {
            events(event, machine, seen);
        } else {
            seen.add(symptom.written() + " (" + symptom.present(machine).seen() + ")");
        }
        return seen;
    }

    private static void windows(Check.Popup popup, Observation machine, List<String> seen) {
        for (Observation.Window window : machine.windows()) {
            if (window.title().equals(popup.title())) {
                seen.add("message box \"" + window.title() + "\": " + window.text());
            }
        }
    }

    private static void events(Check.Event wanted, Observation machine, List<String> seen) {
        for (Observation.Event event : machine.events(wanted.log())) {
            if (event.id() == wanted.id()
                    && event.source().equals(wanted.source())
                    && ShownText.same(wanted.text(), event.text())) {
                seen.add(
                        "Event Viewer, " + wanted.log().title() + " log:\n" + String.join("\n", machine.detail(event)));
            }
        }
    }
}
