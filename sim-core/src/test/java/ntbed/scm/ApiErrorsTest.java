package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorsTest {
    private static final Token USER =
            new Token(new Sid("S-1-5-21-1-2-3-1001"), "PC", "user", List.of(Sid.EVERYONE), Set.of(), Set.of());

    private static List<String> names(List<EnumeratedService> services) {
        return services.stream().map(EnumeratedService::serviceName).toList();
    }

    @ParameterizedTest(name = "machine {0}, database {1}: {2}")
    @CsvSource(
            nullValues = "NULL",
            value = {
                "NULL, NULL, 0",
                "'', ServicesActive, 0",
                "\\\\SERVER1, servicesactive, 0",
                "SERVER1, NULL, 0",
                "NULL, ServicesFailed, 1065",
                "NULL, Services, 123",
                "NULL, '', 123",
                "OTHER, NULL, 1722",
                "\\\\OTHER, Services, 1722"
            })
    @DisplayName("A1: OpenSCManager knows one machine and one database")
    void openScManager(@Nullable String machine, @Nullable String database, int code) {
        ScmFixture scm = ScmFixture.with()
                .control("Control\\ComputerName\\ActiveComputerName", "ComputerName", RegistryValue.sz("SERVER1"))
                .open();
        assertThat(ScmFixture.code(
                        () -> scm.api().openSCManager(machine, database, 1).close()))
                .isEqualTo(code);
    }

    @Test
    @DisplayName("A1: a user may connect and list, not create or lock: 5")
    void userRights() {
        ScmFixture scm = ScmFixture.with().open();
        ServiceControlApi user = scm.manager().as(USER, "user");
        int allowed = AccessMask.SC_MANAGER_CONNECT
                | AccessMask.SC_MANAGER_ENUMERATE_SERVICE
                | AccessMask.SC_MANAGER_QUERY_LOCK_STATUS;
        assertThat(ScmFixture.code(() -> user.openSCManager(null, null, allowed).close()))
                .isZero();
        for (int right : new int[] {
            AccessMask.SC_MANAGER_CREATE_SERVICE, AccessMask.SC_MANAGER_LOCK, AccessMask.SC_MANAGER_MODIFY_BOOT_CONFIG
        }) {
            assertThat(ScmFixture.code(() -> user.openSCManager(null, null, right)))
                    .isEqualTo(5);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "NULL",
            value = {"NULL, 87", "Nobody, 1060", "The Alerter, 1060", "aLERTER, 0", "'', 123", "a/b, 123"})
    @DisplayName("A3: OpenService takes key names, without regard to case")
    void openService(@Nullable String name, int code) {
        ScmFixture scm =
                ScmFixture.with(new Spec("Alerter").shown("The Alerter")).open();
        assertThat(ScmFixture.code(() -> scm.scm().openService(name, 4).close()))
                .isEqualTo(code);
    }

    @Test
    @DisplayName("A3: a right that the descriptor does not give is 5; a closed handle 6")
    void openServiceRights() {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        var manager = scm.manager().as(USER, "user").openSCManager(null, null, 1);
        assertThat(ScmFixture.code(() -> manager.openService("A", AccessMask.SERVICE_STOP)))
                .isEqualTo(5);
        manager.close();
        assertThat(ScmFixture.code(() -> manager.openService("A", 4))).isEqualTo(6);
        assertThat(ScmFixture.code(manager::close)).isEqualTo(6);
    }

    @Test
    @DisplayName(
            "A5: EnumServicesStatus filters by type and state in database order; 234 for a small buffer, 87 for junk")
    void enumServicesStatus() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("C").auto(), new Spec("a"), Spec.driver("Beep", 1, 0), Spec.driver("Null", 3, 0))
                .boot();
        var manager = scm.scm();
        assertThat(names(manager.enumServicesStatus(0x3B, 3, 10))).containsExactly("a", "Beep", "C", "Null");
        assertThat(names(manager.enumServicesStatus(0x30, 1, 10))).containsExactly("C");
        assertThat(names(manager.enumServicesStatus(0x0B, 2, 10))).containsExactly("Null");
        assertThat(ScmFixture.code(() -> manager.enumServicesStatus(0x3B, 3, 3)))
                .isEqualTo(234);
        assertThat(ScmFixture.code(() -> manager.enumServicesStatus(0, 3, 10))).isEqualTo(87);
        assertThat(ScmFixture.code(() -> manager.enumServicesStatus(0x80, 3, 10)))
                .isEqualTo(87);
        assertThat(ScmFixture.code(() -> manager.enumServicesStatus(0x3B, 4, 10)))
                .isEqualTo(87);
        assertThat(ScmFixture.code(() -> manager.enumServicesStatus(0x3B, 0, 10)))
                .isEqualTo(87);
    }

    @Test
    @DisplayName("A5: a service that never started answers STOPPED and 1077")
    void neverStarted() {
        assertThat(ScmFixture.with(new Spec("A")).open().status("A").win32ExitCode())
                .isEqualTo(Win32Error.ERROR_SERVICE_NEVER_STARTED.code());
    }

    private static ServiceConfigChange change(String field, String value) {
        ServiceConfigChange none = ServiceConfigChange.NONE;
        return new ServiceConfigChange(
                field.equals("type") ? Optional.of(Integer.decode(value)) : none.serviceType(),
                field.equals("start") ? Optional.of(Integer.decode(value)) : none.startType(),
                field.equals("error") ? Optional.of(Integer.decode(value)) : none.errorControl(),
                field.equals("path") ? Optional.of(value) : none.binaryPathName(),
                field.equals("group") ? Optional.of(value) : none.loadOrderGroup(),
                field.equals("needs") ? Optional.of(List.of(value)) : none.dependOnServices(),
                none.dependOnGroups(),
                field.equals("account") ? Optional.of(value) : none.serviceStartName(),
                none.password(),
                field.equals("shown") ? Optional.of(value) : none.displayName());
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "start, 4, 0",
        "start, 1, 87",
        "start, 9, 87",
        "type, 0x20, 0",
        "type, 0x30, 87",
        "error, 3, 0",
        "error, 4, 87",
        "path, C:\\x.exe, 0",
        "path, '', 87",
        "group, TDI, 0",
        "needs, B, 1059",
        "needs, A, 1059",
        "needs, Nothing, 0",
        "account, DOMAIN\\nobody, 1057",
        "account, nobody, 1057",
        "shown, Service B, 1078",
        "shown, b, 1078",
        "shown, A, 0",
        "shown, Fresh, 0"
    })
    @DisplayName("A6: ChangeServiceConfig answers each wrong change with its code, and then changes nothing")
    void changeServiceConfig(String field, String value, int code) {
        ScmFixture scm = ScmFixture.with(
                        new Spec("A"), new Spec("B").shown("Service B").needs("A"))
                .open();
        ServiceConfig before = scm.service("A").queryServiceConfig();
        assertThat(ScmFixture.code(() -> scm.service("A").changeServiceConfig(change(field, value))))
                .isEqualTo(code);
        if (code != 0) {
            assertThat(scm.service("A").queryServiceConfig()).isEqualTo(before);
        } else {
            assertThat(scm.service("A").queryServiceConfig()).isNotEqualTo(before);
        }
    }

    @Test
    @DisplayName("A6: SERVICE_NO_CHANGE leaves the key alone; a change writes what differs; 1072 for a marked record")
    void changeWrites() {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        var before = scm.registry.tree(ScmWorld.key("A")).orElseThrow().values();
        scm.service("A").changeServiceConfig(ServiceConfigChange.NONE);
        assertThat(scm.registry.tree(ScmWorld.key("A")).orElseThrow().values()).isEqualTo(before);
        scm.service("A").changeServiceConfig(ServiceConfigChange.startType(4));
        assertThat(scm.value("A", "Start")).contains(RegistryValue.dword(4));
        assertThat(scm.start("A")).isEqualTo(1058);
        ServiceHandle handle = scm.service("A");
        handle.deleteService();
        assertThat(ScmFixture.code(() -> handle.changeServiceConfig(ServiceConfigChange.startType(3))))
                .isEqualTo(1072);
    }

    @Test
    @DisplayName("A7: a stopped service goes when its last handle is closed, with its key; before that it is marked")
    void deleteStopped() {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        ServiceHandle one = scm.service("A");
        ServiceHandle two = scm.service("A");
        one.deleteService();
        assertThat(ScmFixture.code(two::deleteService)).isEqualTo(1072);
        assertThat(scm.value("A", "DeleteFlag")).contains(RegistryValue.dword(1));
        one.close();
        assertThat(scm.registry.tree(ScmWorld.key("A"))).isPresent();
        two.close();
        assertThat(scm.registry.tree(ScmWorld.key("A"))).isEmpty();
        assertThat(ScmFixture.code(() -> scm.service("A"))).isEqualTo(1060);
    }

    @Test
    @DisplayName("A7: a running service goes when it stops; DeleteService needs its right: 5")
    void deleteRunning() {
        ScmFixture scm = ScmFixture.with(new Spec("A").auto()).boot();
        try (ServiceHandle weak = scm.scm().openService("A", AccessMask.SERVICE_START)) {
            assertThat(ScmFixture.code(weak::deleteService)).isEqualTo(5);
        }
        ServiceHandle handle = scm.service("A");
        handle.deleteService();
        handle.close();
        assertThat(scm.state("A")).isEqualTo("RUNNING");
        assertThat(scm.control("A", 1)).isZero();
        scm.run(1_000);
        assertThat(scm.registry.tree(ScmWorld.key("A"))).isEmpty();
        assertThat(ScmFixture.code(() -> scm.service("A"))).isEqualTo(1060);
    }

    @Test
    @DisplayName("A8: names both ways: 87 for null, 1060 not found, 122 for a small buffer")
    void names() {
        var scm = ScmFixture.with(new Spec("Msg").shown("Messenger"), new Spec("Spooler"))
                .open()
                .scm();
        assertThat(scm.getServiceDisplayName("msg", 9)).isEqualTo("Messenger");
        assertThat(scm.getServiceKeyName("MESSENGER", 3)).isEqualTo("Msg");
        assertThat(scm.getServiceKeyName("Spooler", 9)).isEqualTo("Spooler");
        assertThat(scm.getServiceDisplayName("Spooler", 9)).isEqualTo("Spooler");
        assertThat(ScmFixture.code(() -> scm.getServiceDisplayName(null, 9))).isEqualTo(87);
        assertThat(ScmFixture.code(() -> scm.getServiceKeyName(null, 9))).isEqualTo(87);
        assertThat(ScmFixture.code(() -> scm.getServiceDisplayName("Messenger", 9)))
                .isEqualTo(1060);
        assertThat(ScmFixture.code(() -> scm.getServiceKeyName("Msg", 9))).isEqualTo(1060);
        assertThat(ScmFixture.code(() -> scm.getServiceDisplayName("Msg", 8))).isEqualTo(122);
        assertThat(ScmFixture.code(() -> scm.getServiceKeyName("Messenger", 2))).isEqualTo(122);
    }

    @Test
    @DisplayName(
            "A9: one lock: 5 without the right, 1055 the second time, 1071 given back twice; configuration goes on")
    void locks() {
        ScmFixture scm = ScmFixture.with(new Spec("A")).open();
        assertThat(ScmFixture.code(() -> scm.api().openSCManager(null, null, 1).lockServiceDatabase()))
                .isEqualTo(5);
        assertThat(scm.scm().queryServiceLockStatus()).isEmpty();
        var lock = scm.scm().lockServiceDatabase();
        scm.run(3_500);
        assertThat(scm.scm().queryServiceLockStatus())
                .contains(new ServiceControlApi.LockStatus("NT AUTHORITY\\SYSTEM", 3));
        assertThat(ScmFixture.code(() -> scm.scm().lockServiceDatabase())).isEqualTo(1055);
        scm.service("A").changeServiceConfig(ServiceConfigChange.startType(2));
        lock.unlock();
        assertThat(ScmFixture.code(lock::unlock)).isEqualTo(1071);
        scm.scm().lockServiceDatabase().unlock();
    }

    @Test
    @DisplayName("A10: EnumDependentServices lists all that need it, directly or not, last started first")
    void dependents() {
        ScmFixture scm = ScmFixture.with(
                        new Spec("Base").auto(),
                        new Spec("D1").auto().needs("Base"),
                        new Spec("A2").auto().needs("D1"),
                        new Spec("Z3").auto().needs("A2", "Base"),
                        new Spec("Idle").needs("Z3"),
                        new Spec("Other").auto())
                .boot();
        ServiceHandle base = scm.service("Base");
        assertThat(names(base.enumDependentServices(1, 10))).containsExactly("Z3", "A2", "D1");
        assertThat(names(base.enumDependentServices(2, 10))).containsExactly("Idle");
        assertThat(names(base.enumDependentServices(3, 10))).contains("Idle").hasSize(4);
        assertThat(ScmFixture.code(() -> base.enumDependentServices(1, 2))).isEqualTo(234);
        assertThat(ScmFixture.code(() -> base.enumDependentServices(0, 9))).isEqualTo(87);
        for (EnumeratedService dependent : base.enumDependentServices(1, 10)) {
            assertThat(scm.control(dependent.serviceName(), 1)).isZero();
            scm.run(1_000);
        }
        assertThat(scm.control("Base", 1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1051, 1052, 1053, 1054, 1055, 1056, 1057, 1058, 1059, 1060, 1061, 1062, 1063, 1064, 1065, 1066, 1067,
                1068, 1069, 1070, 1071, 1072, 1073, 1074, 1075, 1076, 1077, 1078, 1079
            })
    @DisplayName("A12: the service codes of NT 4.0, each with its text; the block ends at 1079")
    void codesOfTheBlock(int code) {
        assertThat(Arrays.stream(Win32Error.values()).filter(error -> error.code() == code))
                .singleElement()
                .satisfies(error -> assertThat(error.text()).isNotEmpty());
        assertThat(Arrays.stream(Win32Error.values()).filter(error -> error.code() > 1079 && error.code() < 1100))
                .isEmpty();
    }

    @Test
    @DisplayName("A13: what came with Windows 2000 is not there: no extended status, no second configuration")
    void notInNt4() {
        assertThat(Arrays.stream(ServiceHandle.class.getMethods()).map(method -> method.getName()))
                .doesNotContain(
                        "queryServiceStatusEx", "changeServiceConfig2", "queryServiceConfig2", "enumServicesStatusEx")
                .contains("queryServiceStatus", "changeServiceConfig", "queryServiceConfig");
    }
}
