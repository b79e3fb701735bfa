package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateServiceErrorsTest {
    private static ServiceConfig config(
            @Nullable String path, int type, int start, int errorControl, String account, @Nullable String shown) {
        return new ServiceConfig(
                shown,
                type,
                start,
                errorControl,
                path,
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                account,
                Optional.of("right"));
    }

    private static ScmFixture machine() {
        ScmFixture scm = ScmFixture.with(new Spec("Old").shown("Old Service"), new Spec("Other"));
        scm.authority.account("DOMAIN\\svc", "right");
        return scm.open();
    }

    private static int create(ScmFixture scm, @Nullable String name, ServiceConfig config) {
        return ScmFixture.code(() -> scm.scm()
                .createService(name, config, AccessMask.SERVICE_ALL_ACCESS)
                .close());
    }

    @ParameterizedTest(name = "{0}, path {1}, type {2}, start {3}, error control {4}, account {5}, shown {6}: {7}")
    @CsvSource(
            nullValues = "NULL",
            value = {
                "New, C:\\new.exe, 16, 3, 1, LocalSystem, New Service, 0",
                "New, System32\\drivers\\new.sys, 1, 0, 1, LocalSystem, NULL, 0",
                "New, C:\\new.exe, 272, 3, 1, LocalSystem, NULL, 0",
                "New, C:\\new.exe, 32, 2, 1, DOMAIN\\svc, NULL, 0",
                "NULL, C:\\new.exe, 16, 3, 1, LocalSystem, NULL, 87",
                "New, NULL, 16, 3, 1, LocalSystem, NULL, 87",
                "New, '', 16, 3, 1, LocalSystem, NULL, 87",
                "'', C:\\new.exe, 16, 3, 1, LocalSystem, NULL, 123",
                "a/b, C:\\new.exe, 16, 3, 1, LocalSystem, NULL, 123",
                "a\\b, C:\\new.exe, 16, 3, 1, LocalSystem, NULL, 123",
                "New, C:\\new.exe, 16, 0, 1, LocalSystem, NULL, 87",
                "New, C:\\new.exe, 16, 1, 1, LocalSystem, NULL, 87",
                "New, C:\\new.exe, 16, 5, 1, LocalSystem, NULL, 87",
                "New, C:\\new.exe, 48, 3, 1, LocalSystem, NULL, 87",
                "New, C:\\new.exe, 257, 3, 1, LocalSystem, NULL, 87",
                "New, C:\\new.exe, 16, 3, 4, LocalSystem, NULL, 87",
                "New, C:\\new.exe, 272, 3, 1, DOMAIN\\svc, NULL, 87",
                "OLD, C:\\new.exe, 16, 3, 1, LocalSystem, NULL, 1073",
                "New, C:\\new.exe, 16, 3, 1, LocalSystem, old service, 1078",
                "New, C:\\new.exe, 16, 3, 1, LocalSystem, OTHER, 1078",
                "Old Service, C:\\new.exe, 16, 3, 1, LocalSystem, NULL, 1078",
                "New, C:\\new.exe, 16, 3, 1, DOMAIN\\nobody, NULL, 1057",
                "New, C:\\new.exe, 16, 3, 1, svc, NULL, 1057",
            })
    @DisplayName("A2: CreateService answers each wrong argument with its code")
    void codes(
            @Nullable String name,
            @Nullable String path,
            int type,
            int start,
            int errorControl,
            String account,
            @Nullable String shown,
            int code) {
        ScmFixture scm = machine();
        assertThat(create(scm, name, config(path, type, start, errorControl, account, shown)))
                .isEqualTo(code);
        assertThat(scm.registry
                        .tree("HKLM\\SYSTEM\\CurrentControlSet\\Services\\New")
                        .isPresent())
                .isEqualTo(code == 0);
    }

    @Test
    @DisplayName("A2: the handle comes first (6), then the right (5), then the arguments")
    void handleAndRight() {
        ScmFixture scm = machine();
        var closed = scm.scm();
        closed.close();
        ServiceConfig bad = config(null, 0, 0, 0, "", null);
        assertThat(ScmFixture.code(() -> closed.createService(null, bad, 0))).isEqualTo(6);
        var connectOnly = scm.api().openSCManager(null, null, AccessMask.SC_MANAGER_CONNECT);
        assertThat(ScmFixture.code(() -> connectOnly.createService(null, bad, 0)))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("A2: a name that is marked for deletion stays taken until the last handle is closed: 1072")
    void markedName() {
        ScmFixture scm = machine();
        ServiceHandle handle = scm.service("Old");
        handle.deleteService();
        ServiceConfig config = config("C:\\new.exe", 16, 3, 1, "LocalSystem", null);
        assertThat(create(scm, "Old", config)).isEqualTo(1072);
        handle.close();
        assertThat(create(scm, "Old", config)).isZero();
    }

    @Test
    @DisplayName("G8, A2: a service that would come to depend on itself is refused: 1059")
    void cycle() {
        ScmFixture scm = ScmFixture.with(new Spec("A").needs("B"), new Spec("B").needs("New"))
                .open();
        ServiceConfig needsA = new ServiceConfig(
                null,
                16,
                3,
                1,
                "C:\\new.exe",
                "",
                Optional.empty(),
                List.of("a"),
                List.of(),
                "LocalSystem",
                Optional.empty());
        assertThat(create(scm, "New", needsA)).isEqualTo(1059);
    }

    @Test
    @DisplayName("A2: what was given stands in the registry, and the service can be started at once")
    void written() {
        ScmFixture scm = ScmFixture.with().file("C:\\new.exe", ntbed.process.ImageFile.of("service"));
        scm.open();
        ServiceConfig config = new ServiceConfig(
                "New Service",
                16,
                2,
                1,
                "C:\\new.exe",
                "G",
                Optional.of(3),
                List.of("RpcSs"),
                List.of("TDI"),
                "LocalSystem",
                Optional.empty());
        scm.scm().createService("New", config, 0).close();
        assertThat(scm.registry.tree("HKLM\\SYSTEM\\CurrentControlSet\\Services\\New").orElseThrow().values().stream()
                        .map(value -> value.name() + "=" + value.value().shown()))
                .containsExactly(
                        "Type=0x10",
                        "Start=0x2",
                        "ErrorControl=0x1",
                        "ImagePath=\"C:\\new.exe\"",
                        "DisplayName=\"New Service\"",
                        "Group=\"G\"",
                        "Tag=0x3",
                        "DependOnService=\"RpcSs\"",
                        "DependOnGroup=\"TDI\"",
                        "ObjectName=\"LocalSystem\"");
        assertThat(scm.service("New").queryServiceConfig()).isEqualTo(config);
        scm.scm()
                .createService("Plain", ServiceConfig.ownProcess(3, "C:\\new.exe"), 0)
                .close();
        assertThat(scm.start("Plain")).isZero();
        assertThat(scm.value("Plain", "ImagePath")).contains(RegistryValue.expandSz("C:\\new.exe"));
    }
}
