package ntbed.component.sysprep;

import static ntbed.component.sysprep.TestMasters.ALL_ANSWERS;
import static ntbed.component.sysprep.TestMasters.booted;
import static ntbed.component.sysprep.TestMasters.incomplete;
import static ntbed.component.sysprep.TestMasters.prepared;
import static ntbed.component.sysprep.TestMasters.withAnswers;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import ntbed.component.base.BaseInstallation;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.trace.TraceText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whole traces, as they are kept; {@code -Dtraces.update=true} rewrites what is kept. */
class GoldenBootTest {
    private static void check(String name, Machine machine) throws IOException {
        String text = TraceText.of(machine.trace().events());
        Path file = Path.of("src/test/resources/traces", name);
        if (Boolean.getBoolean("traces.update")) {
            Files.createDirectories(Path.of("src/test/resources/traces"));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static Machine untilLoggedOn(Machine machine) {
        machine.logOn("Administrator", "");
        machine.settle();
        return machine;
    }

    @Test
    @DisplayName("the healthy Server, from power-on to the desktop")
    void server() throws IOException {
        check("server.trace", untilLoggedOn(booted(BaseInstallation.server(), 1)));
    }

    @Test
    @DisplayName("Q198417: a clone of a master whose tools folder lacked Psysdup2.exe, from Setupcl to the message")
    void cloneWithoutPsysdup2() throws IOException {
        MachineImage prepared =
                prepared(withAnswers(incomplete(), ALL_ANSWERS).build(), "C:\\Sysprep\\Sysprep.exe answers.txt -quiet");
        Machine machine = untilLoggedOn(booted(prepared, 1));
        assertThat(machine.desktop().shown()).hasSize(1);
        check("q198417-clone.trace", machine);
    }
}
