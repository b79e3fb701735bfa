package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one sees on a clone with IIS or Personal Web Server: services that do not run, and two messages. */
class Q248739SymptomsTest {
    private static final Article ARTICLE = Bay.article("Q248739");
    private static final String CLONE = "clone";
    private static final String NOT_ENUMERATED = "Unable to enumerate files and directories because the following "
            + "error occurred: The system cannot find the path specified";
    private static final String NOT_CONFIGURED =
            "Invalid configuration error occurred reading or setting configuration parameter";

    private static Bay broken() {
        return Bay.broken(ARTICLE, Edition.SERVER);
    }

    /** The texts of the console's message boxes, in order. */
    private static List<String> told(Bay bay) {
        return bay.at(CLONE).windows().stream()
                .filter(window -> window.title().equals("Internet Service Manager"))
                .map(window -> ShownText.plain(window.text()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Edition.class,
            names = {"SERVER", "WORKSTATION"})
    @DisplayName(
            "S3-03, S3-04, S3-06, MB-06: the services of IIS on Server, of Personal Web Server on Workstation, fail")
    void servicesDoNotRun(Edition edition) {
        Bay bay = Bay.broken(ARTICLE, edition);

        assertThat(bay.state(CLONE, "IISADMIN")).isEqualTo("stopped");
        assertThat(bay.state(CLONE, "W3SVC")).isEqualTo("stopped");
        assertThat(bay.texts(CLONE, 7024))
                .containsExactly("The IIS Admin Service service terminated with service-specific error 2148073478");
        assertThat(bay.texts(CLONE, 7001)).hasSize(edition == Edition.SERVER ? 4 : 1);
        assertThat(bay.messages(CLONE)).hasSize(1);

        bay.restart();
        assertThat(bay.messages(CLONE)).containsExactly(Bay.LONG_MESSAGE);
        assertThat(bay.state(CLONE, "IISADMIN")).isEqualTo("stopped");
    }

    @Test
    @DisplayName("S3-07, MB-05: an action in the console shows at most one message; without the console there is none")
    void atMostOneMessage() {
        Bay bay = broken();
        assertThat(told(bay)).isEmpty();

        bay.perform("- open: mmc");
        assertThat(told(bay)).isEmpty();
        bay.perform("- expand: Default Web Site");
        assertThat(told(bay)).hasSize(1);
        bay.perform("- click: OK", "- select: Default Web Site", "- choose: Properties");
        assertThat(told(bay)).hasSize(2);

        Bay sound = Bay.sound(ARTICLE, Edition.SERVER)
                .perform("- open: mmc", "- expand: Default Web Site", "- choose: Properties");
        assertThat(told(sound)).isEmpty();
    }

    @Test
    @DisplayName("S3-08: opening a site tells that files and directories cannot be enumerated")
    void openingASite() {
        assertThat(told(broken().perform("- open: mmc", "- expand: Default Web Site")))
                .containsExactly(NOT_ENUMERATED);
    }

    @Test
    @DisplayName("S3-09: one or the other: no action shows both, and each its own")
    void neverBoth() {
        Bay bay = broken().perform("- open: mmc");

        bay.perform("- expand: Default Web Site", "- click: OK", "- expand: Default Web Site", "- click: OK");
        assertThat(told(bay)).containsExactly(NOT_ENUMERATED, NOT_ENUMERATED);
        bay.perform("- choose: Properties", "- click: OK");
        assertThat(told(bay)).containsExactly(NOT_ENUMERATED, NOT_ENUMERATED, NOT_CONFIGURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Default Web Site", "clone1"})
    @DisplayName("S3-10: properties of a site or of the computer tell that a configuration parameter is invalid")
    void properties(String line) {
        assertThat(told(broken().perform("- open: mmc", "- select: " + line, "- choose: Properties")))
                .containsExactly(NOT_CONFIGURED);
    }
}
