package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.scenario.Remedy.Numbered;
import ntbed.scenario.Step.ToolVerb;

/** The machines of an article at any point of its story, and a few words to use and to look at them with. */
final class Bay {
    static final String MASTER = "master";
    static final String LONG_MESSAGE = "At least one service or driver failed during system startup. "
            + "Use Event Viewer to examine the event log for details";

    final Article article;
    final MachineBench bench;

    private Bay(Article article, MachineBench bench) {
        this.article = article;
        this.bench = bench;
    }

    static Article article(String id) {
        return KnowledgeBase.open().find(id).orElseThrow();
    }

    /** The article's machine, installed and off. */
    static Bay installed(Article article, Edition edition) {
        return on(article, edition, Components.master(article.setting(), edition));
    }

    /** Another machine, off, for the same article. */
    static Bay on(Article article, Edition edition, MachineImage image) {
        return new Bay(article, new MachineBench("test", edition, image, 1));
    }

    /** The article's story as far as its symptoms. */
    static Bay broken(Article article, Edition edition) {
        Article.Story story = article.story();
        return installed(article, edition)
                .perform(story.before())
                .perform(story.cause())
                .perform(story.after());
    }

    /** The story without its cause. */
    static Bay sound(Article article, Edition edition) {
        Article.Story story = article.story();
        return installed(article, edition).perform(story.before()).perform(story.after());
    }

    Bay perform(List<Step> steps) {
        steps.forEach(step -> step.perform(bench));
        return this;
    }

    /** Steps as an article writes them, one a line: {@code - power on}. */
    Bay perform(String... lines) {
        if (lines.length == 0) {
            return this;
        }
        return perform(Entry.parse("steps", String.join("\n", lines)).list(StepWords::read));
    }

    /** What the steps of a remedy's part do, from one number to another. */
    Bay steps(Remedy.Part part, int from, int to) {
        for (Numbered step : part.steps().subList(from - 1, to)) {
            perform(step.steps());
        }
        return this;
    }

    /** The same machines, off, on another bench; this bench's are shut down. */
    Bay fork() {
        bench.shutDownAll();
        return new Bay(article, (MachineBench) bench.fork("fork"));
    }

    Bay startAndLogOn(String machine) {
        bench.at(machine);
        return perform("- power on", "- log on: Administrator");
    }

    Bay restart() {
        return perform("- restart", "- log on: Administrator");
    }

    Bay use(ToolVerb verb, String argument) {
        bench.useTool(verb, argument);
        return this;
    }

    Win32 door(String machine) {
        return bench.station(machine).eyes();
    }

    Win32 system(String machine) {
        return bench.station(machine).machine().asSystem();
    }

    Observation at(String machine) {
        return bench.observe(machine);
    }

    /** Whether what an article checks is there. */
    boolean sees(String machine, String check) {
        return CheckWords.read(Entry.parse("check", check)).present(at(machine)).holds();
    }

    /** The service control manager's events of that number since the machine last started. */
    List<Observation.Event> events(String machine, int id) {
        return at(machine).events(Log.SYSTEM).stream()
                .filter(event -> event.id() == id && event.source().equals("Service Control Manager"))
                .toList();
    }

    /** Their texts, as one reads them. */
    List<String> texts(String machine, int id) {
        return events(machine, id).stream()
                .map(event -> ShownText.plain(event.text()))
                .toList();
    }

    /** The start-up messages since the machine last started, as one reads them. */
    List<String> messages(String machine) {
        return at(machine).windows().stream()
                .filter(window -> window.title().equals("Service Control Manager"))
                .map(window -> ShownText.plain(window.text()))
                .toList();
    }

    /** The text of the newest window that waits. */
    String front(String machine) {
        return at(machine).message().map(Observation.Window::text).orElse("nothing");
    }

    String state(String machine, String service) {
        return at(machine).service(service).map(Observation.Service::state).orElse("no such service");
    }

    /** What the machines traced, line by line. */
    List<String> traced() {
        List<String> lines = new ArrayList<>();
        bench.traces().forEach(trace -> trace.trace().events().forEach(event -> lines.add(event.toString())));
        return lines;
    }

    /** A further clone of a machine's disk, through its wizard. */
    Bay clone(String from, String name, String computerName) {
        bench.at(from);
        bench.copyDisk(name);
        bench.at(name);
        bench.powerOn();
        bench.answer("Windows NT Setup", "Next", Map.of("Computer Name", computerName));
        return perform("- log on: Administrator");
    }
}
