package ntbed.tool.cmd;

import ntbed.filesystem.NtPath;
import ntbed.process.Console;
import ntbed.win32.CaseFolding;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Exception;

/** The commands of cmd.exe that need no program. */
final class InternalCommands {
    private final Cmd cmd;
    private final Console console;
    private final Directories directories;
    private boolean echo = true;

    InternalCommands(Cmd cmd, Console console, Directories directories) {
        this.cmd = cmd;
        this.console = console;
        this.directories = directories;
    }

    /** Carries it out; false if it is no internal command. */
    boolean run(ParsedLine line) {
        if (isDrive(line)) {
            tried(line.name(), () -> directories.changeDrive(line.name().charAt(0)));
            return true;
        }
        if (!LineParser.isInternal(line.name())) {
            return false;
        }
        switch (CaseFolding.fold(line.name())) {
            case "CD", "CHDIR" -> changeDirectory(line.arguments());
            case "CLS" -> console.clear();
            case "ECHO" -> echo(line.tail());
            case "EXIT" -> cmd.exit();
            case "REM" -> {}
            case "TITLE" -> cmd.setTitle(line.arguments());
            case "VER" -> console.print(CmdText.VERSION);
            default -> throw new NotSimulatedException("cmd: " + CaseFolding.fold(line.name()));
        }
        return true;
    }

    private static boolean isDrive(ParsedLine line) {
        return line.name().length() == 2
                && line.name().charAt(1) == ':'
                && line.arguments().isEmpty();
    }

    /** Without an argument it prints where one is; with a bare drive, where one is on that drive. */
    private void changeDirectory(String typed) {
        boolean driveToo = CaseFolding.startsWith(typed, "/d ");
        String path = (driveToo ? typed.substring(3) : typed).strip().replace("\"", "");
        if (path.isEmpty()) {
            console.print(directories.current().toString());
        } else if (path.length() == 2 && path.charAt(1) == ':') {
            tried(
                    path,
                    () -> console.print(
                            directories.on(NtPath.of(path + "\\").drive()).toString()));
        } else {
            tried(path, () -> {
                directories.changeDirectory(path);
                if (driveToo && path.charAt(1) == ':') {
                    directories.changeDrive(path.charAt(0));
                }
            });
        }
    }

    private void echo(String tail) {
        String text = tail.isEmpty() ? "" : tail.substring(1);
        String word = CaseFolding.fold(text.strip());
        if (tail.isBlank()) {
            console.print("ECHO is " + (echo ? "on." : "off."));
        } else if (word.equals("ON") || word.equals("OFF")) {
            echo = word.equals("ON");
        } else {
            console.print(text);
        }
    }

    /** Whether the prompt and what is typed are shown. */
    boolean echoes() {
        return echo;
    }

    private void tried(String name, Runnable action) {
        try {
            action.run();
        } catch (Win32Exception refused) {
            console.print(CmdText.error(refused, name));
        }
    }
}
