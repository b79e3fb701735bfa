package ntbed.tool.cmd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.Console;
import ntbed.process.NtProcess;
import ntbed.process.ProcessStart;
import ntbed.win32.CaseFolding;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * A command prompt of the user who is logged on: a screen, a prompt, and a line to type on.
 *
 * <p>A program that prints to the screen is waited for; a program with windows ({@code subsystem=windows} in its image)
 * is not. What is refused prints the system's text and the prompt comes back.
 */
public final class Cmd implements AutoCloseable {
    private static final String TOOL = "cmd";
    private static final String IMAGE = "%SystemRoot%\\System32\\cmd.exe";
    private static final int POLL_MILLIS = 100;

    /** How long a person waits at a prompt that does not come back. [M] */
    private static final int PATIENCE_MILLIS = 600_000;

    private final Win32 win32;
    private final Console console = new Console();
    private final Directories directories;
    private final InternalCommands internal;
    private String title;
    private boolean open = true;
    private @Nullable NtProcess running;

    private Cmd(Win32 win32, String title) {
        this.win32 = win32;
        this.title = title;
        NtPath home = NtPath.of(win32.environment().expand("%HOMEDRIVE%%HOMEPATH%"));
        this.directories = new Directories(win32.files(), home);
        this.internal = new InternalCommands(this, console, directories);
        console.print(CmdText.BANNER);
    }

    /**
     * Opens a window, as Start, Run, {@code cmd} does.
     *
     * @throws Win32Exception 2 where cmd.exe is not on the disk
     */
    public static Cmd open(Win32 win32) {
        String image = win32.environment().expand(IMAGE);
        if (!win32.files().exists(NtPath.of(image))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(image);
        }
        win32.traceToolUse(TOOL, "open");
        return new Cmd(win32, image);
    }

    /** The title bar: the path of cmd.exe, with the command while it runs; or what TITLE set. */
    public String title() {
        return title;
    }

    /** Whether the window is there. */
    public boolean isOpen() {
        return open;
    }

    /** The prompt, {@code C:\WINNT>}; empty while a program runs that has not given it back. */
    public String prompt() {
        return isBusy() || !open || !internal.echoes() ? "" : directories.current() + ">";
    }

    /** Whether a program runs that was started here and is waited for. */
    public boolean isBusy() {
        return running != null && running.isAlive();
    }

    /** The current directory. */
    public NtPath currentDirectory() {
        return directories.current();
    }

    /** What is on the screen, the prompt last. */
    public List<String> screen() {
        List<String> lines = new ArrayList<>(console.lines());
        if (!prompt().isEmpty()) {
            lines.add(prompt());
        }
        return lines;
    }

    /**
     * Types a line and presses Enter; returns when the prompt is back, or when a person would no longer wait for it.
     *
     * @throws NotSimulatedException for what cmd.exe can do and this one cannot
     * @throws IllegalStateException the window is closed, or a program still has the screen
     */
    public void enter(String typed) {
        if (!open || isBusy()) {
            throw new IllegalStateException(open ? "no prompt: a program runs" : "the window is closed");
        }
        win32.traceToolUse(TOOL, directories.current() + ">" + typed);
        console.print(prompt() + typed);
        ParsedLine line = LineParser.parse(win32.environment().expand(typed));
        if (!line.name().isEmpty() && !internal.run(line)) {
            runProgram(line);
        }
        if (open && !isBusy()) {
            console.print("");
        }
    }

    /** Clicks the X of the window, or types EXIT. */
    @Override
    public void close() {
        exit();
    }

    void exit() {
        if (open) {
            win32.traceToolUse(TOOL, "close");
            open = false;
        }
    }

    void setTitle(String text) {
        title = text;
    }

    private void runProgram(ParsedLine line) {
        Optional<NtPath> file = new ProgramFinder(win32.files(), win32.environment(), directories).find(line.name());
        if (file.isEmpty()) {
            console.print(CmdText.UNKNOWN_COMMAND);
            return;
        }
        String extension =
                CaseFolding.fold(file.get().name().substring(file.get().name().lastIndexOf('.') + 1));
        if (extension.equals("BAT") || extension.equals("CMD")) {
            throw new NotSimulatedException("cmd: the batch file " + file.get());
        }
        try {
            waitFor(win32.createProcess(new ProcessStart(
                    file,
                    line.typedName() + line.tail(),
                    win32.environment(),
                    Optional.of(directories.current()),
                    console)));
        } catch (Win32Exception refused) {
            console.print(CmdText.error(refused, file.get().toString()));
        }
    }

    private void waitFor(NtProcess process) {
        if (CaseFolding.fold(process.imageParameters().getOrDefault("subsystem", ""))
                .equals("WINDOWS")) {
            return;
        }
        running = process;
        int windows = win32.desktop().shown().size();
        for (int waited = 0;
                process.isAlive()
                        && waited < PATIENCE_MILLIS
                        && win32.desktop().shown().size() == windows;
                waited += POLL_MILLIS) {
            win32.sleep(POLL_MILLIS);
        }
    }
}
