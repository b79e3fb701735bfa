package ntbed.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ntbed.replay.JUnitXml;
import ntbed.replay.Paint;
import ntbed.replay.RunJson;
import ntbed.replay.RunText;
import ntbed.replay.TraceFile;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleRun;
import ntbed.scenario.ArticleRunner;
import ntbed.scenario.Edition;
import ntbed.scenario.KnowledgeBase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ntbed run}. */
@Command(
        name = "run",
        description = "Runs articles from cause to cure: breaks a machine, looks for the symptoms, tries each remedy.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 all as the articles say, 1 something differs, 2 wrong use."})
final class RunCommand implements Subcommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "ARTICLE",
            description = "An article's id, a .yaml file, or all. Without it: all.")
    List<String> articles = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Where all chance comes from. Default: 1.")
    long seed = 1;

    @Option(
            names = "--steps",
            description = "Shows every step: what the person does, what the machine shows, what changes in it.")
    boolean steps;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the runs as JSON.")
    @Nullable
    String json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Writes the runs as JUnit XML.")
    @Nullable
    String junit;

    @Option(names = "--trace", paramLabel = "FILE", description = "Writes everything that was seen of the machines.")
    @Nullable
    String trace;

    @Override
    public int run(PrintWriter out, Paint paint) {
        List<Article> chosen = Articles.named(KnowledgeBase.open(), articles);
        Optional<WholeFile> jsonFile = file(json);
        Optional<WholeFile> junitFile = file(junit);
        Optional<WholeFile> traceFile = file(trace);
        refuseSameFile(jsonFile, junitFile, traceFile);
        List<ArticleRun> runs = new ArrayList<>();
        for (Article article : chosen) {
            for (Edition edition : article.setting().editions()) {
                long start = System.nanoTime();
                ArticleRun run =
                        steps ? ArticleRunner.watch(article, edition, seed) : ArticleRunner.run(article, edition, seed);
                long realMillis = (System.nanoTime() - start) / 1_000_000;
                out.print(RunText.of(run, paint, realMillis));
                runs.add(run);
            }
        }
        jsonFile.ifPresent(file -> file.write(RunJson.of(seed, runs)));
        junitFile.ifPresent(file -> file.write(JUnitXml.of(runs)));
        traceFile.ifPresent(file -> file.write(TraceFile.of(runs)));
        return total(out, paint, runs);
    }

    private static int total(PrintWriter out, Paint paint, List<ArticleRun> runs) {
        int good = 0;
        for (ArticleRun run : runs) {
            good += run.verdict().isGood() ? 1 : 0;
        }
        String total = good + " of " + runs.size() + " runs as the articles say";
        out.print((good == runs.size() ? paint.good(total) : paint.bad(total)) + "\n");
        return good == runs.size() ? Ntbed.GOOD : Ntbed.DIFFERENT;
    }

    @SafeVarargs
    private static void refuseSameFile(Optional<WholeFile>... files) {
        Set<Path> paths = new TreeSet<>();
        for (Optional<WholeFile> file : files) {
            Optional<Path> path = file.flatMap(WholeFile::path);
            if (path.isPresent() && !paths.add(path.get())) {
                throw new UsageException(
                        "cannot write " + path.get() + " twice; give --json, --junit and --trace" + " a file each");
            }
        }
    }

    private static Optional<WholeFile> file(@Nullable String name) {
        return Optional.ofNullable(name).map(WholeFile::at);
    }
}
