package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;

/**
 * One thing that a person can see: one line of an article. A symptom is a check that must hold on the broken machine
 * ({@link #present}) and be gone from a well one ({@link #absent}). {@link CheckWords} has a word for each.
 */
public sealed interface Check
        permits Check.Dimmed,
                Check.Event,
                Check.FileThere,
                Check.KeyThere,
                Check.Line,
                Check.Message,
                Check.NoEvent,
                Check.NoPopup,
                Check.NoService,
                Check.NoValue,
                Check.OnEdition,
                Check.Popup,
                Check.Service,
                Check.Value,
                Check.When,
                Check.Window,
                ContentCheck {
    /** Whether it is there to be seen. */
    Finding present(Observation machine);

    /** Whether nothing of the kind is there; stricter than "not present" where a variant would do as much harm. */
    default Finding absent(Observation machine) {
        Finding present = present(machine);
        return new Finding("not: " + present.check(), !present.holds(), present.seen());
    }

    /** The check as an article writes it. */
    String written();

    /** The words by which a person may look for it. */
    default String searchText() {
        return written();
    }

    private static String searchText(List<Check> checks) {
        List<String> texts = new ArrayList<>();
        checks.forEach(check -> texts.add(check.searchText()));
        return String.join(" / ", texts);
    }

    /**
     * A message box with that text was shown. It is absent only when no box of that title was shown, whatever its
     * text: the start-up message has two texts (decision D3).
     */
    record Popup(String title, String text) implements Check {
        @Override
        public Finding present(Observation machine) {
            return finding(machine, true);
        }

        @Override
        public Finding absent(Observation machine) {
            return finding(machine, false);
        }

        private Finding finding(Observation machine, boolean wanted) {
            List<String> seen = new ArrayList<>();
            boolean found = false;
            for (Observation.Window window : machine.windows()) {
                if (window.title().equals(title)) {
                    seen.add(window.text());
                    found |= !wanted || ShownText.same(text, window.text());
                }
            }
            return new Finding(
                    (wanted ? "" : "not: ") + written(),
                    found == wanted,
                    seen.isEmpty() ? "no such message box" : String.join(" | ", seen));
        }

        @Override
        public String written() {
            return "popup: " + text;
        }
    }

    /**
     * Records with that source, number and text were written, as many as {@code count}.
     *
     * @param type Error, Warning, ...; empty = any
     * @param user {@code N/A} or a name; empty = any
     * @param category {@code None} or a number; empty = any
     */
    record Event(Log log, String source, int id, String type, String user, String category, String text, int count)
            implements Check {
        @Override
        public Finding present(Observation machine) {
            int matching = 0;
            List<String> near = new ArrayList<>();
            for (Observation.Event event : machine.events(log)) {
                if (isSame(event)) {
                    matching++;
                } else if (event.id() == id) {
                    near.add(shown(event));
                }
            }
            String seen =
                    matching > 0 ? matching + " such" : near.isEmpty() ? "no such event" : String.join(" | ", near);
            return new Finding(written(), matching == count, seen);
        }

        @Override
        public Finding absent(Observation machine) {
            for (Observation.Event event : machine.events(log)) {
                if (event.id() == id && event.source().equals(source) && ShownText.same(text, event.text())) {
                    return new Finding("not: " + written(), false, shown(event));
                }
            }
            return new Finding("not: " + written(), true, "no such event");
        }

        private boolean isSame(Observation.Event event) {
            return event.id() == id
                    && event.source().equals(source)
                    && ShownText.same(text, event.text())
                    && (type.isEmpty() || type.equals(event.type()))
                    && (user.isEmpty() || user.equals(event.user()))
                    && (category.isEmpty() || category.equals(event.category()));
        }

        static String shown(Observation.Event event) {
            return event.id() + " " + event.source() + " " + event.type() + ": " + ShownText.plain(event.text());
        }

        @Override
        public String written() {
            return "event: " + id + " " + source + ": " + ShownText.plain(text);
        }

        @Override
        public String searchText() {
            return "Event ID: " + id + " Source: " + source + " Description: " + text;
        }
    }

    /** A service is in that state and has that start type; an empty one is not looked at, nor is exit code -1. */
    record Service(String name, String state, String start, int exitCode) implements Check {
        /** Stands for an exit code that is not looked at. */
        static final int ANY_EXIT_CODE = -1;

        @Override
        public Finding present(Observation machine) {
            Optional<Observation.Service> service = machine.service(name);
            boolean same = service.isPresent()
                    && (state.isEmpty() || state.equals(service.get().state()))
                    && (start.isEmpty() || start.equals(service.get().start()))
                    && (exitCode == ANY_EXIT_CODE || exitCode == service.get().exitCode());
            String seen = service.map(found -> found.state() + ", " + found.start() + ", exit code "
                            + Integer.toUnsignedString(found.exitCode()))
                    .orElse("no such service");
            return new Finding(written(), same, seen);
        }

        @Override
        public String written() {
            return "service: " + name
                    + (state.isEmpty() ? "" : ", " + state)
                    + (start.isEmpty() ? "" : ", " + start)
                    + (exitCode == ANY_EXIT_CODE ? "" : ", exit code " + Integer.toUnsignedString(exitCode));
        }
    }

    /** A file is there, or is not. */
    record FileThere(String path, boolean wanted) implements Check {
        @Override
        public Finding present(Observation machine) {
            boolean there = machine.fileExists(path);
            return new Finding(written(), there == wanted, there ? "it is there" : "no such file");
        }

        @Override
        public String written() {
            return (wanted ? "file: " : "no file: ") + path;
        }
    }

    /** A key is there, or is not. */
    record KeyThere(String path, boolean wanted) implements Check {
        @Override
        public Finding present(Observation machine) {
            boolean there = machine.keyExists(path);
            return new Finding(written(), there == wanted, there ? "it is there" : "no such key");
        }

        @Override
        public String written() {
            return (wanted ? "key: " : "no key: ") + path;
        }
    }

    /** A value has that type and data, {@code REG_DWORD: 0x2}. */
    record Value(String key, String name, String data) implements Check {
        @Override
        public Finding present(Observation machine) {
            Optional<String> value = machine.value(key, name);
            return new Finding(written(), value.filter(data::equals).isPresent(), value.orElse("no such value"));
        }

        @Override
        public String written() {
            return "value: " + key + ", " + name + ": " + data;
        }
    }

    /** No message box of that title was shown. */
    record NoPopup(String title) implements Check {
        @Override
        public Finding present(Observation machine) {
            return new Popup(title, "").absent(machine).of(written());
        }

        @Override
        public String written() {
            return "no popup: " + title;
        }
    }

    /** No record with that number was written; an empty source or text is not looked at. */
    record NoEvent(Log log, String source, int id, String text) implements Check {
        @Override
        public Finding present(Observation machine) {
            for (Observation.Event event : machine.events(log)) {
                if (event.id() == id
                        && (source.isEmpty() || source.equals(event.source()))
                        && (text.isEmpty() || ShownText.same(text, event.text()))) {
                    return new Finding(written(), false, Event.shown(event));
                }
            }
            return new Finding(written(), true, "no such event");
        }

        @Override
        public String written() {
            return "no event: " + id + (source.isEmpty() ? "" : " " + source)
                    + (text.isEmpty() ? "" : ": " + ShownText.plain(text));
        }
    }

    /** There is no such service. */
    record NoService(String name) implements Check {
        @Override
        public Finding present(Observation machine) {
            boolean there = machine.service(name).isPresent();
            return new Finding(written(), !there, there ? "it is there" : "no such service");
        }

        @Override
        public String written() {
            return "no service: " + name;
        }
    }

    /** There is no such value. */
    record NoValue(String key, String name) implements Check {
        @Override
        public Finding present(Observation machine) {
            Optional<String> value = machine.value(key, name);
            return new Finding(written(), value.isEmpty(), value.orElse("no such value"));
        }

        @Override
        public String written() {
            return "no value: " + key + ", " + name;
        }
    }

    /** A key may not be opened by the person at the machine, and stands dimmed before them; or it does not. */
    record Dimmed(String path, boolean wanted) implements Check {
        @Override
        public Finding present(Observation machine) {
            boolean there = machine.keyExists(path);
            boolean dimmed = machine.isDimmed(path);
            return new Finding(
                    written(),
                    there && dimmed == wanted,
                    !there ? "no such key" : dimmed ? "it is dimmed" : "it is not dimmed");
        }

        @Override
        public String written() {
            return (wanted ? "dimmed: " : "not dimmed: ") + path;
        }
    }

    /** A message box stands in front of the person, with that text; an empty title is not looked at. */
    record Message(String title, String text) implements Check {
        @Override
        public Finding present(Observation machine) {
            Optional<Observation.Window> message = machine.message();
            boolean same = message.isPresent()
                    && (title.isEmpty() || title.equals(message.get().title()))
                    && ShownText.same(text, message.get().text());
            return new Finding(
                    written(),
                    same,
                    message.map(box -> box.title() + ": " + box.text()).orElse("no message"));
        }

        @Override
        public String written() {
            return "message: " + text;
        }
    }

    /** Looks after doing something: the symptom of whoever tries. The runner does the steps. */
    record When(List<Step> steps, List<Check> sees) implements Check {
        @Override
        public Finding present(Observation machine) {
            throw new AssertionError("a runner does the steps: " + written());
        }

        @Override
        public String written() {
            List<String> did = new ArrayList<>();
            steps.forEach(step -> did.add(step.written()));
            List<String> saw = new ArrayList<>();
            sees.forEach(check -> saw.add(check.written()));
            return "when: " + String.join(", ", did) + "; sees " + String.join(", ", saw);
        }

        @Override
        public String searchText() {
            return Check.searchText(sees);
        }
    }

    /** Looks on that edition only. */
    record OnEdition(Map<Edition, List<Check>> checks) implements Check {
        @Override
        public Finding present(Observation machine) {
            throw new AssertionError("a runner chooses the edition: " + written());
        }

        @Override
        public String written() {
            List<String> editions = new ArrayList<>();
            checks.forEach((edition, looks) -> {
                List<String> written = new ArrayList<>();
                looks.forEach(check -> written.add(check.written()));
                editions.add(edition.word() + ": " + String.join(", ", written));
            });
            return "on edition: " + String.join("; ", editions);
        }

        @Override
        public String searchText() {
            List<Check> all = new ArrayList<>();
            checks.values().forEach(all::addAll);
            return Check.searchText(all);
        }
    }

    /** The window in front of the person has that title. */
    record Window(String title) implements Check {
        @Override
        public Finding present(Observation machine) {
            Optional<String> window = machine.toolWindow();
            return new Finding(written(), window.filter(title::equals).isPresent(), window.orElse("no window"));
        }

        @Override
        public String written() {
            return "window: " + title;
        }
    }

    /** The open tool shows that line. */
    record Line(String text) implements Check {
        @Override
        public Finding present(Observation machine) {
            List<String> lines = machine.toolLines();
            return new Finding(written(), lines.contains(text), String.join(" | ", lines));
        }

        @Override
        public String written() {
            return "line: " + text;
        }
    }
}
