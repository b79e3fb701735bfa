package ntbed.registry.regfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import ntbed.registry.HiveBuilder;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryApi;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * A registration file of NT 4.0, read.
 *
 * <p>As regedit does, a faulty line is skipped and the import goes on, nothing is rolled back; unlike regedit, what was
 * skipped is told. Facts: Q165318, Q188542, Q194029, Q217339, Q224382, Q246309, Q294696 and public descriptions of the
 * format.
 */
public final class RegFile {
    private static final String HEADER = "REGEDIT4";

    private final List<RegEntry> entries;
    private final List<SkippedLine> skipped;

    private RegFile(List<RegEntry> entries, List<SkippedLine> skipped) {
        this.entries = List.copyOf(entries);
        this.skipped = List.copyOf(skipped);
    }

    /**
     * Reads a file: 8-bit text in code page 1252.
     *
     * @throws Win32Exception 1017 it is not a registration file of NT 4.0
     */
    public static RegFile parse(byte[] file) {
        return parse(file, true);
    }

    /** The same without {@code [-key]}, which no document of NT 4.0 shows: such lines are skipped. */
    public static RegFile parseWithoutKeyDeletion(byte[] file) {
        return parse(file, false);
    }

    private static RegFile parse(byte[] file, boolean deletionAllowed) {
        Lines lines = new Lines(AnsiText.decode(file));
        Line first = lines.read();
        first.skipBlanks();
        String header = first.rest();
        if (header.equals(HEADER)) {
            RegReader reader = new RegReader(lines, deletionAllowed);
            reader.readAll();
            return new RegFile(reader.entries(), reader.skipped());
        }
        if (!header.startsWith("REGEDIT")) {
            throw Win32Error.ERROR_NOT_REGISTRY_FILE.raise(explain(header));
        }
        List<RegEntry> entries = new ArrayList<>();
        List<SkippedLine> skipped = new ArrayList<>();
        if (header.startsWith(HEADER)) {
            skipped.add(new SkippedLine(1, "text or a blank after REGEDIT4: taken as the Windows 3.1 form"));
        }
        Windows31Form.read(lines, entries, skipped);
        return new RegFile(entries, skipped);
    }

    private static String explain(String header) {
        if (header.startsWith("Windows Registry Editor")) {
            return "the form of Windows 2000, which NT 4.0 does not know";
        }
        if (header.startsWith("\u00FF\u00FE") || header.startsWith("\u00FE\u00FF")) {
            return "Unicode text, which regedit of NT 4.0 does not know";
        }
        return "the first line is not REGEDIT4";
    }

    /** Lines that could not be read, in the order of the file. */
    public List<SkippedLine> skipped() {
        return skipped;
    }

    /**
     * Imports into a registry, as far as its token may.
     *
     * @return all skipped lines: those that could not be read and those that the registry refused
     */
    public List<SkippedLine> applyTo(RegistryApi registry) {
        return applyTo(new LiveTarget(registry));
    }

    /**
     * Imports into the hives of a machine that is off. {@code CurrentControlSet} is the set that {@code Select\Current}
     * names, or the first; {@code HKEY_CURRENT_USER} is the default user's.
     *
     * @return all skipped lines
     */
    public List<SkippedLine> applyTo(SortedMap<HiveMount, HiveBuilder> hives) {
        return applyTo(new OfflineTarget(hives));
    }

    /** Writes a key with all below it that the token may read. Throws 2 if the key is not there. */
    public static byte[] export(RegistryApi registry, String path) {
        return RegWriter.export(registry, path);
    }

    private List<SkippedLine> applyTo(RegTarget target) {
        List<SkippedLine> all = new ArrayList<>(skipped);
        boolean hasKey = false;
        for (RegEntry entry : entries) {
            boolean value = entry instanceof RegEntry.SetValue || entry instanceof RegEntry.DeleteValue;
            if (value && !hasKey) {
                all.add(new SkippedLine(entry.line(), "its key could not be opened"));
                continue;
            }
            boolean done = false;
            try {
                apply(entry, target);
                done = true;
            } catch (Win32Exception refusal) {
                all.add(new SkippedLine(entry.line(), String.valueOf(refusal.getMessage())));
            }
            if (!value) {
                hasKey = done && entry instanceof RegEntry.Key;
            }
        }
        target.done();
        Collections.sort(all);
        return all;
    }

    private static void apply(RegEntry entry, RegTarget target) {
        if (entry instanceof RegEntry.Key key) {
            target.key(key.path());
        } else if (entry instanceof RegEntry.DeleteKey key) {
            if (!RegPath.isDeletable(key.path())) {
                throw Win32Error.ERROR_ACCESS_DENIED.raise(key.path());
            }
            target.deleteKey(key.path());
        } else if (entry instanceof RegEntry.SetValue value) {
            target.setValue(value.name(), value.value());
        } else if (entry instanceof RegEntry.DeleteValue value) {
            target.deleteValue(value.name());
        } else {
            throw new AssertionError(entry);
        }
    }
}
