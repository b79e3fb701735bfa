package ntbed.component.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.process.ServiceStatus;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceConfig;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseInstallationTest {
    private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services";

    @ParameterizedTest
    @EnumSource(Edition.class)
    void aFreshMachineBootsWithoutAnErrorEventAndWithoutAMessage(Edition edition) {
        Machine machine = Machine.powerOn(BaseInstallation.of(edition), 1);
        assertThat(machine.boot().isStarted()).isTrue();
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();

        assertThat(door.eventLog().readEventLog(Log.SYSTEM))
                .isNotEmpty()
                .extracting(EventRecord::type)
                .doesNotContain(EventType.ERROR, EventType.WARNING);
        assertThat(machine.desktop().shown()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void everyAutomaticServiceAndDriverRunsAfterTheBoot(Edition edition) {
        Machine machine = Machine.powerOn(BaseInstallation.of(edition), 2);
        machine.boot();
        Win32 door = machine.logOn("Administrator", "");
        machine.settle();

        try (ScManagerHandle manager = door.services()
                .openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_ENUMERATE_SERVICE)) {
            List<EnumeratedService> all = manager.enumServicesStatus(0x3B, 3, Integer.MAX_VALUE);
            assertThat(all).hasSizeGreaterThan(100);
            for (EnumeratedService one : all) {
                try (ServiceHandle open = manager.openService(one.serviceName(), AccessMask.SERVICE_QUERY_CONFIG)) {
                    if (open.queryServiceConfig().startType() == ServiceConfig.AUTO_START) {
                        assertThat(one.status().currentState())
                                .as(one.serviceName())
                                .isEqualTo(ServiceStatus.RUNNING);
                    }
                }
            }
        }
    }

    @Test
    void imagesAreMadeOnce() {
        assertThat(BaseInstallation.server()).isSameAs(BaseInstallation.of(Edition.SERVER));
        assertThat(BaseInstallation.workstation()).isSameAs(BaseInstallation.of(Edition.WORKSTATION));
        assertThat(BaseInstallation.enterprise()).isSameAs(BaseInstallation.of(Edition.ENTERPRISE));
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void whatAServiceDependsOnIsInstalled(Edition edition) {
        Win32 door = booted(edition);
        List<KeyTree> services = door.registry().tree(SERVICES).orElseThrow().subkeys();
        List<String> names =
                services.stream().map(key -> NtPath.fold(key.name())).toList();
        for (KeyTree service : services) {
            List<String> needed = service.value("DependOnService")
                    .flatMap(RegistryValue::texts)
                    .orElse(List.of());
            assertThat(names)
                    .as(service.name())
                    .containsAll(needed.stream().map(NtPath::fold).toList());
        }
    }

    @Test
    void editionsDifferInWhatTheySayTheyAre() {
        String options = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions";
        Win32 server = booted(Edition.SERVER);
        Win32 workstation = booted(Edition.WORKSTATION);
        Win32 enterprise = booted(Edition.ENTERPRISE);

        assertThat(server.registry().value(options, "ProductType")).contains(RegistryValue.sz("ServerNT"));
        assertThat(workstation.registry().value(options, "ProductType")).contains(RegistryValue.sz("WinNT"));
        assertThat(enterprise.registry().value(options, "ProductSuite")).contains(RegistryValue.multiSz("Enterprise"));
        assertThat(server.registry().tree(SERVICES + "\\LicenseService")).isPresent();
        assertThat(workstation.registry().tree(SERVICES + "\\LicenseService")).isEmpty();
        assertThat(List.of(server.computerName(), workstation.computerName(), enterprise.computerName()))
                .containsExactly("NTSERVER", "NTWORKSTATION", "NTENTERPRISE");
    }

    @Test
    @DisplayName("O1: both registry editors are in the product")
    void registryEditors() {
        assertThat(exists("C:\\WINNT\\regedit.exe")).isTrue();
        assertThat(exists("C:\\WINNT\\System32\\regedt32.exe")).isTrue();
    }

    @ParameterizedTest
    @DisplayName("O2: the administrator's tools that are in the product")
    @ValueSource(
            strings = {
                "srvmgr.exe",
                "eventvwr.exe",
                "winmsd.exe",
                "rdisk.exe",
                "net.exe",
                "at.exe",
                "chkdsk.exe",
                "autochk.exe",
                "ntbackup.exe",
                "convert.exe",
                "diskperf.exe",
                "winver.exe",
                "srvmgr.cpl"
            })
    void toolsOfTheProduct(String name) {
        assertThat(exists("C:\\WINNT\\System32\\" + name)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("O3, O4, O5, O6, O7, O8: the Resource Kit's tools are not in the product")
    @ValueSource(
            strings = {
                "sc", "reg", "srvany", "instsrv", "tlist", "kill", "dumpel", "regchg", "regdel", "regread", "regini",
                "regback", "netsvc", "sclist", "delsrv", "soon"
            })
    void toolsOfTheKit(String name) {
        Win32 door = booted(Edition.SERVER);
        assertThatThrownBy(() -> door.createProcess(name))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_FILE_NOT_FOUND));
    }

    @Test
    @DisplayName("O9: AT is there, and so is the Schedule service that runs its commands as SYSTEM")
    void at() {
        Win32 door = booted(Edition.SERVER);
        assertThat(door.files().exists(NtPath.of("C:\\WINNT\\System32\\at.exe")))
                .isTrue();
        assertThat(door.registry().value(SERVICES + "\\Schedule", "ObjectName"))
                .contains(RegistryValue.sz("LocalSystem"));
    }

    private static boolean exists(String path) {
        return booted(Edition.SERVER).files().exists(NtPath.of(path));
    }

    private static Win32 booted(Edition edition) {
        Machine machine = Machine.powerOn(BaseInstallation.of(edition), 3);
        machine.boot();
        return machine.asSystem();
    }
}
