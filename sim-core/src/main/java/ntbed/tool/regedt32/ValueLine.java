package ntbed.tool.regedt32;

import ntbed.registry.NamedValue;
import ntbed.registry.RegistryValue;

/** How regedt32 shows a value: {@code Start: REG_DWORD: 0x2} (Q198417). */
final class ValueLine {
    private ValueLine() {}

    static String of(NamedValue value) {
        return name(value) + ": " + value.value().type() + ": " + data(value.value());
    }

    static String name(NamedValue value) {
        return value.name().isEmpty() ? "<No Name>" : value.name();
    }

    static String data(RegistryValue data) {
        return data.text()
                .orElseGet(
                        () -> data.texts().map(texts -> String.join(" ", texts)).orElseGet(data::shown));
    }
}
