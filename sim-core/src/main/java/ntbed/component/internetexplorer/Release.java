package ntbed.component.internetexplorer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import ntbed.filesystem.FileVersion;
import ntbed.process.ImageFile;

/**
 * The releases of Internet Explorer that can be installed.
 *
 * <p>Known: the version values, the name of 4.01's and 5.01's entries in the list, 5.00.1630.5 for the Protected
 * Storage files of 4.01 (Q196704). Made up [M]: the file versions of 5.01's set and of the browser's own libraries.
 */
enum Release {
    V401("4.01", "Microsoft Internet Explorer 4.0", "IE40", "42106.8", 3, "4.72.2106.8", "5.0.1630.5"),
    V501(
            "5.01",
            "Microsoft Internet Explorer 5 and Internet Tools",
            "ie5",
            "52919.6307",
            5,
            "5.0.2919.6307",
            "5.0.1878.1");

    /** The files of Protected Storage that a repair puts back (Q321454), in the order it copies them. */
    static final List<String> PROTECTED_STORAGE = List.of("pstores.exe", "psbase.dll", "pstorec.dll", "pstorerc.dll");

    /** The browser's own libraries in System32. */
    static final List<String> LIBRARIES = List.of("mshtml.dll", "shdocvw.dll", "urlmon.dll", "wininet.dll");

    /** The program that runs in {@code pstores.exe}; the component that has it is no concern of this one. */
    private static final String PROTECTED_STORAGE_PROGRAM = "pstores";

    /** How long that service takes to start [M]. */
    private static final String START_MILLIS = "500";

    private final String number;
    private final String title;
    private final String uninstallKey;
    private final String build;
    private final int newerThanServicePack;
    private final String version;
    private final String storageVersion;

    Release(
            String number,
            String title,
            String uninstallKey,
            String build,
            int newerThanServicePack,
            String version,
            String storageVersion) {
        this.number = number;
        this.title = title;
        this.uninstallKey = uninstallKey;
        this.build = build;
        this.newerThanServicePack = newerThanServicePack;
        this.version = version;
        this.storageVersion = storageVersion;
    }

    /** As people say it: {@code 5.01}. */
    String number() {
        return number;
    }

    /** The line in Add/Remove Programs. */
    String title() {
        return title;
    }

    /** Name of its key under {@code Uninstall}. */
    String uninstallKey() {
        return uninstallKey;
    }

    /** The value {@code Build}. */
    String build() {
        return build;
    }

    /** The value {@code Version}, for example {@code 5.00.2919.6307}. */
    String versionValue() {
        return version.startsWith("5.0.") ? "5.00." + version.substring(4) : version;
    }

    /** Whether its Protected Storage files are newer than what that service pack brought: setup keeps the newer. */
    boolean isNewerThanServicePack(int servicePack) {
        return servicePack <= newerThanServicePack;
    }

    /** Version of a file of the set. */
    Optional<FileVersion> versionOf(String file) {
        int[] numbers = Stream.of((PROTECTED_STORAGE.contains(file) ? storageVersion : version).split("\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
        return Optional.of(new FileVersion(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /** All files that a repair puts into System32, by name. */
    SortedMap<String, byte[]> systemFiles() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        ImageFile service = ImageFile.of(PROTECTED_STORAGE_PROGRAM).with("startMillis", START_MILLIS);
        files.put(
                "pstores.exe", service.with("release", storageVersion).sealed().encode());
        for (String name : List.of("psbase.dll", "pstorec.dll", "pstorerc.dll")) {
            files.put(
                    name,
                    ImageFile.of("library")
                            .with("name", name)
                            .with("release", storageVersion)
                            .sealed()
                            .encode());
        }
        for (String name : LIBRARIES) {
            files.put(name, ImageFile.encode("library", Map.of("release", version)));
        }
        return files;
    }

    static Release numbered(String number) {
        for (Release release : values()) {
            if (release.number.equals(number)) {
                return release;
            }
        }
        throw new AssertionError("no Internet Explorer " + number);
    }
}
