import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints coverage (from JaCoCo's tables) or test totals (from Surefire's reports) of the three modules. */
public final class BuildReport {
    private static final List<String> MODULES = List.of("sim-core", "fixes", "scenarios");
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    private BuildReport() {}

    /** The first argument is {@code coverage} or {@code tests}, the second the repository's folder. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 1 ? args[1] : ".");
        if (args.length > 0 && args[0].equals("tests")) {
            tests(root);
        } else {
            coverage(root);
        }
    }

    private static void coverage(Path root) throws IOException {
        long[] all = new long[4];
        for (String module : MODULES) {
            Path table = root.resolve(module).resolve("target/site/jacoco/jacoco.csv");
            if (!Files.exists(table)) {
                continue;
            }
            long[] counts = new long[4];
            List<String> rows = Files.readAllLines(table, StandardCharsets.UTF_8);
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",", -1);
                for (int i = 0; i < 4; i++) {
                    counts[i] += Long.parseLong(cells[5 + i]);
                }
            }
            for (int i = 0; i < 4; i++) {
                all[i] += counts[i];
            }
            print(module, counts);
        }
        print("all", all);
    }

    private static void print(String name, long[] counts) {
        System.out.printf(
                Locale.ROOT,
                "coverage  %-10s  branches %5.1f %%  lines %5.1f %%%n",
                name,
                percent(counts[0], counts[1]),
                percent(counts[2], counts[3]));
    }

    private static double percent(long missed, long covered) {
        return missed + covered == 0 ? 100 : 100.0 * covered / (missed + covered);
    }

    private static void tests(Path root) throws IOException {
        long[] totals = new long[4];
        for (String module : MODULES) {
            Path reports = root.resolve(module).resolve("target/surefire-reports");
            if (!Files.isDirectory(reports)) {
                continue;
            }
            try (Stream<Path> files = Files.list(reports)) {
                for (Path file : files.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
                        .toList()) {
                    Matcher suite = SUITE.matcher(Files.readString(file, StandardCharsets.UTF_8));
                    if (suite.find()) {
                        totals[0] += attribute(suite.group(), "tests");
                        totals[1] += attribute(suite.group(), "failures");
                        totals[2] += attribute(suite.group(), "errors");
                        totals[3] += attribute(suite.group(), "skipped");
                    }
                }
            }
        }
        long failed = totals[1] + totals[2];
        System.out.println((totals[0] - failed - totals[3]) + " passed, " + failed + " failed, " + totals[3] + " skipped");
        if (failed > 0 || totals[0] == 0) {
            System.exit(1);
        }
    }

    private static long attribute(String element, String name) {
        Matcher matcher = Pattern.compile(" " + name + "=\"(\\d+)\"").matcher(element);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
