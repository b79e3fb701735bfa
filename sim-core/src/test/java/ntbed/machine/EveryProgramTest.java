package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ntbed.component.base.BaseInstallation;
import ntbed.component.iis.Iis;
import ntbed.component.internetexplorer.InternetExplorer;
import ntbed.component.office97.Office97;
import ntbed.component.optionpack.OptionPack;
import ntbed.component.protectedstorage.ProtectedStorage;
import ntbed.component.servicepack.ServicePackDisc;
import ntbed.component.sysprep.SysprepTools;
import ntbed.machine.lab.Component;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.process.Program;
import ntbed.process.ProgramCatalog;
import ntbed.tool.net.NetProgram;
import ntbed.trace.TraceEvent;
import ntbed.trace.TraceText;
import ntbed.win32.NotSimulatedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every program of every component keeps to, on the whole machine: the same of {@code ProgramContract} that does
 * not ask how long its start takes, for a program may wait for the service control manager.
 */
class EveryProgramTest {
    private static final String OWN = "own.exe";
    private static final String IMAGE = "C:\\" + OWN;
    private static final long A_WHILE = 600_000;

    private static final List<Component> COMPONENTS = List.of(
            SysprepTools.component(),
            Office97.component(),
            ProtectedStorage.component(),
            Iis.component(),
            InternetExplorer.v401(),
            InternetExplorer.v501(),
            OptionPack.component());

    private static final MachineImage ALL = all();

    private static MachineImage all() {
        MachineBuilder machine = MachineBuilder.of(BaseInstallation.server());
        machine.programs(new NetProgram());
        for (Component component : COMPONENTS) {
            machine.programs(component.programs().toArray(new Program[0]));
        }
        machine.programs(ServicePackDisc.programs().toArray(new Program[0]));
        return machine.build();
    }

    static List<Program> programs() {
        List<Program> programs = new ArrayList<>(ALL.programs().all());
        programs.removeIf(program -> program.id().equals(ImageFile.DRIVER));
        return programs;
    }

    @Test
    void noProgramIsForgotten() {
        Set<String> tested = new TreeSet<>();
        programs().forEach(program -> tested.add(program.getClass().getName()));
        Set<String> written = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ntbed")) {
            if (type.isAssignableTo(Program.class)
                    && !type.isInterface()
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
                written.add(type.getName());
            }
        }
        assertThat(tested).containsAll(written);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void idAndHeadingAreTidy(Program program) {
        assertThat(ProgramCatalog.of(program).find(program.id())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void twoRunsAreTheSameTrace(Program program) {
        assertThat(TraceText.of(run(program, Long.MAX_VALUE))).isEqualTo(TraceText.of(run(program, Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void killedAtAnyMomentItDoesNothingMore(Program program) {
        for (long killAt : new long[] {0, 25, 100, 400, 1_000, 5_000}) {
            List<TraceEvent> own = new ArrayList<>(run(program, killAt));
            own.removeIf(event -> !event.stamp().actor().equals(OWN));
            assertThat(own).as("killed at %d ms", killAt).isNotEmpty();
            assertThat(own.get(own.size() - 1))
                    .as("killed at %d ms", killAt)
                    .isInstanceOf(TraceEvent.ProcessEnded.class);
        }
    }

    /** A thing that is not simulated is refused by name: then the run is over, and stays the same run. */
    private static List<TraceEvent> run(Program program, long killAt) {
        MachineBuilder builder = MachineBuilder.of(ALL);
        builder.image(IMAGE, ImageFile.of(program.id()));
        Machine machine = Machine.powerOn(builder.build(), TestMachines.SEED);
        machine.boot();
        NtProcess process = machine.asSystem().createProcess(IMAGE);
        try {
            machine.runForMillis(Math.min(killAt, A_WHILE));
            if (killAt < A_WHILE && machine.isOn() && process.isAlive()) {
                process.exit(1);
            }
            machine.runForMillis(A_WHILE);
        } catch (NotSimulatedException e) {
            assertThat(e.getMessage()).isNotBlank();
            if (process.isAlive()) {
                process.exit(1);
            }
        }
        return List.copyOf(machine.trace().events());
    }
}
