package ntbed.cli;

import java.util.ArrayList;
import java.util.List;
import ntbed.scenario.Article;
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
            articles.add(isFile(name) ? ArticleFile.read(name) : article(kb, name));
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

    /** A name that can only be a file's, or that is one here; ids have no dots and no slashes. */
    private static boolean isFile(String name) {
        return name.endsWith(".yaml")
                || name.endsWith(".yml")
                || name.contains("/")
                || name.contains("\\")
                || ArticleFile.exists(name);
    }
}
