package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.component.base.BaseInstallation;
import ntbed.component.base.Edition;
import ntbed.crypto.KeyContainers;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleTest {
    private static final MachineImage FRENCH =
            IisMachines.installed(MachineBuilder.of(BaseInstallation.of(Edition.SERVER, 4))
                    .set(Layout.LANGUAGE, "Default", RegistryValue.sz("040C"))
                    .build());

    @Test
    @DisplayName("MB-09: installed under French (Standard) all is clear text, and a clone works")
    void aFrenchCloneWorks() {
        Machine clone = IisMachines.cloneOf(FRENCH, 7);

        assertThat(IisMachines.state(clone, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
        assertThat(IisMachines.events(clone, 7024)).isEmpty();
        assertThat(MetabaseFile.decode(CodeMachines.file(FRENCH)).encrypted()).isFalse();
        assertThat(MachineBuilder.of(FRENCH).value(KeyContainers.path(Layout.CONTAINER), "Exchange"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"040C, 0409, 2148073494", "0409, 040C, 2148073477"})
    @DisplayName("Q243087: after a change of the locale, in either direction, IIS does not start")
    void changingTheLocaleBreaksIt(String installed, String later, String code) {
        MachineImage image = installed.equals("040C") ? FRENCH : IisMachines.server();
        MachineImage changed = FaultInjector.on(image)
                .setValue(Layout.LANGUAGE, "Default", RegistryValue.sz(later))
                .image();

        Machine machine = IisMachines.booted(changed, 1);

        assertThat(IisMachines.events(machine, 7024))
                .containsExactly("The IIS Admin Service service terminated with service-specific error " + code + ".");
        assertThat(IisMachines.events(machine, 7001)).hasSize(4);
        Machine back = IisMachines.booted(
                FaultInjector.on(machine.shutDown())
                        .setValue(Layout.LANGUAGE, "Default", RegistryValue.sz(installed))
                        .image(),
                2);
        assertThat(IisMachines.state(back, "W3SVC")).isEqualTo(ServiceStatus.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"040C, true", "0000040c, true", "080C, false", "0C0C, false", "0409, false", "'', false", "40C, false"})
    void onlyFrenchStandardIsClearText(String language, boolean clear) {
        assertThat(Layout.isClearText(language)).isEqualTo(clear);
    }
}
