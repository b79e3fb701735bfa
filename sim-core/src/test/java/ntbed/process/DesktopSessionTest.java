package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.process.Desktop.Answer;
import ntbed.process.Desktop.Dialog;
import ntbed.registry.RegistryValue;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesktopSessionTest {
    private static final Answer OK = new Answer("OK", Map.of());

    private final TestProcesses machine = new TestProcesses();
    private final DesktopSession desktop = machine.desktop;

    @Test
    @DisplayName("E6: before log-on a box is held back, after it shown once")
    void heldBack() {
        desktop.hardError("Service Control Manager", "At least one ...");
        assertThat(desktop.open()).isEmpty();
        desktop.userLoggedOn();
        assertThat(desktop.open()).extracting(Dialog::title).containsExactly("Service Control Manager");
        desktop.userLoggedOff();
        desktop.userLoggedOn();
        assertThat(desktop.shown()).hasSize(1);
    }

    @Test
    @DisplayName("E9: boxes come one after another and wait for an answer")
    void oneAfterAnother() {
        desktop.userLoggedOn();
        desktop.hardError("one", "");
        desktop.hardError("two", "");
        assertThat(desktop.open()).extracting(Dialog::title).containsExactly("one");
        desktop.answer(desktop.open().get(0), OK);
        assertThat(desktop.open()).extracting(Dialog::title).containsExactly("two");
        desktop.answer(desktop.open().get(0), OK);
        assertThat(desktop.open()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("E9: ErrorMode decides between box and log")
    @CsvSource({
        "0,SYSTEM,true,false",
        "0,APPLICATION,true,false",
        "1,SYSTEM,false,true",
        "1,APPLICATION,true,false",
        "2,SYSTEM,false,true",
        "2,APPLICATION,false,true",
        "3,SYSTEM,true,false"
    })
    void errorMode(int mode, DesktopSession.Origin origin, boolean shown, boolean logged) {
        machine.registry.setValue(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Windows", "ErrorMode", RegistryValue.dword(mode), "test");
        desktop.userLoggedOn();
        desktop.hardError("title", "text", origin);
        assertThat(desktop.open()).hasSize(shown ? 1 : 0);
        assertThat(machine.loggedIds().contains(26)).isEqualTo(logged);
    }

    @Test
    @DisplayName("E8: a shown box is logged as Application Popup 26 only where that is switched on")
    void switchable() {
        desktop.hardError("silent", "text");
        assertThat(machine.loggedIds()).doesNotContain(26);
        desktop.logPopups(true);
        desktop.hardError("Service Control Manager", "At least one service or driver failed");
        List<EventRecord> records = machine.events.image().records(Log.SYSTEM);
        EventRecord popup = records.get(records.size() - 1);
        assertThat(popup.source()).isEqualTo("Application Popup");
        assertThat(machine.events.describe(popup))
                .isEqualTo("Application popup: Service Control Manager : At least one service or driver failed");
    }

    @Test
    void anAnswerRunsUnderItsOwnTraceEvent() {
        List<String> typed = new ArrayList<>();
        Dialog dialog = desktop.show("Name", "Your name", List.of("Name"), List.of("OK", "Cancel"), answer -> {
            typed.add(answer.fields().get("Name"));
            desktop.show("Hello", "", List.of(), List.of("OK"), second -> {});
        });
        desktop.answer(dialog, new Answer("OK", Map.of("Name", "Ada")));
        assertThat(typed).containsExactly("Ada");
        int events = machine.trace.events().size();
        assertThat(machine.trace.events().get(events - 2))
                .isInstanceOfSatisfying(TraceEvent.DialogAnswered.class, event -> {
                    assertThat(event.title()).isEqualTo("Name");
                    assertThat(event.button()).isEqualTo("OK");
                });
        assertThat(machine.trace.events().get(events - 1))
                .isInstanceOfSatisfying(
                        TraceEvent.DialogShown.class,
                        event -> assertThat(event.stamp().cause()).isEqualTo(events - 1));
    }

    @Test
    void whatTheWindowHasNotCannotBeAnswered() {
        Dialog dialog = desktop.show("T", "", List.of("Name"), List.of("OK"), answer -> {});
        assertThatThrownBy(() -> desktop.answer(dialog, new Answer("Cancel", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cancel");
        assertThatThrownBy(() -> desktop.answer(dialog, new Answer("OK", Map.of("Age", "3"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Age");
        desktop.answer(dialog, OK);
        assertThatThrownBy(() -> desktop.answer(dialog, OK)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasTypedKeepsItsOrder() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : List.of("Name", "Organization", "Product ID", "Password", "Again")) {
            typed.put(field, "x");
        }
        Answer answer = new Answer("OK", typed);
        typed.clear();
        assertThat(answer.fields().keySet()).containsExactly("Name", "Organization", "Product ID", "Password", "Again");
    }

    @Test
    void windowsWaitOldestFirst() {
        Dialog one = desktop.show("one", "", List.of(), List.of("OK"), answer -> {});
        Dialog two = desktop.show("two", "", List.of(), List.of("OK"), answer -> {});
        assertThat(desktop.open()).containsExactly(one, two);
        desktop.answer(one, OK);
        assertThat(desktop.open()).containsExactly(two);
        assertThat(desktop.shown()).containsExactly(one, two);
    }
}
