package ntbed.tool.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.CommandLine;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;

/**
 * {@code net.exe} as typed at a command prompt: START, STOP, PAUSE, CONTINUE, HELPMSG (rules N1 to N10).
 *
 * <p>The texts are those of the system message table, with their inserts filled in. Exit code 0, or 2 for any error.
 */
public final class Net {
    private final Win32 win32;

    private Net(Win32 win32) {
        this.win32 = win32;
    }

    /**
     * What the command left behind.
     *
     * @param exitCode 0 or 2
     * @param lines what it printed
     */
    public record Result(int exitCode, List<String> lines) {
        public Result {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Runs one command.
     *
     * @param arguments what follows {@code net}, for example {@code start "IIS Admin Service"}
     * @param answers lines of redirected input, for questions
     * @throws ntbed.win32.Win32Exception 2 where net.exe is not on the disk
     * @throws NotSimulatedException for the other commands of net.exe
     */
    public static Result run(Win32 win32, String arguments, String... answers) {
        win32.traceToolUse("net", ("net " + arguments).strip());
        String image = win32.environment().expand("%SystemRoot%\\System32\\net.exe");
        if (!win32.files().exists(NtPath.of(image))) {
            throw Win32Error.ERROR_FILE_NOT_FOUND.raise(image);
        }
        return new Net(win32).command(new CommandLine("net " + arguments).arguments(), List.of(answers));
    }

    private Result command(List<String> words, List<String> answers) {
        if (words.size() < 2) {
            return new Result(2, NetText.COMMANDS);
        }
        List<String> names = words.subList(2, words.size());
        String verb = NtPath.fold(words.get(1));
        if (verb.equals("HELP") && !names.isEmpty()) {
            return new Result(0, NetText.syntax(NtPath.fold(names.get(0))));
        }
        if (names.stream().map(NtPath::fold).anyMatch(List.of("/?", "/HELP")::contains)) {
            return new Result(0, NetText.syntax(verb));
        }
        return switch (verb) {
            case "START" -> names.isEmpty() ? StartedServices.list(win32) : new StartCommand(win32).run(joined(names));
            case "STOP" -> stop(names, answers);
            case "PAUSE", "CONTINUE" ->
                names.isEmpty()
                        ? new Result(2, NetText.syntax(verb))
                        : new PauseCommand(win32, verb.equals("PAUSE")).run(joined(names));
            case "HELPMSG" ->
                names.size() == 1 ? HelpMessages.explain(names.get(0)) : new Result(2, NetText.syntax(verb));
            default -> throw new NotSimulatedException("NET " + verb);
        };
    }

    private Result stop(List<String> names, List<String> answers) {
        List<String> plain = new ArrayList<>();
        Optional<String> answer = answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(0));
        for (String name : names) {
            if (NtPath.fold(name).equals("/Y") || NtPath.fold(name).equals("/YES")) {
                answer = Optional.of("Y");
            } else if (NtPath.fold(name).equals("/N") || NtPath.fold(name).equals("/NO")) {
                answer = Optional.of("N");
            } else {
                plain.add(name);
            }
        }
        return plain.isEmpty()
                ? new Result(2, NetText.syntax("STOP"))
                : new StopCommand(win32, answer).run(joined(plain));
    }

    /** Unquoted words are taken together: {@code net start computer browser} works as well (N8). */
    private static String joined(List<String> words) {
        return String.join(" ", words);
    }
}
