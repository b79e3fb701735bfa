package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ntbed.process.Desktop.Answer;
import ntbed.process.Desktop.Dialog;
import ntbed.trace.TraceEvent;
import org.junit.jupiter.api.Test;

/** Windows with controls, on the desktop and in a person's hand. */
class WindowsTest {
    private static final Window WINDOW = Window.of(
            "Form",
            "Fill in.",
            List.of(
                    Control.Field.of("Name", "old"),
                    Control.Field.of("Password", ""),
                    new Control.CheckBox("Box", false),
                    new Control.Choice("Colour", List.of("Red", "Green"), "Red"),
                    new Control.ListBox("People", List.of("Ann: Read", "Bob: Write"), "")),
            "OK",
            "More...",
            "Cancel");

    private final TestProcesses machine = new TestProcesses();
    private final DesktopSession desktop = machine.desktop;
    private final Hand hand = new Hand(desktop);
    private final List<String> answers = new ArrayList<>();

    private void show(Window window) {
        desktop.show(
                window, (answer, last) -> answers.add(answer.button() + " " + answer.fields() + " " + last.lines()));
    }

    @Test
    void aWindowTellsItsControlsLineByLine() {
        assertThat(WINDOW.lines())
                .containsExactly(
                        "Fill in.",
                        "Name: old",
                        "Password: ",
                        "[ ] Box",
                        "Colour: Red",
                        "People:",
                        "Ann: Read",
                        "Bob: Write");
        assertThat(WINDOW.withGreyed("OK").lines()).endsWith("OK (greyed)");
    }

    @Test
    void whatAPersonChangesIsInTheAnswerAndNothingElse() {
        show(WINDOW);
        hand.tick("Box");
        hand.choose("green");
        hand.select("Bob");
        hand.type("new");
        hand.type("Password: secret");
        hand.click("More");
        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer)
                        .startsWith("More... {Box=yes, Colour=green, People=Bob, Name=new, Password=secret}")
                        .contains("[x] Box", "Colour: Green", "Name: new", "Password: *")
                        .doesNotContain("Password: secret"));
        assertThat(hand.window()).isEmpty();
    }

    @Test
    void aPasswordIsNotInTheTrace() {
        show(WINDOW);
        hand.type("Password: secret");
        hand.click("OK");
        assertThat(machine.trace.events())
                .filteredOn(TraceEvent.ToolUsed.class::isInstance)
                .extracting(event -> ((TraceEvent.ToolUsed) event).action())
                .containsExactly("set Password to *");
        assertThat(machine.trace.events().toString()).doesNotContain("secret");
    }

    @Test
    void whatTheWindowDoesNotOfferIsRefusedAndItStaysOpen() {
        show(WINDOW.withGreyed("Cancel"));
        assertThatThrownBy(() -> hand.click("Cancel")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hand.click("Help")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hand.choose("Blue")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hand.select("Carl")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hand.tick("Other")).isInstanceOf(IllegalArgumentException.class);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("Name", "new");
        wrong.put("Box", "perhaps");
        Dialog front = hand.window().orElseThrow();
        assertThatThrownBy(() -> desktop.answer(front, new Answer("OK", wrong)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(hand.window().orElseThrow().window().value("Name")).isEqualTo("old");
        assertThat(answers).isEmpty();
    }

    @Test
    void theHandIsOnTheNewestWindowThatCameUpSinceItBegan() {
        show(Window.message("first", "", "OK"));
        show(Window.message("second", "", "OK"));
        assertThat(hand.window().map(Dialog::title)).contains("second");
        hand.click("OK");
        assertThat(hand.window().map(Dialog::title)).contains("first");
        assertThat(new Hand(desktop).window()).isEmpty();
    }

    @Test
    void aWindowMayReactToAChange() {
        desktop.show(WINDOW, new Desktop.Behind() {
            @Override
            public void answered(Answer answer, Window last) {
                answers.add(last.value("Name"));
            }

            @Override
            public Window changed(Window now, String control) {
                return control.equals("Colour") ? now.with("Name", now.value("Colour")) : now;
            }
        });
        hand.choose("Green");
        assertThat(hand.window().orElseThrow().window().value("Name")).isEqualTo("Green");
        hand.click("OK");
        assertThat(answers).containsExactly("Green");
    }
}
