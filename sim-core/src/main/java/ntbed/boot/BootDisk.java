package ntbed.boot;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;

/**
 * The hives as they stand in their files, with the second copy of SYSTEM (rules H1, H5).
 *
 * @param hives what was flushed last
 * @param systemAlternate SYSTEM.ALT
 */
public record BootDisk(SortedMap<HiveMount, HiveImage> hives, Optional<HiveImage> systemAlternate) {
    public BootDisk {
        hives = Collections.unmodifiableSortedMap(new TreeMap<>(hives));
    }

    /** The hive's file, if there is one. */
    public Optional<HiveImage> hive(HiveMount mount) {
        return Optional.ofNullable(hives.get(mount));
    }

    /**
     * This disk after a run has flushed those hives. SYSTEM is written twice, first its file, then the alternate (rule
     * H5); both writes of one flush happen at one virtual instant.
     */
    public BootDisk afterFlush(SortedMap<HiveMount, HiveImage> flushed) {
        SortedMap<HiveMount, HiveImage> now = new TreeMap<>(hives);
        now.putAll(flushed);
        HiveImage system = flushed.get(HiveMount.SYSTEM);
        return new BootDisk(
                now, system == null || system == hives.get(HiveMount.SYSTEM) ? systemAlternate : Optional.of(system));
    }
}
