package ntbed.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import ntbed.house.SourceTree.Source;
import org.junit.jupiter.api.Test;

/** House rules that a person would otherwise have to watch: sizes, names, leftovers, the top level. */
class TidyTest {
    private static final int MAIN_FILE_LINES = 400;
    private static final int TEST_FILE_LINES = 500;
    private static final int METHOD_LINES = 70;
    private static final int COLUMNS = 120;

    // Split so that this file does not offend against its own rule.
    private static final Pattern LEFTOVER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b|@Dis" + "abled");
    private static final Pattern EMPTY_NAME = Pattern.compile("(Utils?|Helpers?|Impl)$");

    @Test
    void filesStayShort() {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Source source : SourceTree.javaSources()) {
            if (source.lines().size() > (source.isTest() ? TEST_FILE_LINES : MAIN_FILE_LINES)) {
                tooLong.put(source.name(), source.lines().size());
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void linesFitTheScreen() {
        List<String> tooWide = new ArrayList<>();
        for (Source source : SourceTree.javaSources()) {
            for (int i = 0; i < source.lines().size(); i++) {
                if (source.lines().get(i).length() > COLUMNS) {
                    tooWide.add(source.name() + ":" + (i + 1));
                }
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void methodsStayShort() throws IOException {
        List<Source> sources = SourceTree.javaSources();
        Map<String, Long> lengths =
                methodLengths(sources.stream().map(Source::file).toList());
        assertThat(lengths).hasSizeGreaterThan(500);
        lengths.values().removeIf(length -> length < METHOD_LINES);
        assertThat(lengths).isEmpty();
    }

    @Test
    void nothingIsLeftUndone() {
        List<String> found = new ArrayList<>();
        for (Source source : SourceTree.javaSources()) {
            for (int i = 0; i < source.lines().size(); i++) {
                if (LEFTOVER.matcher(source.lines().get(i)).find()) {
                    found.add(source.name() + ":" + (i + 1));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(SourceTree.javaSources())
                .extracting(Source::name)
                .noneMatch(name -> name.matches(".*/(utils?|impl|managers?|helpers?|common|misc)/.*"))
                .noneMatch(name -> EMPTY_NAME
                        .matcher(name.substring(name.lastIndexOf('/') + 1).replace(".java", ""))
                        .find());
    }

    @Test
    void everyPackageSaysWhatLivesThere() throws IOException {
        Map<Path, Boolean> described = new TreeMap<>();
        for (Source source : SourceTree.javaSources()) {
            if (!source.isTest()) {
                Path folder = Objects.requireNonNull(source.file().getParent());
                described.put(folder, Files.exists(folder.resolve("package-info.java")));
            }
        }
        assertThat(described).doesNotContainValue(false);
        for (Path folder : described.keySet()) {
            assertThat(Files.readString(folder.resolve("package-info.java"), StandardCharsets.UTF_8))
                    .as(folder.toString())
                    .contains("@NullMarked", "May import");
        }
    }

    @Test
    void theTopLevelHoldsThreeModulesAndNothingElse() {
        assertThat(SourceTree.topLevel())
                .filteredOn(name -> !name.startsWith(".") && !name.equals("target"))
                .containsExactly("README.md", "fixes", "pom.xml", "scenarios", "sim-core");
    }

    @Test
    void theReadmePrintsTheCommandsThatContinuousIntegrationRuns() {
        String readme = SourceTree.text("README.md");
        String ci = SourceTree.text(".ci/run");
        for (String command :
                List.of("mvn -q -DskipTests package && java -jar scenarios/target/ntbed.jar run", "mvn -q verify")) {
            assertThat(readme).contains("\n" + command + "\n");
            assertThat(ci).contains("\n" + command);
        }
    }

    private static Map<String, Long> methodLengths(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Long> lengths = new TreeMap<>();
        try (StandardJavaFileManager sources =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, sources, null, List.of("-proc:none"), null, sources.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLengths(unit, positions, lengths).scan(unit, "");
            }
        }
        return lengths;
    }

    /** Measures each method of a file from its first to its last line. */
    private static final class MethodLengths extends TreeScanner<Void, String> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Long> lengths;

        MethodLengths(CompilationUnitTree unit, SourcePositions positions, Map<String, Long> lengths) {
            this.unit = unit;
            this.positions = positions;
            this.lengths = lengths;
        }

        @Override
        public Void visitMethod(MethodTree method, String context) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            String file = unit.getSourceFile().getName();
            lengths.put(
                    file.substring(file.replace('\\', '/').lastIndexOf('/') + 1) + ":" + first + " " + method.getName(),
                    last - first + 1);
            return super.visitMethod(method, context);
        }
    }
}
