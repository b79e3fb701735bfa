package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import ntbed.process.ServiceStatus;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\A";

    private static Token anybody(Sid... groups) {
        return new Token(
                new Sid("S-1-5-21-1-2-3-1001"), "PC", "user", List.of(groups), java.util.Set.of(), java.util.Set.of());
    }

    @Test
    @DisplayName("K1: a service's name is its key's, without regard to case")
    void names() {
        ScmFixture scm = ScmFixture.with(new Spec("Alerter")).open();
        assertThat(scm.service("aLERTER").serviceName()).isEqualTo("Alerter");
        assertThat(ScmFixture.code(() -> scm.service("A\\B"))).isEqualTo(123);
        assertThat(ScmFixture.code(() -> scm.service("a".repeat(257)))).isEqualTo(123);
        assertThat(ScmFixture.code(() -> scm.service("a".repeat(256)))).isEqualTo(1060);
    }

    @Test
    @DisplayName("K2: Start is read when the manager starts, the image path at each start, a new key not at all")
    void recordAndRegistry() {
        ScmFixture scm = ScmFixture.with(new Spec("A"), new Spec("B")).open();
        scm.registry.setValue(KEY, "Start", RegistryValue.dword(4), "test");
        scm.registry.setValue(KEY, "ImagePath", RegistryValue.sz("C:\\WINNT\\gone.exe"), "test");
        assertThat(scm.start("A")).isEqualTo(2);
        String made = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\New";
        scm.registry.setValue(made, "Type", RegistryValue.dword(0x10), "test");
        scm.registry.setValue(made, "Start", RegistryValue.dword(3), "test");
        assertThat(ScmFixture.code(() -> scm.service("New"))).isEqualTo(1060);
        scm.registry.deleteTree("HKLM\\SYSTEM\\CurrentControlSet\\Services\\B", "test");
        assertThat(scm.start("B")).isEqualTo(2);
    }

    @Test
    @DisplayName("K3: a key without Type or Start, or with an impossible Type, is no service")
    void notServices() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("NoType").without("Type"),
                        new Spec("NoStart").without("Start"),
                        new Spec("BadType").type(0x30),
                        new Spec("TextType").set("Type", RegistryValue.sz("16")),
                        new Spec("ShortStart").set("Start", RegistryValue.of(ValueType.REG_DWORD, new byte[] {3})))
                .open();
        assertThat(scm.scm().enumServicesStatus(0x3B, 3, 100)).isEmpty();
    }

    @Test
    @DisplayName("K3: a missing ErrorControl is Ignore")
    void missingErrorControl() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().without("ErrorControl").noImage())
                .boot();
        assertThat(scm.service("A").queryServiceConfig().errorControl()).isZero();
        assertThat(scm.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "2, true",
        "4, true",
        "8, true",
        "16, true",
        "32, true",
        "272, true",
        "288, true",
        "257, false",
        "3, false",
        "48, false",
        "0, false",
        "64, false"
    })
    @DisplayName("K4: the types of services, and the interactive bit beside the Win32 ones")
    void types(int type, boolean isService) {
        ScmFixture scm = ScmFixture.with(new Spec("A").type(type)).open();
        assertThat(ScmFixture.code(() -> scm.service("A"))).isEqualTo(isService ? 0 : 1060);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true", "3, true", "4, true", "5, false"})
    @DisplayName("K5: a Win32 service starts automatically, on demand or not at all")
    void starts(int start, boolean isService) {
        ScmFixture scm = ScmFixture.with();
        Spec service = new Spec("A").set("Start", RegistryValue.dword(start));
        service.image = null;
        scm.control("Services\\A", "Type", RegistryValue.dword(0x10));
        scm.control("Services\\A", "Start", RegistryValue.dword(start)).open();
        assertThat(ScmFixture.code(() -> scm.service("A"))).isEqualTo(isService ? 0 : 1060);
    }

    @Test
    @DisplayName("K5: Start of an adapter is ignored: it is never started")
    void adapters() {
        ScmFixture scm = ScmFixture.with(new Spec("El90x1").type(4).auto()).boot();
        assertThat(scm.started()).isEmpty();
        assertThat(scm.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("K6: ErrorControl is 0 to 3")
    void errorControls(int errorControl) {
        ScmFixture scm =
                ScmFixture.with(new Spec("A").errorControl(errorControl)).open();
        assertThat(scm.service("A").queryServiceConfig().errorControl()).isEqualTo(errorControl);
    }

    @Test
    @DisplayName("K7: what has no DisplayName is shown by its key name, what has no ObjectName is LocalSystem")
    void defaults() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Spooler").without("ObjectName"),
                        new Spec("Named").shown("A Name").group("G").set("Tag", RegistryValue.dword(7)),
                        Spec.driver("Beep", 3, 0),
                        Spec.driver("Cdfs", 3, 0).type(2))
                .open();
        assertThat(scm.scm().getServiceDisplayName("Spooler", 100)).isEqualTo("Spooler");
        assertThat(scm.service("Spooler").queryServiceConfig().serviceStartName())
                .isEqualTo("LocalSystem");
        ServiceConfig named = scm.service("Named").queryServiceConfig();
        assertThat(named.displayName()).isEqualTo("A Name");
        assertThat(named.loadOrderGroup()).isEqualTo("G");
        assertThat(named.tag()).isEqualTo(Optional.of(7));
        assertThat(scm.service("Beep").queryServiceConfig().serviceStartName()).isEqualTo("\\Driver\\Beep");
        assertThat(scm.service("Cdfs").queryServiceConfig().serviceStartName()).isEqualTo("\\FileSystem\\Cdfs");
    }

    @Test
    @DisplayName("K8: a key with DeleteFlag is deleted when the manager starts")
    void deleteFlag() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto().set("DeleteFlag", RegistryValue.dword(1)),
                        new Spec("B").auto().needs("A"))
                .boot();
        assertThat(scm.registry.tree(KEY)).isEmpty();
        assertThat(scm.events()).containsExactly("7003|B|A");
    }

    @Test
    @DisplayName("K8, U3: the password of a service that goes at the next start goes with it")
    void deletedWithItsPassword() {
        ScmFixture scm = ScmFixture.with(new Spec("A").set("DeleteFlag", RegistryValue.dword(1)));
        scm.authority.storeSecret("_SC_A", Optional.of("secret"));
        scm.open();
        assertThat(scm.authority.secret("_SC_A", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DependOnService", "DependOnGroup"})
    @DisplayName("K9: a dependency list that is not REG_MULTI_SZ ends services.exe (D15)")
    void faultyList(String value) {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto(), new Spec("B").set(value, RegistryValue.sz("A")))
                .open();
        boolean[] completed = new boolean[1];
        scm.manager().autoStart(() -> completed[0] = true);
        scm.run(1_000_000);
        assertThat(scm.host.calls)
                .singleElement()
                .asString()
                .startsWith("fault HKLM\\SYSTEM\\CurrentControlSet\\Services\\B")
                .contains(value);
        assertThat(completed[0]).isFalse();
        assertThat(scm.started()).isEmpty();
    }

    @Test
    @DisplayName("K9: the value is not read in a key that is no service")
    void faultyListElsewhere() {
        ScmFixture scm = ScmFixture.with(new Spec("A").without("Type").set("DependOnService", RegistryValue.sz("X")))
                .open();
        assertThat(scm.host.calls).isEmpty();
    }

    @Test
    @DisplayName("K10: without a descriptor of its own anybody may query a service, power users also control it")
    void defaultSecurity() {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        ServiceControlApi.ScManagerHandle manager = scm.manager()
                .as(anybody(Sid.EVERYONE), "user")
                .openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
        assertThat(ScmFixture.code(() -> manager.openService("A", 0x18D).close()))
                .isZero();
        assertThat(ScmFixture.code(() -> manager.openService("A", AccessMask.SERVICE_START)))
                .isEqualTo(5);
        ServiceControlApi.ScManagerHandle power = scm.manager()
                .as(anybody(Sid.EVERYONE, Sid.POWER_USERS), "power user")
                .openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
        assertThat(ScmFixture.code(() -> power.openService("A", 0x1FD).close())).isZero();
        assertThat(ScmFixture.code(() -> power.openService("A", AccessMask.SERVICE_CHANGE_CONFIG)))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("K10: a new service gets the default descriptor in its key, and an own one in the key counts")
    void securityInTheKey() {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        scm.scm()
                .createService("New", ServiceConfig.ownProcess(3, "C:\\WINNT\\new.exe"), 0)
                .close();
        assertThat(SecurityDescriptor.decode(scm.registry
                        .value("HKLM\\SYSTEM\\CurrentControlSet\\Services\\New\\Security", "Security")
                        .orElseThrow()
                        .data()))
                .isEqualTo(ServiceSecurity.DEFAULT);
        SecurityDescriptor closed = SecurityDescriptor.of(
                Sid.SYSTEM, AccessControlEntry.allow(Sid.EVERYONE, AccessMask.SERVICE_QUERY_STATUS));
        scm.registry.setValue(KEY + "\\Security", "Security", RegistryValue.binary(closed.encode()), "test");
        assertThat(ScmFixture.code(() -> scm.scm().openService("A", AccessMask.SERVICE_START)))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("K10: a descriptor that cannot be read is as none")
    void junkSecurity() {
        ScmFixture scm = ScmFixture.with(new Spec("A"))
                .control("Services\\A\\Security", "Security", RegistryValue.binary((byte) 1, (byte) 2))
                .open();
        assertThat(scm.start("A")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, query config", "4, query status", "8, dependents", "16, start", "2, change", "65536, delete"})
    @DisplayName("K11: each function needs its right")
    void rights(int right, String function) {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        ServiceControlApi.ServiceHandle with = scm.scm().openService("A", right);
        ServiceControlApi.ServiceHandle without = scm.scm().openService("A", AccessMask.SERVICE_ALL_ACCESS & ~right);
        assertThat(ScmFixture.code(() -> call(with, function))).isZero();
        assertThat(ScmFixture.code(() -> call(without, function))).isEqualTo(5);
    }

    private static void call(ServiceControlApi.ServiceHandle service, String function) {
        switch (function) {
            case "query config" -> assertThat(service.queryServiceConfig()).isNotNull();
            case "query status" -> assertThat(service.queryServiceStatus()).isNotNull();
            case "dependents" -> assertThat(service.enumDependentServices(3, 9)).isEmpty();
            case "start" -> service.startService(List.of());
            case "change" -> service.changeServiceConfig(ServiceConfigChange.startType(4));
            case "delete" -> service.deleteService();
            default -> throw new AssertionError(function);
        }
    }

    @Test
    @DisplayName("K12: the hardware profile can disable a service: 1058, and no event of its own")
    void hardwareProfile() {
        String profile = "Hardware Profiles\\Current\\System\\CurrentControlSet\\Enum\\Root\\LEGACY_A\\0000";
        ScmFixture scm = ScmFixture.with(
                        new Spec("A").auto(), new Spec("B").auto().needs("A"))
                .control(profile, "CSConfigFlags", RegistryValue.dword(1))
                .boot();
        assertThat(scm.state("A")).isEqualTo("STOPPED");
        assertThat(scm.start("A")).isEqualTo(1058);
        assertThat(scm.events()).containsExactly("7001|B|A|%%1058");
        scm.registry.setValue(
                "HKLM\\SYSTEM\\CurrentControlSet\\" + profile, "CSConfigFlags", RegistryValue.dword(0), "test");
        assertThat(scm.start("A")).isZero();
    }

    @Test
    @DisplayName(
            "K12: a damaged LEGACY_ key of the service gives 1058 as well; no key at all is rebuilt, so it does not")
    void damagedLegacyKey() {
        ScmFixture scm = ScmFixture.with(new Spec("A"), new Spec("B"))
                .control("Enum\\Root\\LEGACY_A", "NextInstance", RegistryValue.dword(1))
                .open();
        assertThat(scm.start("A")).isEqualTo(1058);
        assertThat(scm.start("B")).isZero();
    }

    @Test
    @DisplayName(
            "K12: the start writes each missing LEGACY_ key, whole; not a damaged, a disabled or a deleted service's")
    void missingLegacyKeysAreWritten() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Plain").shown("Plain Service"),
                        new Spec("Off").start(4),
                        new Spec("Gone").set("DeleteFlag", RegistryValue.dword(1)),
                        new Spec("N".repeat(255)).noImage(),
                        new Spec("Damaged"))
                .control("Enum\\Root\\LEGACY_DAMAGED", "NextInstance", RegistryValue.dword(1))
                .open();
        KeyTree devices =
                scm.registry.tree("HKLM\\SYSTEM\\CurrentControlSet\\Enum\\Root").orElseThrow();
        assertThat(devices.subkeys()).extracting(KeyTree::name).containsExactly("LEGACY_DAMAGED", "LEGACY_PLAIN");
        assertThat(devices.descend("LEGACY_DAMAGED").orElseThrow().subkeys()).isEmpty();
        KeyTree plain = devices.descend("LEGACY_PLAIN").orElseThrow();
        assertThat(plain.value("NextInstance")).contains(RegistryValue.dword(1));
        KeyTree instance = plain.descend("0000").orElseThrow();
        assertThat(instance.value("Service")).contains(RegistryValue.sz("Plain"));
        assertThat(instance.value("Class")).contains(RegistryValue.sz("LegacyDriver"));
        assertThat(instance.value("ConfigFlags")).contains(RegistryValue.dword(0));
        assertThat(instance.value("DeviceDesc")).contains(RegistryValue.sz("Plain Service"));
    }

    @Test
    @DisplayName("K12: a LEGACY_ key deleted while the machine runs gives 1058")
    void deletedLegacyKey() {
        ScmFixture scm = ScmFixture.with(new Spec("A"))
                .control("Enum\\Root\\LEGACY_A\\0000", "Service", RegistryValue.sz("A"))
                .open();
        scm.registry.deleteTree("HKLM\\SYSTEM\\CurrentControlSet\\Enum\\Root\\LEGACY_A", "test");
        assertThat(scm.start("A")).isEqualTo(1058);
    }

    @Test
    @DisplayName("7028: a key that denies SYSTEM access is taken over and logged, once; its service starts")
    void tookOwnership() {
        SecurityDescriptor closed = SecurityDescriptor.of(
                Sid.ADMINISTRATORS,
                AccessControlEntry.deny(Sid.SYSTEM, AccessMask.KEY_ALL_ACCESS),
                AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.KEY_ALL_ACCESS));
        ScmFixture scm = ScmFixture.with(new Spec("A").auto(), new Spec("B").auto())
                .security("A", closed)
                .boot();
        assertThat(scm.events()).containsExactly("7028|A");
        assertThat(scm.state("A")).isEqualTo("RUNNING");
        KeyTree key = scm.registry.tree(ScmWorld.key("A")).orElseThrow();
        assertThat(key.security().owner()).isEqualTo(Sid.ADMINISTRATORS);
        assertThat(key.security().dacl()).hasSize(3).containsAll(closed.dacl());
        assertThat(KeyOwnership.denied(scm.registry.tree(ScmWorld.SERVICES).orElseThrow()))
                .isEmpty();
    }

    @Test
    @DisplayName("7028: a key with an empty list of rights and a foreign owner is taken over as well")
    void tookOwnershipOfStranger() {
        ScmFixture scm = ScmFixture.with(new Spec("A"))
                .security("A", SecurityDescriptor.of(Sid.POWER_USERS))
                .open();
        assertThat(scm.events()).containsExactly("7028|A");
        assertThat(scm.start("A")).isZero();
    }

    @Test
    @DisplayName("K13: a service that never ran is stopped with 1077, later with the code of its last run")
    void initialRecord() {
        ScmFixture scm = ScmFixture.with(new Spec("A").does("exitCode", 13), Spec.driver("Beep", 3, 0))
                .open();
        assertThat(scm.status("A")).isEqualTo(new ServiceStatus(0x10, 1, 0, 1077, 0, 0, 2000));
        assertThat(scm.status("Beep").waitHintMillis()).isZero();
        assertThat(scm.start("A")).isZero();
        scm.run(5_000);
        assertThat(scm.status("A").win32ExitCode()).isEqualTo(13);
    }
}
