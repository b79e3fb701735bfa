package ntbed.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every way to get one place of an article wrong: a key left out, one too many, a value of another kind. */
final class Mutations {
    /** One wrong article. */
    record Mutation(String where, Object article) {}

    private final List<Mutation> all = new ArrayList<>();
    private final Object article;
    private final String place;

    private Mutations(Object article, String place) {
        this.article = article;
        this.place = place;
    }

    /** The mutations of all that stands at or below a place such as {@code /after}. */
    static List<Mutation> of(Object article, String place) {
        Mutations mutations = new Mutations(article, place);
        mutations.walk("", article, List.of());
        return mutations.all;
    }

    private void walk(String where, Object node, List<Object> path) {
        if (!path.isEmpty()) {
            replace(where, path, node);
        }
        if (node instanceof Map<?, ?> map) {
            change(
                    where + " + zzzz",
                    path,
                    target -> ArticleSchema.group(target).put("zzzz", "zzzz"));
            for (Object key : map.keySet()) {
                change(
                        where + " - " + key,
                        path,
                        target -> ArticleSchema.group(target).remove(key));
                walk(where + "/" + key, map.get(key), with(path, key));
            }
        } else if (node instanceof List<?> list && !list.isEmpty()) {
            walk(where + "/0", list.get(0), with(path, 0));
        }
    }

    private void replace(String where, List<Object> path, Object old) {
        for (Object other : List.of("zzzz", "", 7, List.of(), List.of("zzzz"), Map.of(), Map.of("zzzz", "zzzz"))) {
            if (!other.equals(old)) {
                List<Object> parent = path.subList(0, path.size() - 1);
                Object last = path.get(path.size() - 1);
                change(where + " = " + other, parent, target -> put(target, last, other));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Object target, Object key, Object value) {
        if (target instanceof Map<?, ?>) {
            ArticleSchema.group(target).put(String.valueOf(key), value);
        } else {
            ((List<Object>) target).set((Integer) key, value);
        }
    }

    private void change(String where, List<Object> path, Consumer<Object> change) {
        if (!where.startsWith(place)) {
            return;
        }
        Object copy = ArticleSchema.deepCopy(article);
        Object target = copy;
        for (Object step : path) {
            target = step instanceof Integer index
                    ? ArticleSchema.list(target).get(index)
                    : new LinkedHashMap<>(ArticleSchema.group(target)).get(String.valueOf(step));
            if (target == null) {
                throw new AssertionError(where);
            }
        }
        change.accept(target);
        all.add(new Mutation(where, copy));
    }

    private static List<Object> with(List<Object> path, Object last) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
