package ntbed.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.scenario.Article.Attempt;
import ntbed.scenario.Article.Story;
import ntbed.scenario.Article.Variant;

/** Reads an article file. Whatever is wrong is one {@link ArticleSyntaxException} that points at the place. */
public final class ArticleReader {
    private static final String MASTER = "master";

    private ArticleReader() {}

    /**
     * Reads an article.
     *
     * @param file the name that errors show
     * @param text the file's content
     */
    public static Article read(String file, String text) {
        Fields fields = Entry.parse(file, text)
                .fields(
                        "record",
                        "machine",
                        "before",
                        "cause",
                        "after",
                        "patient",
                        "symptoms",
                        "evidence",
                        "remedies",
                        "variants",
                        "attempts");
        Fields cause = fields.need("cause").fields("because", "steps");
        Story story = new Story(
                fields.list("before", StepWords::read),
                cause.text("because"),
                cause.need("steps").list(StepWords::read),
                fields.list("after", StepWords::read),
                fields.text("patient", MASTER));
        Article article = new Article(
                file,
                record(fields.need("record")),
                SettingReader.read(fields.need("machine")),
                story,
                fields.need("symptoms").list(CheckWords::read),
                fields.list("evidence", CheckWords::read),
                fields.list("remedies", RemedyReader::remedy),
                List.of(),
                List.of());
        List<Variant> variants = fields.list("variants", entry -> SettingReader.variant(entry, article));
        List<Attempt> attempts = fields.list("attempts", RemedyReader::attempt);
        return article.with(variants, attempts);
    }

    private static ArticleRecord record(Entry entry) {
        Fields fields = entry.fields(
                "id",
                "title",
                "summary",
                "product",
                "version",
                "keywords",
                "modified",
                "applies to",
                "notices",
                "references",
                "links",
                "query words",
                "error codes",
                "issue type",
                "technology");
        return new ArticleRecord(
                id(fields.need("id")),
                fields.text("title"),
                fields.text("summary"),
                fields.text("product"),
                fields.text("version"),
                fields.texts("keywords"),
                date(fields.need("modified")),
                fields.need("applies to").list(Entry::text),
                fields.texts("notices"),
                references(fields.find("references")),
                fields.texts("links"),
                fields.texts("query words"),
                fields.texts("error codes"),
                fields.text("issue type"),
                fields.texts("technology"));
    }

    private static String id(Entry entry) {
        String id = entry.text();
        boolean good = id.length() == 7 && id.charAt(0) == 'Q';
        for (int i = 1; good && i < id.length(); i++) {
            good = id.charAt(i) >= '0' && id.charAt(i) <= '9';
        }
        if (!good) {
            throw entry.error("expected Q and six digits, found " + entry.found());
        }
        return id;
    }

    /** {@code 2002-06-11}. Read by hand: a formatter's first use costs more than the whole article. */
    private static LocalDate date(Entry entry) {
        String text = entry.text();
        try {
            if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
                return LocalDate.of(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(5, 7)),
                        Integer.parseInt(text.substring(8)));
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw entry.error("expected a date such as 2002-06-11, found " + entry.found());
        }
        throw entry.error("expected a date such as 2002-06-11, found " + entry.found());
    }

    private static Map<String, String> references(Optional<Entry> entry) {
        Map<String, String> references = new LinkedHashMap<>();
        if (entry.isPresent()) {
            entry.get().group().forEach((id, title) -> {
                id(entry.get().keyEntry(id));
                references.put(id, title.text());
            });
        }
        return references;
    }
}
