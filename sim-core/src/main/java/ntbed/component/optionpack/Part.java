package ntbed.component.optionpack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ntbed.win32.CaseFolding;

/**
 * A part of the Option Pack, as {@code parts.tsv} has it.
 *
 * @param name as an answer file names it
 * @param inMinimal in a minimal installation
 * @param inTypical in a typical installation
 * @param needs parts that it cannot be without
 * @param setUp the set-up program of its own; empty if setup.exe itself installs it
 * @param files what setup.exe copies to System32
 */
record Part(
        String name,
        boolean inMinimal,
        boolean inTypical,
        List<String> needs,
        Optional<String> setUp,
        List<String> files) {

    /** All parts, in the order in which they are installed. */
    static final List<Part> ALL = read();

    /** The part that an ODBC driver is, which is installed even if it is OFF (Q190206). */
    static final String SQL_DRIVER = "DAC_DRV_SQLSRV";

    /** Parts whose own set-up wants a person or a server that is not simulated. */
    static final List<String> NOT_SIMULATED = List.of("indexsrv", "certsrv", "certsrv_client", "certsrv_server");

    /** By name, without regard to case. */
    static Optional<Part> named(String name) {
        return ALL.stream().filter(part -> CaseFolding.same(part.name, name)).findFirst();
    }

    private static List<Part> read() {
        List<Part> parts = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(Part.class.getResourceAsStream("parts.tsv"))) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    parts.add(of(line.split("\t", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(parts);
    }

    private static Part of(String... fields) {
        return new Part(
                fields[0],
                fields[1].equals("yes"),
                fields[2].equals("yes"),
                list(fields, 3),
                list(fields, 4).stream().findFirst(),
                list(fields, 5));
    }

    private static List<String> list(String[] fields, int index) {
        return index >= fields.length || fields[index].isEmpty() ? List.of() : List.of(fields[index].split(",", -1));
    }
}
