package ntbed.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ntbed.scenario.Article;
import ntbed.scenario.ArticleReader;
import ntbed.scenario.KnowledgeBase;

/** The articles that the words of a command line name. */
final class Articles {
    private Articles() {}

    /** Ids and files; {@code all} or no name at all is every article. */
    static List<Article> named(KnowledgeBase kb, List<String> names) {
        if (names.isEmpty() || names.equals(List.of("all"))) {
            return kb.all();
        }
        List<Article> articles = new ArrayList<>();
        if (names.contains("all")) {
            throw new UsageException("all is every article already; name all, or articles, not both");
        }
        for (String name : names) {
            articles.add(name.endsWith(".yaml") ? file(name) : article(kb, name));
        }
        return articles;
    }

    private static Article article(KnowledgeBase kb, String name) {
        return kb.find(name).orElseThrow(() -> {
            List<String> near = kb.nearest(name);
            return new UsageException("there is no article " + quoted(name)
                    + (near.isEmpty() ? "; see ntbed list" : "; did you mean " + String.join(" or ", near) + "?"));
        });
    }

    /** A word of the command line as a message shows it: one that would not be seen stands in quotes. */
    static String quoted(String word) {
        return word.isBlank() ? "\"" + word + "\"" : word;
    }

    private static Article file(String name) {
        try {
            return ArticleReader.read(name, Files.readString(Path.of(name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            String why = !Files.exists(Path.of(name))
                    ? "there is no such file"
                    : e instanceof CharacterCodingException ? "it is not UTF-8 text" : "it is no file that can be read";
            throw new UsageException("cannot read " + name + ": " + why);
        }
    }
}
