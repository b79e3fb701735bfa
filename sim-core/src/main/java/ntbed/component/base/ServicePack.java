package ntbed.component.base;

import java.util.Optional;
import ntbed.machine.lab.MachineBuilder;
import ntbed.registry.RegistryValue;

/**
 * What one service pack leaves on the disk, as {@code service-packs.tsv} says.
 *
 * @param number 3 to 6; 6 is 6a
 * @param systemFiles version of the files it brings
 * @param cryptographicProvider version of {@code rsabase.dll}
 * @param hotfix the fix whose key marks the release, for example {@code Q246009} for 6a; empty if none does
 */
record ServicePack(int number, String systemFiles, String cryptographicProvider, Optional<String> hotfix) {
    static final int FIRST = 3;
    static final int LAST = 6;

    private static final String HOTFIX = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Hotfix\\";

    /** The pack of that number; another number is an {@link IllegalArgumentException}. */
    static ServicePack numbered(int number) {
        for (String line : Resource.text("service-packs.tsv").split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(Integer.toString(number))) {
                Optional<String> hotfix = fields.length > 3 ? Optional.of(fields[3]) : Optional.empty();
                return new ServicePack(number, fields[1], fields[2], hotfix);
            }
        }
        throw new IllegalArgumentException("no Service Pack " + number + "; there are " + FIRST + " to " + LAST);
    }

    /** A version of {@code files.tsv}, {@code SP} and {@code CSP} replaced. */
    String version(String written) {
        return switch (written) {
            case "SP" -> systemFiles;
            case "CSP" -> cryptographicProvider;
            default -> written;
        };
    }

    /** The key by which 6a is told from 6, whose version text is the same (Q246009). */
    void markHotfix(MachineBuilder machine) {
        hotfix.ifPresent(fix -> machine.set(HOTFIX + fix, "Installed", RegistryValue.dword(1)));
    }

    /** As people write it: {@code 6a}. */
    String title() {
        return "Service Pack " + number + (hotfix.isPresent() ? "a" : "");
    }
}
