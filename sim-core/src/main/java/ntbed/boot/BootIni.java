package ntbed.boot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.win32.CaseFolding;

/**
 * BOOT.INI as the loader reads it (rule B1). A line that makes no sense is passed over; without a usable file the
 * loader takes {@code \WINNT} of the first partition (Q100525 gives both the form and the fallback).
 *
 * @param timeoutSeconds countdown of the menu; default 30
 * @param systemRoot directory of the default entry with its drive, for example {@code C:\WINNT}
 * @param entries titles of the menu
 * @param switches what follows the title of the default entry, in capitals: {@code /SOS}, {@code /BASEVIDEO}
 *     (rule B15) and {@code /NUMPROC=} (Q248737) are obeyed, others change nothing here
 */
record BootIni(int timeoutSeconds, String systemRoot, List<String> entries, String switches) {
    static final String PATH = "C:\\BOOT.INI";
    private static final int DEFAULT_TIMEOUT_SECONDS = 30;
    private static final String NUMBER_OF_PROCESSORS = "/NUMPROC=";
    private static final String PARTITION = "PARTITION(";
    private static final BootIni FALLBACK = new BootIni(0, "C:\\WINNT", List.of("NT (default)"), "");

    BootIni {
        entries = List.copyOf(entries);
    }

    /** What the loader does without the file. */
    static BootIni fallback() {
        return FALLBACK;
    }

    static BootIni parse(byte[] content) {
        int timeout = DEFAULT_TIMEOUT_SECONDS;
        String section = "";
        Optional<String> chosen = Optional.empty();
        List<String> entries = new ArrayList<>();
        String switches = "";
        for (String raw :
                new String(content, StandardCharsets.ISO_8859_1).lines().toList()) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                section = line;
            } else if (equals >= 0 && CaseFolding.same(section, "[boot loader]")) {
                String name = line.substring(0, equals).strip();
                String value = line.substring(equals + 1).strip();
                timeout = CaseFolding.same(name, "timeout") ? number(value, timeout) : timeout;
                chosen = CaseFolding.same(name, "default") ? Optional.of(value) : chosen;
            } else if (equals >= 0 && CaseFolding.same(section, "[operating systems]")) {
                String value = line.substring(equals + 1).strip();
                entries.add(title(value));
                String path = line.substring(0, equals).strip();
                boolean isDefault = switches.isEmpty() && CaseFolding.same(chosen.orElse(""), path);
                switches = isDefault ? NtPath.fold(value.substring(value.lastIndexOf('"') + 1)) + " " : switches;
            }
        }
        Optional<String> root = chosen.flatMap(BootIni::directory);
        return root.isEmpty() ? FALLBACK : new BootIni(timeout, root.get(), entries, switches);
    }

    /** What {@code /NUMPROC=} says; without it, or without a number there, as many as there are. */
    int mostProcessors() {
        int at = switches.indexOf(NUMBER_OF_PROCESSORS);
        int from = at + NUMBER_OF_PROCESSORS.length();
        int number = at < 0 ? 0 : number(switches.substring(from, switches.indexOf(' ', from)), 0);
        return number == 0 ? Integer.MAX_VALUE : number;
    }

    /** {@code multi(0)disk(0)rdisk(0)partition(1)\WINNT}: the first partition is drive C. */
    private static Optional<String> directory(String arcPath) {
        int backslash = arcPath.indexOf('\\');
        int partition = CaseFolding.fold(arcPath).indexOf(PARTITION);
        int from = partition + PARTITION.length();
        int close = arcPath.indexOf(')', from);
        if (backslash < close || partition < 0 || close < 0 || backslash == arcPath.length() - 1) {
            return Optional.empty();
        }
        int number = number(arcPath.substring(from, close), 0);
        return number < 1 || number > 'Z' - 'C' + 1
                ? Optional.empty()
                : Optional.of((char) ('C' + (number - 1)) + ":" + arcPath.substring(backslash));
    }

    private static int number(String text, int otherwise) {
        if (text.isEmpty() || text.length() > 4) {
            return otherwise;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return otherwise;
            }
        }
        return Integer.parseInt(text);
    }

    private static String title(String text) {
        int open = text.indexOf('"');
        int close = text.indexOf('"', open + 1);
        return open >= 0 && close > open ? text.substring(open + 1, close) : text;
    }
}
