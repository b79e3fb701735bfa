package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.Desktop.Dialog;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MachineInvariants.class)
class RegistryQuotaTest {
    private static final String CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control";
    private static final String MEMORY = CONTROL + "\\Session Manager\\Memory Management";
    private static final int PART = 1 << 18;
    private static final int FIVE_MEGABYTES = 5 << 20;
    private static final int NINE_MEGABYTES = 9 << 20;

    private static MachineImage large(int bytes) {
        MachineBuilder builder = TestMachines.builder();
        RegistryValue part = RegistryValue.binary(new byte[PART]);
        for (int i = 0; i < bytes / PART; i++) {
            builder.set("HKLM\\SOFTWARE\\Large", "part" + i, part);
        }
        return builder.build();
    }

    private static Machine loggedOn(int bytes, String key, String name, RegistryValue value) {
        Machine machine = TestMachines.powerOn(
                FaultInjector.on(large(bytes)).setValue(key, name, value).image());
        machine.boot();
        assertThat(machine.desktop().shown()).isEmpty();
        machine.logOn("Administrator", "");
        return machine;
    }

    @Test
    @DisplayName("H9: past RegistrySizeLimit, of at least 4 MB, a warning comes up with the first log-on")
    void low() {
        Machine machine = loggedOn(FIVE_MEGABYTES, CONTROL, "RegistrySizeLimit", RegistryValue.dword(1));
        assertThat(machine.desktop().shown())
                .extracting(Dialog::title)
                .containsExactly("System Process - Low on Registry Quota");
    }

    @Test
    @DisplayName("H9: a RegistrySizeLimit that is no REG_DWORD is ignored: 8 MB of a pool of 32 MB")
    void wrongType() {
        RegistryValue junk = RegistryValue.sz("1");
        assertThat(loggedOn(FIVE_MEGABYTES, CONTROL, "RegistrySizeLimit", junk)
                        .desktop()
                        .shown())
                .isEmpty();
        assertThat(loggedOn(NINE_MEGABYTES, CONTROL, "RegistrySizeLimit", junk)
                        .desktop()
                        .shown())
                .hasSize(1);
    }

    @Test
    @DisplayName("H9: without a limit it is a quarter of PagedPoolSize")
    void quarterOfThePool() {
        RegistryValue pool = RegistryValue.dword(48 << 20);
        assertThat(loggedOn(NINE_MEGABYTES, MEMORY, "PagedPoolSize", pool)
                        .desktop()
                        .shown())
                .isEmpty();
    }

    @Test
    @DisplayName("H9: no limit is higher than four fifths of the pool")
    void fourFifths() {
        Machine machine = TestMachines.powerOn(FaultInjector.on(large(NINE_MEGABYTES))
                .setValue(CONTROL, "RegistrySizeLimit", RegistryValue.dword(-1))
                .setValue(MEMORY, "PagedPoolSize", RegistryValue.dword(10 << 20))
                .image());
        machine.boot();
        machine.logOn("Administrator", "");
        assertThat(machine.desktop().shown()).hasSize(1);
    }
}
