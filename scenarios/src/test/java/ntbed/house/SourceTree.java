package ntbed.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The checkout these tests run in, read as text. */
final class SourceTree {
    /** Surefire runs in the module's folder; the repository is one above. */
    static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    private SourceTree() {}

    /** A source file: where it is below the root (separator {@code /}) and its lines. */
    record Source(Path file, String name, List<String> lines) {
        boolean isTest() {
            return name.contains("/src/test/");
        }
    }

    /** All Java sources of the three modules, sorted by name. */
    static List<Source> javaSources() {
        return Stream.of("sim-core", "fixes", "scenarios")
                .flatMap(module -> files(ROOT.resolve(module).resolve("src")))
                .filter(file -> file.toString().endsWith(".java"))
                .map(SourceTree::read)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    /** Names at the top level of the repository, without what the build or a tool put there. */
    static List<String> topLevel() {
        try (Stream<Path> entries = Files.list(ROOT)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(ROOT.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path file) {
        try {
            String name = ROOT.relativize(file).toString().replace('\\', '/');
            return new Source(file, name, Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
