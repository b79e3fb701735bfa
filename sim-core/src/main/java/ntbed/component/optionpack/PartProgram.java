package ntbed.component.optionpack;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/** Runs a part's own set-up program, with a file that says what is wanted, and reads the result it leaves. */
final class PartProgram {
    private static final String FILE = "ocpart.inf";
    private static final String RESULT_KEY = "HKLM\\SOFTWARE\\Microsoft\\InetStp";
    private static final String RESULT = "LastResult";
    private static final int POLL_MILLIS = 1_000;

    /** Keys that are accepted and have no effect (Q190206). */
    private static final List<String> WITHOUT_EFFECT = List.of("PathPROGRoot", "CiCatalogPath");

    private final NtProcess process;
    private final Win32 win32;
    private final NtPath program;

    PartProgram(NtProcess process, Win32 win32, NtPath program) {
        this.process = process;
        this.win32 = win32;
        this.program = program;
    }

    /** Sees to it that these parts are there; hands a code to {@code whenDone}, 0 for success. */
    void install(List<Part> parts, Sections answers, IntConsumer whenDone) {
        String folder = win32.environment()
                .get("TEMP")
                .orElseGet(() -> win32.environment().expand("%SystemDrive%\\TEMP"));
        NtPath file = NtPath.of(folder).resolve(FILE);
        try {
            win32.files().write(file, order(parts, answers).encode());
            run("/install \"" + file + "\"", code -> {
                deleteIfThere(file);
                whenDone.accept(code);
            });
        } catch (Win32Exception failed) {
            whenDone.accept(failed.code());
        }
    }

    /** Takes all parts of the program away. */
    void remove(IntConsumer whenDone) {
        try {
            run("/remove", whenDone);
        } catch (Win32Exception failed) {
            whenDone.accept(failed.code());
        }
    }

    private static Sections order(List<Part> parts, Sections answers) {
        Sections order = Sections.empty();
        for (Part part : parts) {
            order = order.with("Components", part.name(), "ON");
        }
        for (Map.Entry<String, String> line : answers.section("iis").entrySet()) {
            boolean hasEffect = WITHOUT_EFFECT.stream().noneMatch(key -> CaseFolding.same(key, line.getKey()));
            order = hasEffect ? order.with("iis", line.getKey(), line.getValue()) : order;
        }
        return order;
    }

    private void run(String arguments, IntConsumer whenDone) {
        win32.registry().setValue(RESULT_KEY, RESULT, RegistryValue.dword(Win32Error.ERROR_GEN_FAILURE.code()));
        await(win32.createProcess("\"" + program + "\" " + arguments), whenDone);
    }

    private void await(NtProcess started, IntConsumer whenDone) {
        process.after(POLL_MILLIS, () -> {
            if (started.isAlive()) {
                await(started, whenDone);
            } else {
                whenDone.accept(result());
            }
        });
    }

    /** A program that ended without a result has failed. */
    private int result() {
        return win32.registry()
                .value(RESULT_KEY, RESULT)
                .map(value -> value.dword().orElse(Win32Error.ERROR_GEN_FAILURE.code()))
                .orElse(Win32Error.ERROR_GEN_FAILURE.code());
    }

    private void deleteIfThere(NtPath file) {
        if (win32.files().exists(file)) {
            win32.files().delete(file);
        }
    }
}
