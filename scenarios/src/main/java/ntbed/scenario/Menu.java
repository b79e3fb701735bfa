package ntbed.scenario;

import java.util.ArrayList;
import java.util.List;
import ntbed.win32.CaseFolding;

/** The menus of a tool, as far as an article can choose from them: {@code Security, Owner} or only {@code Owner}. */
final class Menu {
    private final List<Item> items = new ArrayList<>();

    private record Item(String menu, String name, Runnable action) {
        boolean is(String written) {
            return written.equals(CaseFolding.fold(name)) || written.equals(CaseFolding.fold(menu + ", " + name));
        }
    }

    /** Adds an item. */
    Menu item(String menu, String name, Runnable action) {
        items.add(new Item(menu, name, action));
        return this;
    }

    /** Chooses one, in any case, with or without the dots behind it; {@link IllegalArgumentException} if not there. */
    void choose(String written) {
        String plain = written.endsWith("...") ? written.substring(0, written.length() - 3) : written;
        String folded = CaseFolding.fold(plain.strip());
        for (Item item : items) {
            if (item.is(folded)) {
                item.action.run();
                return;
            }
        }
        throw new IllegalArgumentException("no menu item " + written + "; there are: "
                + String.join(
                        "; ",
                        items.stream().map(item -> item.menu + ", " + item.name).toList()));
    }
}
