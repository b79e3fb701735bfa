package ntbed.fix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All fixes there are: those that the service file of {@link Fix} names. */
public final class Fixes {
    private Fixes() {}

    /** In order of their ids; two of one id are a bug of ours. */
    public static List<Fix> all() {
        List<Fix> all = new ArrayList<>();
        ServiceLoader.load(Fix.class, Fixes.class.getClassLoader()).forEach(all::add);
        all.sort(Comparator.comparing(Fix::id));
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).id().equals(all.get(i - 1).id())) {
                throw new AssertionError("two fixes are called " + all.get(i).id());
            }
        }
        return List.copyOf(all);
    }

    /** The fix of that id. */
    public static Optional<Fix> byId(String id) {
        return all().stream().filter(fix -> fix.id().equals(id)).findFirst();
    }
}
