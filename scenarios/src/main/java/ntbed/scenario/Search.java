package ntbed.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds articles by what a person has in front of them: a pasted message, an event's number, a file's name, words of a
 * title. A phrase found whole counts most, then all words, then all words with typing slips.
 */
final class Search {
    private static final int WHOLE_PHRASE = 1000;
    private static final int EVERY_WORD = 100;
    private static final int LIKE_WORDS = 10;
    private static final int SHORTEST_LIKE_WORD = 5;

    private final List<Indexed> articles = new ArrayList<>();

    private record Indexed(Article article, String text, Set<String> words) {}

    private record Hit(Article article, int score) {}

    Search(List<Article> articles) {
        for (Article article : articles) {
            List<String> words = words(text(article));
            this.articles.add(new Indexed(article, " " + String.join(" ", words) + " ", new LinkedHashSet<>(words)));
        }
    }

    List<Article> find(String asked) {
        List<String> words = words(asked);
        List<Hit> hits = new ArrayList<>();
        for (Indexed indexed : articles) {
            int score = words.isEmpty() ? 0 : score(indexed, words);
            if (score > 0) {
                hits.add(new Hit(indexed.article(), score));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        List<Article> found = new ArrayList<>();
        hits.forEach(hit -> found.add(hit.article()));
        return found;
    }

    private static int score(Indexed indexed, List<String> asked) {
        if (indexed.text().contains(" " + String.join(" ", asked) + " ")) {
            return WHOLE_PHRASE;
        }
        int exact = 0;
        int like = 0;
        for (String word : asked) {
            if (indexed.words().contains(word)) {
                exact++;
            } else if (word.length() >= SHORTEST_LIKE_WORD && isLikeOneOf(word, indexed.words())) {
                like++;
            }
        }
        if (exact + like < asked.size()) {
            return 0;
        }
        return like == 0 ? EVERY_WORD : LIKE_WORDS + exact;
    }

    private static boolean isLikeOneOf(String asked, Set<String> words) {
        for (String word : words) {
            if (Math.abs(word.length() - asked.length()) <= 1 && Nearest.slips(asked, word) <= 1) {
                return true;
            }
        }
        return false;
    }

    /** Everything that a person could have in front of them, most telling first. */
    private static String text(Article article) {
        ArticleRecord head = article.record();
        StringBuilder text = new StringBuilder(head.id()).append(' ').append(head.title());
        text.append(" / ").append(head.summary());
        for (List<String> part : List.of(
                head.queryWords(),
                head.keywords(),
                head.errorCodes(),
                head.appliesTo(),
                head.technology(),
                head.links())) {
            part.forEach(word -> text.append(" / ").append(word));
        }
        text.append(" / ").append(head.product()).append(" / ").append(head.issueType());
        head.references()
                .forEach(
                        (id, title) -> text.append(" / ").append(id).append(' ').append(title));
        article.symptoms().forEach(check -> text.append(" / ").append(check.searchText()));
        article.evidence().forEach(check -> text.append(" / ").append(check.searchText()));
        text.append(" / ").append(article.story().because());
        for (Article.Variant variant : article.variants()) {
            text.append(" / ").append(variant.name());
            text.append(" / ").append(variant.story().because());
            variant.symptoms().forEach(check -> text.append(" / ").append(check.searchText()));
        }
        for (Remedy remedy : article.remedies()) {
            text.append(" / ").append(remedy.title());
            remedy.parts().forEach(part -> text.append(" / ").append(part.heading()));
            remedy.steps().forEach(step -> text.append(" / ").append(step.action()));
        }
        return text.toString();
    }

    /** A code in hexadecimal, as dialog boxes show it, is the same number in decimal, as articles name it. */
    private static String number(String word) {
        return word.matches("0x[0-9a-f]{1,8}") ? Long.toString(Long.parseLong(word.substring(2), 16)) : word;
    }

    /** The words of a text in lower case: letters, digits, and the dots and signs inside a name. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = -1;
        String folded = Nearest.fold(text) + " ";
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean inside = Character.isLetterOrDigit(c)
                    || (from >= 0
                            && (c == '.' || c == '-' || c == '_')
                            && Character.isLetterOrDigit(folded.charAt(i + 1)));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                words.add(number(folded.substring(from, i)));
                from = -1;
            }
        }
        return words;
    }
}
