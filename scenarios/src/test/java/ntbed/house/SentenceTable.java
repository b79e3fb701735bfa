package ntbed.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes {@code target/article-sentences.md} when the tests are over: every sentence of the three articles, whether it
 * held, and the test that shows it. JUnit finds this listener by itself.
 */
public final class SentenceTable implements TestExecutionListener {
    private static final Path FOLDER = Path.of("target");

    private final Map<String, Shown> shown = new TreeMap<>();
    private Optional<TestPlan> plan = Optional.empty();

    /** What the tests of one row came to. */
    private static final class Shown {
        final TreeSet<String> tests = new TreeSet<>();
        boolean failed;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        note(test, result.getStatus() != TestExecutionResult.Status.SUCCESSFUL);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, true);
    }

    /** A repetition counts for the method it repeats, whose name carries the ids. */
    private void note(TestIdentifier test, boolean failed) {
        Optional<TestIdentifier> named = Optional.of(test);
        while (named.isPresent()
                && Sentences.namedBy(named.get().getDisplayName()).isEmpty()) {
            TestIdentifier child = named.get();
            named = plan.flatMap(known -> known.getParent(child));
        }
        if (named.isPresent()) {
            for (String id : Sentences.namedBy(named.get().getDisplayName())) {
                Shown row = shown.computeIfAbsent(id, key -> new Shown());
                row.tests.add(name(named.get()));
                row.failed |= failed;
            }
        }
    }

    private static String name(TestIdentifier test) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            String type = method.getClassName();
            return type.substring(type.lastIndexOf('.') + 1) + "." + method.getMethodName();
        }
        return test.getDisplayName();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (shown.isEmpty() || !Files.isDirectory(FOLDER)) {
            return;
        }
        try {
            Files.writeString(FOLDER.resolve("article-sentences.md"), table(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table() {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Sentences.Row row : Sentences.rows()) {
            Optional<Shown> found = Optional.ofNullable(shown.get(row.id()));
            String result = found.map(tests -> tests.failed ? "**failed**" : "passed")
                    .orElse(row.reason().isEmpty() ? "not run" : "not applicable");
            counts.merge(result.replace("*", ""), 1, Integer::sum);
            String by = found.map(tests -> String.join(", ", tests.tests)).orElse(row.reason());
            lines.add("| " + row.id() + " | " + row.substance() + " | " + result + " | " + by + " |");
        }
        List<String> total = new ArrayList<>();
        counts.forEach((result, count) -> total.add(count + " " + result));
        return "# What the three articles say, and whether it holds\n\n"
                + "S1 is Q198417, S2 is Q321454, S3 is Q248739, X goes for all three. " + lines.size() + " rows: "
                + String.join(", ", total)
                + ".\n\n| row | the article says | result | shown by |\n|---|---|---|---|\n"
                + String.join("\n", lines) + "\n";
    }
}
