package ntbed.component.optionpack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.security.Privilege;
import ntbed.win32.NotSimulatedException;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * One unattended run of set-up: the checks, the question about service packs, then one step after the other, last the
 * restart. Every step takes {@value #STEP_MILLIS} ms [M].
 */
final class SetupRun {
    private static final int STEP_MILLIS = 10_000;
    private static final int FAILED = 1;

    /** With several processors one run in that many fails ("rarely", Q248737; how rarely is [M]). */
    private static final int RARELY = 16;

    private final NtProcess process;
    private final Win32 win32;
    private final SetupCommand command;
    private final MachineFacts facts;
    private final InstalledParts installed;
    private final SetupErrors errors;
    private final NtPath source;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private Sections answers = Sections.empty();

    SetupRun(NtProcess process, Win32 win32, SetupCommand command) {
        this.process = process;
        this.win32 = win32;
        this.command = command;
        this.facts = new MachineFacts(win32);
        this.installed = new InstalledParts(win32);
        this.errors = new SetupErrors(win32);
        NtPath own = process.image().parent().orElseThrow();
        this.source = command.source().map(NtPath::of).orElse(own);
    }

    void begin() {
        if (command.answerFile().isEmpty()) {
            throw new NotSimulatedException("Option Pack set-up without an answer file");
        }
        Optional<String> refusal = facts.refusal();
        if (refusal.isPresent()) {
            stop(refusal.get());
        } else if (facts.isNotTested() && !isCorrected()) {
            win32.desktop().show(SetupText.TITLE, SetupText.NOT_TESTED, List.of(), List.of("Yes", "No"), answer -> {
                if (answer.button().equals("Yes")) {
                    readAnswers();
                } else {
                    process.exit(FAILED);
                }
            });
        } else {
            readAnswers();
        }
    }

    /** Whether both files that carry the check are the corrected ones (Q219717). */
    private boolean isCorrected() {
        NtPath own = process.image().parent().orElseThrow();
        for (String name : OptionPack.CHECKING_FILES) {
            NtPath file = own.resolve(name);
            boolean corrected = win32.files().exists(file)
                    && ImageFile.decode(win32.files().read(file))
                            .filter(image -> "yes".equals(image.parameters().get(OptionPack.CORRECTED)))
                            .isPresent();
            if (!corrected) {
                return false;
            }
        }
        return true;
    }

    private void readAnswers() {
        errors.begin();
        NtPath file = answerFile(command.answerFile().orElseThrow());
        if (!win32.files().exists(file)) {
            fail(file + ": " + Win32Error.ERROR_FILE_NOT_FOUND.text());
            return;
        }
        answers = Sections.parse(win32.files().read(file));
        if (answers.value("Version", "Signature").filter("$Windows NT$"::equals).isEmpty()) {
            fail("[Version] Signature");
            return;
        }
        Selection selection = Selection.of(answers, facts.found(installed), installed::has);
        if (!selection.errors().isEmpty()) {
            selection.errors().forEach(errors::add);
            process.exit(FAILED);
            return;
        }
        plan(selection);
        next();
    }

    /** A bare name is looked for beside setup.exe [M]. */
    private NtPath answerFile(String name) {
        boolean isPath = name.length() > 2 && name.charAt(1) == ':';
        return isPath ? NtPath.of(name) : process.image().parent().orElseThrow().resolve(name);
    }

    /** What is removed, then what is installed: a step for each part that setup.exe does itself, one for a program. */
    private void plan(Selection selection) {
        List<Part> byProgram = new ArrayList<>();
        for (Part part : selection.remove()) {
            if (part.setUp().isEmpty()) {
                steps.add(() -> own(part, false));
            } else {
                byProgram.add(part);
            }
        }
        if (!byProgram.isEmpty()) {
            requireAll(byProgram);
            steps.addFirst(() -> removeByProgram(byProgram));
        }
        boolean isPlanned = false;
        for (Part part : selection.add()) {
            if (part.setUp().isEmpty()) {
                steps.add(() -> own(part, true));
            } else if (!isPlanned) {
                isPlanned = true;
                List<Part> wanted = Part.ALL.stream()
                        .filter(one -> one.setUp().isPresent())
                        .filter(one -> installed.has(one) || selection.add().contains(one))
                        .toList();
                steps.add(() -> installByProgram(wanted));
            }
        }
    }

    private void requireAll(List<Part> removed) {
        for (Part part : Part.ALL) {
            if (part.setUp().isPresent() && installed.has(part) && !removed.contains(part)) {
                throw new NotSimulatedException("taking off single parts of Internet Information Server");
            }
        }
    }

    private void next() {
        Runnable step = steps.poll();
        if (step == null) {
            end();
        } else {
            process.after(STEP_MILLIS, step);
        }
    }

    private void own(Part part, boolean install) {
        try {
            PlainPart files = new PlainPart(win32, source, answers);
            if (install) {
                files.install(part);
            } else {
                files.remove(part);
            }
            installed.set(part, install);
        } catch (Win32Exception failed) {
            errors.add(part.name() + ": " + failed.error().text());
        }
        next();
    }

    private void removeByProgram(List<Part> parts) {
        PartProgram program = new PartProgram(process, win32, program(parts));
        program.remove(code -> done(parts, false, code));
    }

    private void installByProgram(List<Part> parts) {
        if (facts.processors() > 1 && process.random().fork("processors").nextInt(RARELY) == 0) {
            errors.add(program(parts).name() + ": several processors");
            next();
            return;
        }
        new PartProgram(process, win32, program(parts)).install(parts, answers, code -> {
            if (code == Win32Error.CO_E_SERVER_EXEC_FAILURE.code()) {
                askAgain(parts);
            } else {
                done(parts, true, code);
            }
        });
    }

    private NtPath program(List<Part> parts) {
        return NtPath.of(source + "\\" + parts.get(0).setUp().orElseThrow());
    }

    private void done(List<Part> parts, boolean install, int code) {
        if (code == 0) {
            parts.forEach(part -> installed.set(part, install));
        } else {
            errors.add(parts.get(0).setUp().orElseThrow() + ": " + Integer.toUnsignedString(code));
        }
        next();
    }

    /** While a service that it needs is missing the class object cannot be had, and set-up goes round (Q218458). */
    private void askAgain(List<Part> parts) {
        List<String> buttons = List.of("Retry", "Cancel");
        win32.desktop().show(SetupText.TITLE, SetupText.CLASS_OBJECT, List.of(), buttons, answer -> {
            if (answer.button().equals("Retry")) {
                process.after(STEP_MILLIS, () -> installByProgram(parts));
            } else {
                errors.add(SetupText.CLASS_OBJECT);
                next();
            }
        });
    }

    private void end() {
        if (command.restarts()) {
            win32.withPrivilege(Privilege.SE_SHUTDOWN).exitWindows(true);
        }
        process.exit(0);
    }

    private void fail(String error) {
        errors.add(error);
        process.exit(FAILED);
    }

    private void stop(String text) {
        win32.desktop().show(SetupText.TITLE, text, List.of(), List.of("OK"), answer -> process.exit(FAILED));
    }
}
