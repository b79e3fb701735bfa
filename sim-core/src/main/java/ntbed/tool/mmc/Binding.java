package ntbed.tool.mmc;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a site listens: one string of MD_SERVER_BINDINGS, {@code address:port:host name}; parts may be empty.
 *
 * @param address empty = all
 * @param port digits
 * @param host host header name
 */
record Binding(String address, String port, String host) {
    private static final String ALL = "(All Unassigned)";

    /** The first of a site's bindings, the one that its sheet shows. */
    static Binding of(List<String> bindings) {
        if (bindings.isEmpty()) {
            return new Binding("", "", "");
        }
        String text = bindings.get(0);
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        return first < 0 || second < 0
                ? new Binding("", "", text)
                : new Binding(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    static boolean isPort(String text) {
        int number = 0;
        for (int i = 0; i < text.length() && number <= 65_535; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            number = number * 10 + (c - '0');
        }
        return number >= 1 && number <= 65_535;
    }

    String shownAddress() {
        return address.isEmpty() ? ALL : address;
    }

    Binding withPort(String other) {
        return new Binding(address, other, host);
    }

    Binding withShownAddress(String other) {
        return new Binding(other.equals(ALL) ? "" : other, port, host);
    }

    /** All bindings, this one in the place of the first. */
    List<String> inFrontOf(List<String> bindings) {
        List<String> changed = new ArrayList<>(List.of(address + ":" + port + ":" + host));
        changed.addAll(bindings.subList(Math.min(1, bindings.size()), bindings.size()));
        return changed;
    }
}
