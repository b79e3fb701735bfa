package ntbed.component.sysprep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.component.base.BaseInstallation;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.NtProcess;

/** Masters and clones for the tests of this package. */
final class TestMasters {
    static final String PSYSDUP2 = "C:\\Sysprep\\Psysdup2.exe";
    static final String INSTALLED_PSYSDUP2 = "C:\\WINNT\\System32\\Psysdup2.exe";
    static final String SETUP = "HKEY_LOCAL_MACHINE\\SYSTEM\\Setup";
    static final String SERVICE = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Psysdup2";

    /** An answer file that leaves no page of the wizard. */
    static final String ALL_ANSWERS = String.join(
            "\r\n",
            "[NT4Preinstall]",
            "OemSkipEula = YES",
            "OEMSkipWelcome = 1",
            "ProductID = \"123-1234567\"",
            "FullName = \"A. Person\"",
            "OrgName = \"A Company\"",
            "ComputerName = CLONE",
            "AdminPassword = *",
            "OEMNoWaitAfterGUIMode = 1",
            "");

    private TestMasters() {}

    /** A fresh server with the complete tools folder. */
    static MachineBuilder complete() {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.server());
        SysprepTools.component().install(machine);
        return machine;
    }

    /** The same without Psysdup2.exe in the folder. */
    static MachineBuilder incomplete() {
        return complete().delete(PSYSDUP2);
    }

    /** With an answer file beside the tools. */
    static MachineBuilder withAnswers(MachineBuilder machine, String answers) {
        return machine.file("C:\\Sysprep\\answers.txt", answers.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Boots, logs the Administrator on, runs the command line, and waits until the machine is off. */
    static MachineImage prepared(MachineImage master, String commandLine) {
        Machine machine = booted(master, 1);
        run(machine, machine.logOn("Administrator", ""), commandLine);
        return machine.shutDown();
    }

    static MachineImage prepared(MachineBuilder master) {
        return prepared(master.build(), "C:\\Sysprep\\Sysprep.exe -quiet");
    }

    static NtProcess run(Machine machine, Win32 door, String commandLine) {
        NtProcess process = door.createProcess(commandLine);
        machine.runForMillis(120_000);
        return process;
    }

    static Machine booted(MachineImage image, long seed) {
        Machine machine = Machine.powerOn(image, seed);
        machine.boot();
        return machine;
    }

    /** Switches a clone on, answers the wizard as a person, and lets it come up. */
    static Machine cloneOf(MachineImage prepared, long seed, String name) {
        Machine machine = booted(prepared, seed);
        WizardPerson person = WizardPerson.naming(name);
        while (person.answerOne(machine.desktop())) {
            machine.boot();
        }
        return machine;
    }

    static List<EventRecord> events(Machine machine, int id) {
        return machine.asSystem().eventLog().readEventLog(Log.SYSTEM).stream()
                .filter(event -> event.eventId() == id)
                .toList();
    }

    static boolean exists(Machine machine, String path) {
        return machine.asSystem().files().exists(NtPath.of(path));
    }

    static Win32 logOn(Machine machine) {
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();
        return door;
    }
}
