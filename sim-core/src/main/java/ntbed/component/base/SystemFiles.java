package ntbed.component.base;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.FileVersion;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;

/** Reads a list of files: path, program, {@code name=value} parameters parted by blanks, version, parted by tabs. */
final class SystemFiles {
    private static final byte[] TEXT = "; nothing reads this\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private SystemFiles() {}

    static void put(MachineBuilder machine, ServicePack pack, String list) {
        int from = 0;
        while (from < list.length()) {
            int end = list.indexOf('\n', from);
            int to = end < 0 ? list.length() : end;
            if (to > from && list.charAt(from) != '#') {
                put(machine, pack, list.substring(from, to).split("\t", -1));
            }
            from = to + 1;
        }
    }

    private static void put(MachineBuilder machine, ServicePack pack, String... fields) {
        String path = fields[0];
        String program = field(fields, 1);
        if (path.endsWith("\\")) {
            machine.directory(path.substring(0, path.length() - 1));
        } else if (program.isEmpty()) {
            machine.file(path, TEXT);
        } else {
            Optional<FileVersion> version = version(pack.version(field(fields, 3)));
            machine.image(path, new ImageFile(program, parameters(field(fields, 2))), version);
        }
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }

    private static Map<String, String> parameters(String written) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String parameter : written.isEmpty() ? new String[0] : written.split(" ", -1)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parameters;
    }

    private static Optional<FileVersion> version(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        int[] numbers = new int[4];
        int from = 0;
        for (int i = 0; i < 4; i++) {
            int end = i == 3 ? written.length() : written.indexOf('.', from);
            numbers[i] = Integer.parseInt(written, from, end, 10);
            from = end + 1;
        }
        return Optional.of(new FileVersion(numbers[0], numbers[1], numbers[2], numbers[3]));
    }
}
