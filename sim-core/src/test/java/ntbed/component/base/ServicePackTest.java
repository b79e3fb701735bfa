package ntbed.component.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.registry.RegistryValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePackTest {
    private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    @ParameterizedTest
    @CsvSource({"SERVER,3", "SERVER,5", "SERVER,6", "WORKSTATION,3", "WORKSTATION,6", "ENTERPRISE,3", "ENTERPRISE,6"})
    void aMachineWithAnyServicePackBootsWithoutAnErrorAndSaysWhichItHas(Edition edition, int pack) {
        Machine machine = Machine.powerOn(BaseInstallation.of(edition, pack), 1);
        assertThat(machine.boot().isStarted()).isTrue();
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();

        assertThat(door.eventLog().readEventLog(Log.SYSTEM))
                .extracting(EventRecord::type)
                .doesNotContain(EventType.ERROR, EventType.WARNING);
        assertThat(machine.desktop().shown()).isEmpty();
        assertThat(machine.screen().lines())
                .contains("Microsoft (R) Windows NT (TM) Version 4.0 (Build 1381: Service Pack " + pack + ")");
        assertThat(door.registry().value(VERSION, "CSDVersion")).contains(RegistryValue.sz("Service Pack " + pack));
    }

    @Test
    void onlySixAHasTheKeyThatTellsItFromSix() {
        assertThat(hotfix(6)).contains(RegistryValue.dword(1));
        assertThat(hotfix(5)).isEmpty();
    }

    @Test
    void systemFilesCarryTheVersionOfTheirServicePack() {
        NtPath shell = NtPath.of("C:\\WINNT\\System32\\shell32.dll");
        NtPath applet = NtPath.of("C:\\WINNT\\System32\\appwiz.cpl");
        Win32 old = booted(3);
        Win32 newer = booted(6);

        assertThat(old.files().find(shell).orElseThrow().version())
                .isPresent()
                .isNotEqualTo(newer.files().find(shell).orElseThrow().version());
        assertThat(old.files().find(applet).orElseThrow().version())
                .isPresent()
                .isEqualTo(newer.files().find(applet).orElseThrow().version());
    }

    @Test
    void imagesAreMadeOnce() {
        assertThat(BaseInstallation.of(Edition.SERVER, 5)).isSameAs(BaseInstallation.of(Edition.SERVER, 5));
        assertThat(BaseInstallation.of(Edition.SERVER, 4)).isSameAs(BaseInstallation.server());
        assertThat(BaseInstallation.of(Edition.SERVER, 5)).isNotSameAs(BaseInstallation.server());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 7, 10})
    void otherServicePacksAreRefused(int pack) {
        assertThatThrownBy(() -> BaseInstallation.of(Edition.SERVER, pack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Service Pack " + pack);
    }

    private static Optional<RegistryValue> hotfix(int pack) {
        return booted(pack).registry().value(VERSION + "\\Hotfix\\Q246009", "Installed");
    }

    private static Win32 booted(int pack) {
        Machine machine = Machine.powerOn(BaseInstallation.of(Edition.SERVER, pack), 1);
        machine.boot();
        return machine.asSystem();
    }
}
