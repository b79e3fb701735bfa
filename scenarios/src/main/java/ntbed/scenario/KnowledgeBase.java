package ntbed.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The articles that come with the program: resources {@code kb/Q000000.yaml}, listed in {@code kb/index.txt} because
 * a jar does not list its own content. An article is read when it is asked for, and once.
 */
public final class KnowledgeBase {
    private static final String FOLDER = "/kb/";

    private final List<String> ids;
    private final TreeMap<String, Article> read = new TreeMap<>();

    private KnowledgeBase(List<String> ids) {
        this.ids = ids;
    }

    /** The articles of this program. */
    public static KnowledgeBase open() {
        List<String> ids = new ArrayList<>();
        for (String line : resource("index.txt").split("\n", -1)) {
            if (!line.isBlank()) {
                ids.add(line.strip());
            }
        }
        return new KnowledgeBase(List.copyOf(ids));
    }

    /** The ids, ascending. */
    public List<String> ids() {
        return ids;
    }

    /** An article by its id as a person types it: {@code Q198417}, {@code q198417}, {@code 198417}. */
    public Optional<Article> find(String typed) {
        String id = canonical(typed);
        return ids.contains(id)
                ? Optional.of(read.computeIfAbsent(
                        id, wanted -> ArticleReader.read("kb/" + wanted + ".yaml", resource(wanted + ".yaml"))))
                : Optional.empty();
    }

    /** All articles, by id. */
    public List<Article> all() {
        List<Article> all = new ArrayList<>();
        for (String id : ids) {
            all.add(find(id).orElseThrow());
        }
        return all;
    }

    /** The ids nearest to one that is not there. */
    public List<String> nearest(String typed) {
        return Nearest.words(canonical(typed), ids, 3);
    }

    /** The articles that fit the words, the best first; empty if none does. */
    public List<Article> search(String words) {
        return new Search(all()).find(words);
    }

    private static String canonical(String typed) {
        boolean bare = !typed.isEmpty() && typed.charAt(0) >= '0' && typed.charAt(0) <= '9';
        return bare ? "Q" + typed : typed.startsWith("q") ? "Q" + typed.substring(1) : typed;
    }

    private static String resource(String name) {
        try (InputStream in = KnowledgeBase.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new AssertionError("resource " + FOLDER + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
