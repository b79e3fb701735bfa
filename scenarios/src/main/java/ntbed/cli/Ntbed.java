package ntbed.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import ntbed.replay.Paint;
import ntbed.scenario.ArticleSyntaxException;
import ntbed.scenario.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 all as the articles say, 1 something differs, 2 wrong use, 70 (EX_SOFTWARE of
 * sysexits.h) an error of ntbed itself.
 */
@Command(
        name = "ntbed",
        description = "A simulated Windows NT 4.0 machine that fails as the knowledge base says, and gets well again.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Ntbed {
    static final int GOOD = 0;
    static final int DIFFERENT = 1;
    static final int WRONG_USE = 2;
    static final int INTERNAL_ERROR = 70;

    private static final String DEBUG = "--debug";

    private static final List<String> COMMANDS = List.of("list", "show", "search", "run", "boot", "completion");

    @Option(names = DEBUG, description = "Print where an internal error of ntbed comes from.")
    private boolean debug;

    private Ntbed() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new ReaderMayLeave(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(out, err, new Paint(Ansi.AUTO.enabled()), args);
        out.flush();
        System.exit(code);
    }

    /** Runs a command. */
    static int run(PrintStream out, PrintStream err, Paint paint, String... args) {
        CommandLine line =
                commandLine(paint, args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS);
        PrintWriter text = new PrintWriter(out, false, StandardCharsets.UTF_8);
        try {
            int code = run(line, text, paint, args);
            text.flush();
            if (out.checkError()) {
                throw new UsageException("cannot write to standard output: it is full or closed");
            }
            return code;
        } catch (UnmatchedArgumentException e) {
            err.println("ntbed: " + unmatched(e));
        } catch (ParameterException e) {
            err.println("ntbed: " + said(String.valueOf(e.getMessage())) + help(e));
        } catch (UsageException | ArticleSyntaxException e) {
            text.flush();
            err.println("ntbed: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            boolean debug = ((Ntbed) line.getCommand()).debug;
            err.println(internalError(e, debug ? "" : "; \"ntbed " + DEBUG + " ...\" prints where it comes from"));
            if (debug) {
                e.printStackTrace(err);
            }
            err.flush();
            return INTERNAL_ERROR;
        }
        err.flush();
        return WRONG_USE;
    }

    /** One line; what a message holds beyond its first line is in the trace of {@code --debug}. */
    private static String internalError(Throwable e, String more) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return "ntbed: internal error: " + e.getClass().getSimpleName() + ": " + message
                + ". This is a bug of ntbed, not of the article: please report the command and this line" + more;
    }

    /** With all commands. */
    static CommandLine commandLine(Paint paint) {
        return commandLine(paint, COMMANDS);
    }

    /** With some commands: describing one costs milliseconds, and a run needs only its own. */
    private static CommandLine commandLine(Paint paint, List<String> names) {
        CommandLine line = new CommandLine(new Ntbed());
        names.forEach(name -> line.addSubcommand(name, subcommand(name)));
        return line.setColorScheme(CommandLine.Help.defaultColorScheme(paint.coloured() ? Ansi.ON : Ansi.OFF));
    }

    private static int run(CommandLine line, PrintWriter out, Paint paint, String... args) {
        ParseResult parsed = line.setOut(out).parseArgs(args);
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine chosen = last.commandSpec().commandLine();
        boolean help = parsed.isUsageHelpRequested() || last.isUsageHelpRequested();
        boolean version = parsed.isVersionHelpRequested() || last.isVersionHelpRequested();
        if (help || (last.equals(parsed) && !version)) {
            chosen.usage(out);
            return help ? GOOD : WRONG_USE;
        }
        if (version) {
            line.printVersionHelp(out);
            return GOOD;
        }
        return ((Subcommand) chosen.getCommand()).run(out, paint);
    }

    private static Subcommand subcommand(String name) {
        return switch (name) {
            case "list" -> new ListCommand();
            case "show" -> new ShowCommand();
            case "search" -> new SearchCommand();
            case "run" -> new RunCommand();
            case "boot" -> new BootCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new AssertionError(name);
        };
    }

    private static String help(ParameterException e) {
        return "; see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        boolean option = word.startsWith("-");
        Optional<String> near = word.matches("-?.?")
                ? Optional.empty()
                : Nearest.word(
                        word,
                        option ? spec.optionsMap().keySet() : spec.subcommands().keySet());
        String what = option ? "option" : spec.subcommands().isEmpty() ? "argument" : "command";
        return "there is no " + what + " " + Articles.quoted(word)
                + near.map(known -> "; did you mean " + known + "?").orElse(help(e));
    }

    /** The parser's message as ours are: one line, small first letter, no word of Java. */
    private static String said(String text) {
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).strip();
        return Character.toLowerCase(line.charAt(0))
                + line.substring(1).replace("is not a long", "is not a whole number of at most 18 digits");
    }
}
