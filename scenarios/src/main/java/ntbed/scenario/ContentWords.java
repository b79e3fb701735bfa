package ntbed.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words about what is in a file, a key or a value: how it is damaged, protected, looked at. */
final class ContentWords {
    private static final List<String> RIGHTS = List.of("full control", "read");

    private ContentWords() {}

    static Step damage(String word, Entry entry) {
        return switch (word) {
            case "delete file" -> new Damage(Damage.Kind.DELETE, Target.file(entry.text()), 0, "");
            case "empty file" -> new Damage(Damage.Kind.EMPTY, Target.file(entry.text()), 0, "");
            case "empty value" -> emptyValue(entry);
            case "flip byte" -> {
                Fields fields = entry.fields("file", "key", "name", "at");
                yield new Damage(
                        Damage.Kind.FLIP,
                        target(entry, fields),
                        fields.need("at").number(),
                        "");
            }
            case "truncate" -> {
                Fields fields = entry.fields("file", "key", "name", "to");
                yield new Damage(
                        Damage.Kind.TRUNCATE,
                        target(entry, fields),
                        fields.need("to").number(),
                        "");
            }
            case "append" -> {
                Fields fields = entry.fields("file", "key", "name", "bytes");
                yield new Damage(Damage.Kind.APPEND, target(entry, fields), 0, bytes(fields.need("bytes")));
            }
            default -> throw new AssertionError(word);
        };
    }

    private static Step emptyValue(Entry entry) {
        Fields fields = entry.fields("key", "name");
        return new Damage(
                Damage.Kind.EMPTY,
                new Target("", fields.text("key"), fields.need("name").anyText()),
                0,
                "");
    }

    static Step setPermissions(Entry entry) {
        Fields fields = entry.fields("file", "key", "owner", "allow");
        return new SetPermissions(wholeTarget(entry, fields), fields.text("owner", ""), allow(fields.need("allow")));
    }

    static Check check(String word, Entry entry) {
        return switch (word) {
            case "bytes" -> {
                Fields fields = entry.fields("file", "key", "name", "at", "are");
                yield new ContentCheck.Bytes(target(entry, fields), fields.number("at", 0), bytes(fields.need("are")));
            }
            case "size" -> {
                Fields fields = entry.fields("file", "key", "name", "is");
                yield new ContentCheck.Size(
                        target(entry, fields), fields.need("is").number());
            }
            case "owner" -> {
                Fields fields = entry.fields("file", "key", "is");
                yield new ContentCheck.Owner(wholeTarget(entry, fields), fields.text("is"));
            }
            case "permissions" -> {
                Fields fields = entry.fields("file", "key", "allow");
                yield new ContentCheck.Allowed(wholeTarget(entry, fields), allow(fields.need("allow")));
            }
            default -> throw new AssertionError(word);
        };
    }

    /** A file, or a value of a key. */
    private static Target target(Entry entry, Fields fields) {
        Target whole = wholeTarget(entry, fields);
        if (whole.isFile()) {
            fields.find("name").ifPresent(name -> {
                throw name.error("a file has no values; expected \"key\" with \"name\", or \"file\"");
            });
            return whole;
        }
        return new Target("", whole.key(), fields.need("name").anyText());
    }

    /** A file or a key. */
    private static Target wholeTarget(Entry entry, Fields fields) {
        String file = fields.text("file", "");
        String key = fields.text("key", "");
        if (file.isEmpty() == key.isEmpty()) {
            throw entry.error("expected either \"file\" or \"key\" here");
        }
        return new Target(file, key, "");
    }

    private static Map<String, String> allow(Entry entry) {
        Map<String, String> allow = new LinkedHashMap<>();
        entry.group().forEach((account, right) -> {
            if (!RIGHTS.contains(right.text())) {
                throw right.unknown("right", right.text(), RIGHTS);
            }
            allow.put(account, right.text());
        });
        return allow;
    }

    /** {@code 4D 5A}. */
    static String bytes(Entry entry) {
        if (!HexBytes.areIn(entry.text())) {
            throw entry.error("expected bytes such as 4D 5A 00, found " + entry.found());
        }
        return entry.text();
    }
}
