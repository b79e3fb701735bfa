package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What helps: the base system is duplicated first, the Option Pack installed on each clone afterwards, unattended. */
class Q248739WorkaroundTest {
    private static final Article ARTICLE = Bay.article("Q248739");
    private static final Remedy REMEDY = ARTICLE.remedies().get(0);
    private static final String NEW_CLONE = "new clone";
    private static final String SETUP = "- run: D:\\ntoptpak\\en\\x86\\winnt.srv\\setup.exe /u:C:\\ntop.txt";
    private static final String GATE =
            "Setup detected that Windows NT 4.0 SP4 or greater is installed on your machine. "
                    + "We haven't tested this product on SP4. Do you wish to proceed?";

    /** A clone of the base system, before the Option Pack is installed on it. */
    private static Bay newClone(Edition edition) {
        return Bay.installed(ARTICLE, edition).perform(ARTICLE.story().before()).perform(REMEDY.prepare());
    }

    private static Bay withOptionPack(Edition edition) {
        Bay bay = newClone(edition);
        REMEDY.steps().forEach(step -> bay.perform(step.steps()));
        return bay;
    }

    @ParameterizedTest
    @EnumSource(
            value = Edition.class,
            names = {"SERVER", "WORKSTATION"})
    @DisplayName("S3-18, MB-07: cloned without IIS first, then installed: it works")
    void baseFirst(Edition edition) {
        Bay bay = newClone(edition);
        assertThat(bay.state(NEW_CLONE, "IISADMIN")).isEqualTo("no such service");

        REMEDY.steps().forEach(step -> bay.perform(step.steps()));
        bay.restart();

        assertThat(bay.state(NEW_CLONE, "IISADMIN")).isEqualTo("running");
        assertThat(bay.state(NEW_CLONE, "W3SVC")).isEqualTo("running");
        assertThat(bay.events(NEW_CLONE, 7024)).isEmpty();
        assertThat(bay.messages(NEW_CLONE)).isEmpty();
    }

    @Test
    @DisplayName("S3-19, MB-07: after the unattended run on the clone the services run and neither message appears")
    void unattended() {
        assertThat(REMEDY.steps().get(2).steps())
                .anyMatch(step -> step.written().contains("setup.exe /u:"));
        Bay bay = withOptionPack(Edition.SERVER);

        bay.perform("- open: mmc", "- expand: Default Web Site", "- choose: Properties");

        assertThat(bay.state(NEW_CLONE, "IISADMIN")).isEqualTo("running");
        assertThat(bay.at(NEW_CLONE).windows())
                .noneMatch(window -> window.text().startsWith("Unable to enumerate"))
                .noneMatch(window -> window.text().startsWith("Invalid configuration"));
        assertThat(bay.system(NEW_CLONE).accounts().lookupName("IUSR_CLONE2")).isPresent();
        assertThat(bay.system(NEW_CLONE).accounts().lookupName("IWAM_CLONE2")).isPresent();
    }

    @Test
    @DisplayName("S3-20: installed first and cloned then it fails, also when Sysprep runs once more")
    void wrongOrder() {
        Bay bay = withOptionPack(Edition.SERVER)
                .perform("- insert disc: sysprep", "- run: expand D:\\*.* C:\\Sysprep")
                .perform("- run: C:\\Sysprep\\Sysprep.exe -quiet")
                .clone(NEW_CLONE, "too late", "CLONE3");
        assertThat(bay.state("too late", "IISADMIN")).isEqualTo("stopped");
        assertThat(bay.events("too late", 7024)).hasSize(1);

        bay.perform("- insert disc: sysprep", "- run: expand D:\\*.* C:\\Sysprep")
                .perform("- run: C:\\Sysprep\\Sysprep.exe -quiet")
                .clone("too late", "once more", "CLONE4");

        assertThat(bay.state("once more", "IISADMIN")).isEqualTo("stopped");
        assertThat(bay.events("once more", 7024)).hasSize(1);
    }

    @Test
    @DisplayName("S3-23: from Service Pack 4 on the run stops at a question; with the corrected files it does not")
    void gate() {
        Bay bay = newClone(Edition.SERVER).perform(REMEDY.steps().get(1).steps());

        bay.perform("- insert disc: optionpack", SETUP, "- wait: 10 min");
        assertThat(bay.front(NEW_CLONE)).isEqualTo(GATE);
        assertThat(bay.state(NEW_CLONE, "IISADMIN")).isEqualTo("no such service");

        bay.perform("- restart", "- log on: Administrator", "- insert disc: optionpack-corrected", SETUP)
                .perform("- log on: Administrator");
        assertThat(bay.state(NEW_CLONE, "IISADMIN")).isEqualTo("running");
        assertThat(bay.state(NEW_CLONE, "W3SVC")).isEqualTo("running");
    }
}
