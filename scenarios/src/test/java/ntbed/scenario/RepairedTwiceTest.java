package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.fix.Diagnosis;
import ntbed.fix.Fixes;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each repair, done to a machine that is well already. */
class RepairedTwiceTest {
    private static final String CLONE = "clone";

    @Test
    @DisplayName("X-06: Psysdup2 disabled already: the person finds no Start of 2 to change, the fix does not apply")
    void disabledAlready() {
        Article article = Bay.article("Q198417");
        List<Step> steps = article.remedies().get(1).steps().stream()
                .flatMap(step -> step.steps().stream())
                .toList();
        Bay bay = Bay.broken(article, Edition.SERVER).perform(steps).perform("- log on: Administrator");

        assertThatThrownBy(() -> bay.perform(steps)).isInstanceOf(Win32Exception.class);

        assertThat(Fixes.byId("DisablePsysdup2").orElseThrow().diagnose(bay.door(CLONE)))
                .isInstanceOf(Diagnosis.DoesNotApply.class);
        assertThat(bay.at(CLONE).value("HKLM\\SYSTEM\\CurrentControlSet\\Services\\Psysdup2", "Start"))
                .contains("REG_DWORD: 0x4");
    }

    @Test
    @DisplayName("X-06: Protected Storage reinstalled twice is as reinstalled once, but for what the backups hold")
    void reinstalledTwice() {
        Article article = Bay.article("Q321454");
        List<Remedy.Part> parts = article.remedies().get(0).parts();
        Bay once = Bay.broken(article, Edition.SERVER);
        parts.forEach(part -> once.steps(part, 1, part.steps().size()));
        once.restart().restart();
        Bay twice = once.fork().startAndLogOn(Bay.MASTER);

        twice.steps(parts.get(0), 1, 14)
                .perform("- click: Yes")
                .steps(parts.get(0), 15, 19)
                .perform("- click: Yes")
                .steps(parts.get(0), 20, 22)
                .steps(parts.get(1), 1, 5)
                .steps(parts.get(2), 1, 7)
                .restart()
                .restart();

        assertThat(twice.state(Bay.MASTER, "ProtectedStorage")).isEqualTo("running");
        twice.bench.shutDownAll();
        assertThat(twice.bench.differences(Bay.MASTER, once.bench))
                .allMatch(path -> path.equals("C:\\pstore1.reg") || path.equals("C:\\pstore2.reg"));
        twice.startAndLogOn(Bay.MASTER);
        assertThat(twice.messages(Bay.MASTER)).isEmpty();
        assertThat(twice.events(Bay.MASTER, 7024)).isEmpty();
    }

    @Test
    @DisplayName("X-06: pstores.exe -install twice: the second finds all as it should be")
    void installedTwice() {
        Bay bay = Bay.sound(Bay.article("Q321454"), Edition.SERVER)
                .perform("- run: C:\\WINNT\\System32\\pstores.exe -install", "- wait: 10 s")
                .restart();
        Bay again = bay.fork().startAndLogOn(Bay.MASTER);
        again.perform("- run: C:\\WINNT\\System32\\pstores.exe -install", "- wait: 10 s");

        assertThat(again.state(Bay.MASTER, "ProtectedStorage")).isEqualTo("running");
        again.bench.shutDownAll();
        assertThat(again.bench.differences(Bay.MASTER, bay.bench)).isEmpty();
    }

    @Test
    @DisplayName(
            "X-06: the Option Pack's set-up, run again with the same answers, says why not and changes nothing else")
    void setUpTwice() {
        Article article = Bay.article("Q248739");
        Remedy remedy = article.remedies().get(0);
        Bay once = Bay.installed(article, Edition.SERVER)
                .perform(article.story().before())
                .perform(remedy.prepare());
        remedy.steps().forEach(step -> once.perform(step.steps()));
        Bay twice = once.restart().fork().startAndLogOn("new clone");

        twice.perform(remedy.steps().get(2).steps().subList(0, 2));

        String errors = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\OC Manager\\MasterInfs\\Errors";
        assertThat(twice.at("new clone").value(errors, "1")).isPresent();
        twice.perform("- restart", "- log on: Administrator");
        assertThat(twice.state("new clone", "W3SVC")).isEqualTo("running");
        twice.bench.shutDownAll();
        assertThat(twice.bench.differences("new clone", once.bench)).allMatch(path -> path.contains("OC Manager"));
    }
}
