package ntbed.tool.cmd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.component.base.BaseInstallation;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.tool.net.NetProgram;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmdTest {
    private static final List<String> UNKNOWN = List.of(
            "The name specified is not recognized as an",
            "internal or external command, operable program or batch file.");

    private final MachineBuilder builder = MachineBuilder.of(BaseInstallation.server())
            .programs(new NetProgram(), new Speaker())
            .image("C:\\TEMP\\speaker.exe", ImageFile.of("speaker"))
            .image("C:\\WINNT\\System32\\window.exe", ImageFile.of("speaker").with("subsystem", "windows"));

    /** Prints how it was started, later a second line, and ends with 3. */
    private static final class Speaker implements Program {
        @Override
        public String id() {
            return "speaker";
        }

        @Override
        public String heading() {
            return "Says how it was started";
        }

        @Override
        public void main(NtProcess process) {
            process.console().print(process.commandLine() + " in " + process.currentDirectory());
            process.after(5_000, () -> {
                process.console().print("done");
                process.exit(3);
            });
        }
    }

    private Win32 door() {
        Machine machine = Machine.powerOn(builder.build(), 1);
        machine.boot();
        return machine.logOn("Administrator", "");
    }

    private Cmd prompt() {
        return Cmd.open(door());
    }

    /** The lines that a command left on the screen. */
    private static List<String> answer(Cmd cmd, String typed) {
        int before = cmd.screen().size();
        cmd.enter(typed);
        List<String> screen = cmd.screen();
        return screen.subList(before, screen.size() - 2);
    }

    @Test
    void theFirstScreen() {
        Cmd cmd = prompt();
        assertThat(cmd.title()).isEqualTo("C:\\WINNT\\System32\\cmd.exe");
        assertThat(cmd.screen())
                .containsExactly("Microsoft(R) Windows NT(TM)", "(C) Copyright 1985-1996 Microsoft Corp.", "", "C:\\>");
    }

    @Test
    void withoutItsFileItDoesNotStart() {
        builder.delete("C:\\WINNT\\System32\\cmd.exe");
        Win32 door = door();
        assertThatThrownBy(() -> Cmd.open(door))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.code()).isEqualTo(2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cd\\winnt\\system32, C:\\WINNT\\System32>",
        "chdir \\winnt, C:\\WINNT>",
        "cd %SystemRoot%\\system32, C:\\WINNT\\System32>",
        "cd WINNT\\..\\TEMP, C:\\TEMP>",
        "cd \"Program Files\", C:\\Program Files>",
        "cd Program Files, C:\\Program Files>",
        "cd.., C:\\>",
        "cd /d C:\\TEMP, C:\\TEMP>"
    })
    void changingTheDirectory(String typed, String prompt) {
        Cmd cmd = prompt();
        cmd.enter(typed);
        assertThat(cmd.prompt()).isEqualTo(prompt);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cd \\nowhere, The system cannot find the path specified.",
        "cd \\boot.ini, The system cannot find the path specified.",
        "q:, The system cannot find the drive specified."
    })
    void whereOneCannotGo(String typed, String text) {
        Cmd cmd = prompt();
        assertThat(answer(cmd, typed)).containsExactly(text);
        assertThat(cmd.prompt()).isEqualTo("C:\\>");
    }

    @Test
    void withoutAnArgumentItSaysWhereOneIs() {
        Cmd cmd = prompt();
        cmd.enter("cd \\temp");
        assertThat(answer(cmd, "cd")).containsExactly("C:\\TEMP");
        assertThat(answer(cmd, "cd c:")).containsExactly("C:\\TEMP");
    }

    @Test
    void verAndEcho() {
        Cmd cmd = prompt();
        assertThat(answer(cmd, "ver")).containsExactly("", "Windows NT Version 4.0", "");
        assertThat(answer(cmd, "echo  two words")).containsExactly(" two words");
        assertThat(answer(cmd, "echo.")).containsExactly("");
        assertThat(answer(cmd, "echo")).containsExactly("ECHO is on.");
        assertThat(answer(cmd, "echo %OS%")).containsExactly("Windows_NT");
        assertThat(answer(cmd, "rem nothing")).isEmpty();
        assertThat(answer(cmd, "")).isEmpty();
    }

    @Test
    void exitClosesTheWindow() {
        Cmd cmd = prompt();
        cmd.enter("exit");
        assertThat(cmd.isOpen()).isFalse();
        assertThatThrownBy(() -> cmd.enter("ver")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "nothing.exe -install", "C:\\TEMP\\nothing", "Q:\\speaker.exe", "speaker", "a?b"})
    void whatIsNotFoundIsNotRecognized(String typed) {
        assertThat(answer(prompt(), typed)).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "speaker, speaker",
        "SPEAKER.exe -x, SPEAKER.exe -x",
        "speaker/x, speaker/x",
        "\"speaker\" a, '\"speaker\" a'",
        ".\\speaker, .\\speaker"
    })
    void aProgramOfTheCurrentDirectoryIsWaitedFor(String typed, String commandLine) {
        Cmd cmd = prompt();
        cmd.enter("cd \\temp");
        assertThat(answer(cmd, typed)).containsExactly(commandLine + " in C:\\TEMP", "done");
        assertThat(cmd.isBusy()).isFalse();
    }

    @Test
    void aProgramIsFoundByPath() {
        Cmd cmd = prompt();
        assertThat(answer(cmd, "net helpmsg 2185")).anyMatch(line -> line.contains("service name is invalid"));
    }

    @Test
    void netStartsAService() {
        Win32 door = door();
        Cmd cmd = Cmd.open(door);
        assertThat(answer(cmd, "net start ups")).contains("The UPS service was started successfully.");
        assertThat(answer(cmd, "net stop ups")).contains("The UPS service was stopped successfully.");
        assertThat(answer(cmd, "net start nothing")).contains("The service name is invalid.");
    }

    @Test
    void aProgramWithWindowsIsNotWaitedFor() {
        Cmd cmd = prompt();
        assertThat(answer(cmd, "window")).isEmpty();
        assertThat(cmd.prompt()).isEqualTo("C:\\>");
    }

    @Test
    void aDamagedProgramIsNoApplication() {
        Win32 door = door();
        door.files().write(NtPath.of("C:\\TEMP\\broken.exe"), new byte[] {1, 2, 3});
        assertThat(answer(Cmd.open(door), "C:\\TEMP\\broken"))
                .containsExactly("C:\\TEMP\\broken.exe is not a valid Windows NT application.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dir", "DIR /s", "for %i in (*) do x", "if exist x y", "copy a b", "set a=b", "call x"})
    void otherCommandsAreRefusedByName(String typed) {
        Cmd cmd = prompt();
        assertThatThrownBy(() -> cmd.enter(typed))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("cmd: ");
    }

    @Test
    void aBatchFileIsRefusedByName() {
        Win32 door = door();
        door.files().write(NtPath.of("C:\\fix.cmd"), new byte[0]);
        Cmd cmd = Cmd.open(door);
        assertThatThrownBy(() -> cmd.enter("fix"))
                .isInstanceOf(NotSimulatedException.class)
                .hasMessageContaining("C:\\fix.cmd");
    }

    @Test
    void aProgramThatShowsAWindowKeepsTheScreen() {
        builder.programs(new Asker()).image("C:\\TEMP\\asker.exe", ImageFile.of("asker"));
        Win32 door = door();
        Cmd cmd = Cmd.open(door);
        cmd.enter("\\temp\\asker");
        assertThat(cmd.isBusy()).isTrue();
        assertThat(cmd.prompt()).isEmpty();
        List<Desktop.Dialog> open = door.desktop().open();
        door.desktop().answer(open.get(open.size() - 1), new Desktop.Answer("OK", java.util.Map.of()));
        assertThat(cmd.prompt()).isEqualTo("C:\\>");
    }

    /** Shows a box and ends when it is answered. */
    private static final class Asker implements Program {
        @Override
        public String id() {
            return "asker";
        }

        @Override
        public String heading() {
            return "Asks";
        }

        @Override
        public void main(NtProcess process) {
            process.desktop().show("Asker", "?", List.of(), List.of("OK"), answer -> process.exit(0));
        }
    }
}
