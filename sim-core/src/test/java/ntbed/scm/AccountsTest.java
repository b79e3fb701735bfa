package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ntbed.process.ServiceStatus;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private final List<String> accounts = new ArrayList<>();

    private ScmFixture machine(Spec... services) {
        ScmFixture scm = ScmFixture.with(services).program("who", process -> {
            accounts.add(process.token().account());
            process.serviceDispatcher()
                    .startServiceCtrlDispatcher(Map.of(
                            "",
                            service -> service.setServiceStatus(
                                    ServiceStatus.of(0x10, ServiceStatus.RUNNING, ServiceStatus.ACCEPT_STOP))));
        });
        scm.authority.account("DOMAIN\\svc", "right");
        scm.authority.account(".\\svc", "right");
        return scm;
    }

    private static ServiceConfigChange account(String name, Optional<String> password) {
        ServiceConfigChange none = ServiceConfigChange.NONE;
        return new ServiceConfigChange(
                none.serviceType(),
                none.startType(),
                none.errorControl(),
                none.binaryPathName(),
                none.loadOrderGroup(),
                none.dependOnServices(),
                none.dependOnGroups(),
                Optional.of(name),
                password,
                none.displayName());
    }

    @Test
    @DisplayName("U1: LocalSystem, or no account at all, runs as SYSTEM without a password")
    void localSystem() {
        ScmFixture scm = machine(
                        new Spec("A").auto().program("who"),
                        new Spec("B").auto().program("who").without("ObjectName"),
                        new Spec("C").auto().program("who").account("localsystem"))
                .boot();
        assertThat(accounts).containsOnly("NT AUTHORITY\\SYSTEM").hasSize(3);
        assertThat(scm.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOMAIN\\svc", ".\\svc"})
    @DisplayName("U2: a user account needs its password in the secret of the service")
    void userAccount(String account) {
        ScmFixture scm = machine(new Spec("A").auto().program("who").account(account));
        scm.authority.storeSecret("_SC_A", Optional.of("right"));
        scm.boot();
        assertThat(scm.state("A")).isEqualTo("RUNNING");
        assertThat(accounts).containsExactly(account);
    }

    @Test
    @DisplayName("U2: a name without a backslash is 7008 and 1057")
    void noBackslash() {
        ScmFixture scm = machine(new Spec("A").auto().account("svc")).boot();
        assertThat(scm.events()).containsExactly("7008", "7000|A|%%1057");
        assertThat(scm.start("A")).isEqualTo(1057);
    }

    @Test
    @DisplayName("U2: without the right to log on as a service: 7013 with 1385, then 7000 with 1069")
    void rightMissing() {
        ScmFixture scm = machine(new Spec("A").auto().account("DOMAIN\\svc"));
        scm.authority.refuse("DOMAIN\\svc", Win32Error.ERROR_LOGON_TYPE_NOT_GRANTED);
        scm.authority.storeSecret("_SC_A", Optional.of("old"));
        scm.authority.storeSecret("_SC_A", Optional.of("right"));
        scm.boot();
        assertThat(scm.events()).containsExactly("7013|%%1385", "7000|A|%%1069");
    }

    @Test
    @DisplayName("U3: a refused password is 7013; then the one before it is tried, and 7014 if that fails too")
    void twoPasswords() {
        ScmFixture scm = machine(
                new Spec("A").program("who").account("DOMAIN\\svc"),
                new Spec("B").program("who").account("DOMAIN\\svc"),
                new Spec("C").program("who").account("DOMAIN\\svc"));
        scm.authority.storeSecret("_SC_A", Optional.of("right"));
        scm.authority.storeSecret("_SC_A", Optional.of("not yet valid"));
        scm.authority.storeSecret("_SC_B", Optional.of("older"));
        scm.authority.storeSecret("_SC_B", Optional.of("old"));
        scm.open();
        assertThat(scm.start("A")).isZero();
        assertThat(scm.start("B")).isEqualTo(1069);
        assertThat(scm.start("C")).isEqualTo(1069);
        assertThat(scm.events())
                .containsExactly(
                        "7013|%%1326", "7013|%%1326", "7014|%%1326", "7000|B|%%1069", "7013|%%1326", "7000|C|%%1069");
    }

    @Test
    @DisplayName("U4: creating or changing with an account that does not exist is 1057")
    void badAccount() {
        ScmFixture scm = machine(new Spec("A")).open();
        assertThat(ScmFixture.code(
                        () -> scm.service("A").changeServiceConfig(account("DOMAIN\\nobody", Optional.empty()))))
                .isEqualTo(1057);
        assertThat(scm.value("A", "ObjectName").orElseThrow().text()).contains("LocalSystem");
    }

    @Test
    @DisplayName("U4: a secret left behind by another service of the name is 7005 with C0000035")
    void secretCollision() {
        ScmFixture scm = machine().open();
        scm.authority.storeSecret("_SC_New", Optional.of("left"));
        ServiceConfig plain = ServiceConfig.ownProcess(3, "C:\\WINNT\\new.exe");
        ServiceConfig config = new ServiceConfig(
                null,
                0x10,
                3,
                1,
                plain.binaryPathName(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                "DOMAIN\\svc",
                Optional.of("right"));
        scm.scm().createService("New", config, 0).close();
        assertThat(scm.events()).containsExactly("7005|LsaCreateSecret|C0000035");
        assertThat(scm.authority.secret("_SC_New", false)).contains("right");
    }

    @Test
    @DisplayName("U5: without a domain controller: 7013 with 1311, then 7000 with 1069")
    void noController() {
        ScmFixture scm = machine(new Spec("A").auto().account("DOMAIN\\svc"));
        scm.authority.refuse("DOMAIN\\svc", Win32Error.ERROR_NO_LOGON_SERVERS);
        assertThat(scm.boot().events()).containsExactly("7013|%%1311", "7000|A|%%1069");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x110, 0x120})
    @DisplayName("U6: an interactive service must run as LocalSystem: 87")
    void interactive(int type) {
        ScmFixture scm = machine(new Spec("A").type(type)).open();
        assertThat(ScmFixture.code(
                        () -> scm.service("A").changeServiceConfig(account("DOMAIN\\svc", Optional.of("right")))))
                .isEqualTo(87);
    }

    @Test
    @DisplayName("U7: two services of one process with different accounts: 1079")
    void differentAccounts() {
        ScmFixture scm = machine(
                Spec.shared("A", "host.exe").auto(),
                Spec.shared("B", "host.exe").account("DOMAIN\\svc"));
        scm.authority.storeSecret("_SC_B", Optional.of("right"));
        scm.boot();
        assertThat(scm.start("B")).isEqualTo(1079);
        assertThat(scm.events()).containsExactly("7000|B|%%1079");
    }

    @Test
    @DisplayName("U8: after the password was changed a running service goes on, its next start fails")
    void passwordChanged() {
        ScmFixture scm = machine(new Spec("A").auto().account("DOMAIN\\svc"));
        scm.authority.storeSecret("_SC_A", Optional.of("right"));
        scm.boot();
        scm.authority.account("DOMAIN\\svc", "new");
        scm.run(600_000);
        assertThat(scm.state("A")).isEqualTo("RUNNING");
        assertThat(scm.control("A", 1)).isZero();
        scm.run(1_000);
        assertThat(scm.start("A")).isEqualTo(1069);
    }

    @Test
    @DisplayName("U3: the secret is kept with the account, and forgotten with it")
    void secretFollowsTheAccount() {
        ScmFixture scm = machine(new Spec("A")).open();
        scm.service("A").changeServiceConfig(account("DOMAIN\\svc", Optional.of("right")));
        assertThat(scm.authority.secret("_SC_A", false)).contains("right");
        scm.service("A").changeServiceConfig(account("LocalSystem", Optional.empty()));
        assertThat(scm.authority.secret("_SC_A", false)).isEmpty();
    }
}
