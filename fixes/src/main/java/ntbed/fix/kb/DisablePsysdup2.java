package ntbed.fix.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.filesystem.NtPath;
import ntbed.fix.Diagnosis;
import ntbed.fix.Evidence;
import ntbed.fix.Fix;
import ntbed.fix.Plan;
import ntbed.fix.RegistryReading;
import ntbed.fix.Step;
import ntbed.machine.Win32;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceConfig;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Exception;

/**
 * Disables the service Psysdup2 on a clone whose System32 has no Psysdup2.exe (Q198417, the remedy for disks that are
 * already duplicated).
 *
 * <p>The place of Office 97's setup table is made up (decision D12).
 */
public final class DisablePsysdup2 implements Fix {
    private static final String SERVICE = "Psysdup2";
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\" + SERVICE;
    private static final String SETUP = "HKEY_LOCAL_MACHINE\\SYSTEM\\Setup";
    private static final String OFFICE_97 = "\\Program Files\\Microsoft Office\\Office\\Setup\\off97pro.stf";
    private static final int FAILED_TO_START = 7000;

    @Override
    public String id() {
        return "DisablePsysdup2";
    }

    @Override
    public String title() {
        return "Disable the service Psysdup2 on a clone that has no Psysdup2.exe";
    }

    @Override
    public List<String> articles() {
        return List.of("Q198417");
    }

    @Override
    public List<String> limits() {
        return List.of(
                "Only where Office 97 is not used: all clones keep the Office 97 Product ID of the master.",
                "Only where the disk is already duplicated: on the master, complete the tools and run Sysprep again.",
                "It cures one machine; each clone needs it.");
    }

    @Override
    public Diagnosis diagnose(Win32 machine) {
        try {
            return look(machine);
        } catch (Win32Exception e) {
            return cannotTell("The look at the machine was refused: " + e.getMessage() + ".");
        }
    }

    private static Diagnosis look(Win32 machine) {
        if (!RegistryReading.keyExists(machine.registry(), KEY)) {
            return new Diagnosis.DoesNotApply("There is no service Psysdup2.");
        }
        Optional<RegistryValue> start = start(machine);
        OptionalInt number = start.map(RegistryValue::dword).orElse(OptionalInt.empty());
        if (number.isEmpty()) {
            return cannotTell("Start of the service is missing or no REG_DWORD.");
        }
        if (number.getAsInt() != ServiceConfig.AUTO_START) {
            return new Diagnosis.DoesNotApply("The service is not started at boot: Start is " + start.get() + ".");
        }
        Optional<RegistryValue> image = RegistryReading.value(machine.registry(), KEY, "ImagePath");
        if (image.flatMap(RegistryValue::text).isEmpty()) {
            return cannotTell("ImagePath of the service is missing or no text.");
        }
        NtPath path = NtPath.of(
                machine.environment().expand(image.flatMap(RegistryValue::text).get()));
        if (machine.files().exists(path)) {
            return new Diagnosis.DoesNotApply("The service's file is there: " + path + ".");
        }
        return limited(machine).orElseGet(() -> applies(machine, start.get(), path));
    }

    /** The two conditions that the article sets for this remedy; empty if both hold. */
    private static Optional<Diagnosis> limited(Win32 machine) {
        String drive = machine.environment().get("SystemDrive").orElse("C:");
        if (machine.files().exists(NtPath.of(drive + OFFICE_97))) {
            return Optional.of(new Diagnosis.DoesNotApply(
                    "Office 97 is used here: with the service disabled its Product ID stays that of the master."));
        }
        Optional<RegistryValue> inProgress = RegistryReading.value(machine.registry(), SETUP, "SystemSetupInProgress");
        if (inProgress.map(RegistryValue::dword).orElse(OptionalInt.empty()).orElse(0) != 0) {
            return Optional.of(new Diagnosis.DoesNotApply(
                    "Setup is still to run here: the disk can be prepared again before it is duplicated."));
        }
        if (RegistryReading.value(machine.registry(), SETUP, "CloneTag").isEmpty()) {
            return Optional.of(cannotTell("Whether the disk was duplicated: there is no CloneTag in " + SETUP + "."));
        }
        return Optional.empty();
    }

    private static Diagnosis applies(Win32 machine, RegistryValue start, NtPath missing) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence(KEY, "Start is " + start));
        evidence.add(new Evidence(missing.toString(), "there is no such file"));
        failedStart(machine)
                .ifPresent(event -> evidence.add(new Evidence(
                        "System log, record " + event.recordNumber(),
                        "event " + event.eventId() + ": "
                                + oneLine(machine.eventLog().description(event)))));
        return new Diagnosis.Applies(evidence);
    }

    /** The last event of the failure. A log that was emptied or cannot be read proves nothing, so it is no obstacle. */
    private static Optional<EventRecord> failedStart(Win32 machine) {
        Optional<EventRecord> last = Optional.empty();
        for (EventRecord event : systemLog(machine)) {
            if (event.eventId() == FAILED_TO_START
                    && event.source().equals("Service Control Manager")
                    && !event.inserts().isEmpty()
                    && CaseFolding.same(event.inserts().get(0), SERVICE)) {
                last = Optional.of(event);
            }
        }
        return last;
    }

    private static List<EventRecord> systemLog(Win32 machine) {
        try {
            return machine.eventLog().readEventLog(Log.SYSTEM);
        } catch (Win32Exception e) {
            return List.of();
        }
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            boolean blank = c <= ' ';
            if (!blank || line.charAt(line.length() - 1) != ' ') {
                line.append(blank ? ' ' : c);
            }
        }
        return line.toString();
    }

    private static Optional<RegistryValue> start(Win32 machine) {
        return RegistryReading.value(machine.registry(), KEY, "Start");
    }

    private static Diagnosis cannotTell(String missing) {
        return new Diagnosis.CannotTell(List.of(missing));
    }

    @Override
    public Plan plan(Win32 machine) {
        RegistryValue disabled = RegistryValue.dword(ServiceConfig.DISABLED);
        return new Plan(
                id(),
                List.of(
                        Step.AskPerson.beforeTheRegistryIsChanged(),
                        new Step.SetValue(KEY, "Start", start(machine), disabled),
                        new Step.Restart()));
    }
}
