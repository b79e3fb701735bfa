package ntbed.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplatesTest {
    private static final String SCM = "Service Control Manager";

    @Test
    void theTableIsTidy() {
        List<String> seen = new ArrayList<>();
        for (MessageTemplates.Template template : MessageTemplates.all()) {
            seen.add(template.source() + " " + template.eventId());
            assertThat(template.eventId()).isEqualTo(template.rawEventId() & 0xFFFF);
            assertThat(template.template()).as(template.source()).isNotBlank().doesNotContain("\t");
            assertThat(template.symbol()).isNotBlank().doesNotContain(" ");
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(45);
    }

    @ParameterizedTest
    @CsvSource({
        "7000,0xC0001B58,The A service failed to start due to the following error: |B",
        "7001,0xC0001B59,The A service depends on the B service which failed to start "
                + "because of the following error: |C",
        "7002,0xC0001B5A,The A service depends on the B group and no member of this group started.",
        "7003,0xC0001B5B,The A service depends on the following nonexistent service: B",
        "7009,0xC0001B61,Timeout (A milliseconds) waiting for service to connect.",
        "7011,0xC0001B63,Timeout (A milliseconds) waiting for transaction response.",
        "7013,0xC0001B65,Logon attempt with current password failed with the following error: |A",
        "7016,0xC0001B68,The A service has reported an invalid current state B.",
        "7022,0xC0001B6E,The A service hung on starting.",
        "7023,0xC0001B6F,The A service terminated with the following error: |B",
        "7024,0xC0001B70,The A service terminated with service-specific error B.",
        "7026,0xC0001B72,The following boot-start or system-start driver(s) failed to load: A"
    })
    void whatTheServiceControlManagerSays(int eventId, String raw, String text) {
        MessageTemplates.Template template = MessageTemplates.find(SCM, eventId).orElseThrow();
        assertThat(template.rawEventId()).isEqualTo(Integer.parseUnsignedInt(raw.substring(2), 16));
        assertThat(template.type()).isEqualTo(EventType.ERROR);
        assertThat(MessageText.format(template.template(), List.of("A", "B", "C")))
                .isEqualTo(text.replace('|', '\n'));
    }

    @ParameterizedTest
    @ValueSource(ints = {7004, 7031, 7032, 7033, 7034, 7035, 7036})
    void whatOnlyLaterWindowsSaysIsNotThere(int eventId) {
        assertThat(MessageTemplates.find(SCM, eventId)).isEmpty();
    }

    @Test
    void sourcesAreFoundWhateverTheirCase() {
        assertThat(MessageTemplates.find("eventlog", 6005)).isPresent();
        assertThat(MessageTemplates.find("EVENTLOG", 0x8000_1775)).isPresent();
        assertThat(MessageTemplates.find("EventLog", 7000)).isEmpty();
    }
}
