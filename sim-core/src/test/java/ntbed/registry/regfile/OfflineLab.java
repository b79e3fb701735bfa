package ntbed.registry.regfile;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.KeySecurity;
import ntbed.registry.RegistryValue;
import ntbed.time.FileTime;

/** Two hives of a machine that is off, and what was skipped at the last import. */
final class OfflineLab {
    private final HiveBuilder software = hive();
    private final HiveBuilder system = hive();
    private List<SkippedLine> skipped = List.of();

    private static HiveBuilder hive() {
        return HiveBuilder.empty(FileTime.ofUnixSeconds(0), KeySecurity.systemDefault());
    }

    static byte[] ansi(String text) {
        return AnsiText.encode(text);
    }

    void apply(String text) {
        SortedMap<HiveMount, HiveBuilder> hives = new TreeMap<>();
        hives.put(HiveMount.SOFTWARE, software);
        hives.put(HiveMount.SYSTEM, system);
        skipped = RegFile.parse(ansi(text)).applyTo(hives);
    }

    List<SkippedLine> skipped() {
        return skipped;
    }

    Optional<RegistryValue> software(String path, String name) {
        return software.value(path, name);
    }

    boolean hasSoftware(String path) {
        return software.hasKey(path);
    }

    Optional<RegistryValue> system(String path, String name) {
        return system.value(path, name);
    }
}
