package ntbed.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ntbed.crypto.MachineKey;
import ntbed.filesystem.NtPath;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(MachineInvariants.class)
class AccountDoorTest {
    private static final Sid NEW_SID = new Sid("S-1-5-21-7-8-9");

    private static Machine withUser() {
        Machine machine = TestMachines.booted();
        AccountApi accounts = machine.asSystem().accounts();
        Sid sid = accounts.addUser("anna", "secret", "a user");
        accounts.addMember("Users", sid);
        accounts.addMember("Power Users", sid);
        return machine;
    }

    private static Arguments row(Win32Error error, Consumer<AccountApi> call) {
        return Arguments.of(error, call);
    }

    static Stream<Arguments> errorsOfAdministrators() {
        return Stream.of(
                row(Win32Error.ERROR_USER_EXISTS, api -> api.addUser("ANNA", "", "")),
                row(Win32Error.ERROR_ALIAS_EXISTS, api -> api.addUser("users", "", "")),
                row(Win32Error.ERROR_INVALID_ACCOUNT_NAME, api -> api.addUser("a/b", "", "")),
                row(Win32Error.ERROR_NO_SUCH_USER, api -> api.deleteUser("otto")),
                row(Win32Error.ERROR_SPECIAL_ACCOUNT, api -> api.deleteUser("Administrator")),
                row(Win32Error.ERROR_NO_SUCH_USER, api -> api.setPassword("otto", "")),
                row(Win32Error.ERROR_NO_SUCH_USER, api -> api.setDisabled("otto", true)),
                row(Win32Error.ERROR_NO_SUCH_ALIAS, api -> api.members("No such group")),
                row(Win32Error.ERROR_MEMBER_NOT_IN_ALIAS, api -> api.removeMember("Users", Sid.EVERYONE)),
                row(Win32Error.ERROR_ACCESS_DENIED, api -> api.replaceMachineSid(NEW_SID)),
                row(Win32Error.ERROR_ACCESS_DENIED, AccountApi::replaceMachineKey));
    }

    @DisplayName("what an administrator is refused, and with which code")
    @ParameterizedTest
    @MethodSource("errorsOfAdministrators")
    void errors(Win32Error error, Consumer<AccountApi> call) {
        AccountApi api = withUser().logOn("Administrator", "").accounts();
        assertThatThrownBy(() -> call.accept(api))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    static Stream<Consumer<AccountApi>> changes() {
        return Stream.of(
                api -> api.addUser("otto", "", ""),
                api -> api.deleteUser("anna"),
                api -> api.setPassword("anna", ""),
                api -> api.setDisabled("anna", true),
                api -> api.addMember("Administrators", Sid.EVERYONE),
                api -> api.removeMember("Users", Sid.EVERYONE),
                api -> api.grant(Sid.EVERYONE, Privilege.SE_DEBUG),
                api -> api.revoke(Sid.EVERYONE, Privilege.SE_DEBUG));
    }

    @DisplayName("who is no administrator changes nothing: 5")
    @ParameterizedTest
    @MethodSource("changes")
    void accessDenied(Consumer<AccountApi> change) {
        AccountApi api = withUser().logOn("anna", "secret").accounts();
        assertThatThrownBy(() -> change.accept(api))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_ACCESS_DENIED));
    }

    @Test
    @DisplayName("accounts live in the hives: they are there after a restart")
    void persistent() {
        Machine machine = withUser();
        machine.asSystem().accounts().grant(Sid.USERS, Privilege.SE_DEBUG);
        machine.restart().boot();
        AccountApi api = machine.asSystem().accounts();
        assertThat(api.users()).extracting(AccountApi.Account::name).containsExactly("Administrator", "anna", "Guest");
        assertThat(api.rightsOf(Sid.USERS)).contains(Privilege.SE_DEBUG);
        assertThat(machine.logOn("anna", "secret").token().is(Sid.POWER_USERS)).isTrue();
        api.deleteUser("anna");
        assertThat(api.users()).hasSize(2);
    }

    @Test
    @DisplayName("names and SIDs are found either way")
    void lookup() {
        AccountApi api = withUser().asSystem().accounts();
        Sid anna = api.lookupName("TESTER\\anna").orElseThrow();
        assertThat(api.lookupName(".\\ANNA")).contains(anna);
        assertThat(api.lookupSid(anna)).contains("TESTER\\anna");
        assertThat(api.lookupName("BUILTIN\\Administrators")).contains(Sid.ADMINISTRATORS);
        assertThat(api.lookupSid(Sid.ADMINISTRATORS)).contains("BUILTIN\\Administrators");
        assertThat(api.lookupName("system")).contains(Sid.SYSTEM);
        assertThat(api.lookupSid(Sid.EVERYONE)).contains("Everyone");
        assertThat(api.lookupName("ELSEWHERE\\anna")).isEmpty();
        assertThat(api.lookupSid(NEW_SID)).isEmpty();
    }

    @Test
    @DisplayName(
            "a new machine SID reaches accounts, profiles, user hives and the Administrator, not what others may do")
    void newMachineSid() {
        Machine machine = withUser();
        Win32 anna = machine.logOn("anna", "secret");
        anna.registry().setValue("HKCU\\Software\\Mine", "x", RegistryValue.dword(3));
        Sid before = anna.token().user();
        NtPath file = NtPath.of("C:\\TEMP\\hers.txt");
        Win32 system = machine.asSystem();
        system.files().write(file, new byte[] {1});
        system.files().setSecurity(file, hers(before));
        system.registry().setValue("HKLM\\SOFTWARE\\Hers", "x", RegistryValue.dword(1));
        try (var key = system.registry().openKey("HKLM\\SOFTWARE\\Hers", AccessMask.KEY_ALL_ACCESS)) {
            key.setSecurity(hers(TestMachines.MACHINE_SID.withRid(Sid.RID_ADMINISTRATOR)));
        }
        machine.restart().boot();

        machine.asSystem().accounts().replaceMachineSid(NEW_SID);
        assertThat(machine.asSystem().accounts().machineSid()).isEqualTo(NEW_SID);
        machine.restart().boot();

        Win32 annaNow = machine.logOn("anna", "secret");
        Sid after = NEW_SID.withRid(before.rid());
        assertThat(annaNow.token().user()).isEqualTo(after);
        assertThat(annaNow.registry().value("HKCU\\Software\\Mine", "x")).contains(RegistryValue.dword(3));
        assertThat(annaNow.environment().get("USERPROFILE")).contains("C:\\WINNT\\Profiles\\anna");
        assertThat(machine.asSystem().files().security(file)).isEqualTo(hers(before));
        assertThat(machine.asSystem()
                        .registry()
                        .tree("HKLM\\SOFTWARE\\Hers")
                        .orElseThrow()
                        .security())
                .isEqualTo(hers(TestMachines.MACHINE_SID.withRid(Sid.RID_ADMINISTRATOR), NEW_SID));
        assertThat(machine.asSystem().accounts().members("Power Users")).contains(after);
    }

    @Test
    @DisplayName("a key, file or directory closed to SYSTEM keeps its descriptor; what lies behind is reached")
    void newMachineSidWithClosedObjects() {
        Machine machine = TestMachines.booted();
        Win32 system = machine.asSystem();
        Sid old = TestMachines.MACHINE_SID.withRid(Sid.RID_ADMINISTRATOR);
        SecurityDescriptor closed = SecurityDescriptor.of(old, AccessControlEntry.allow(old, AccessMask.GENERIC_ALL));
        NtPath directory = NtPath.of("C:\\A closed directory");
        NtPath file = NtPath.of("C:\\A closed file");
        NtPath later = NtPath.of("C:\\TEMP\\open.txt");
        system.files().createDirectory(directory);
        system.files().write(file, new byte[] {1});
        system.files().write(later, new byte[] {1});
        system.files().setSecurity(later, hers(old));
        close(system, "HKLM\\SOFTWARE\\Closed\\Open", hers(old));
        close(system, "HKLM\\SOFTWARE\\Closed", closed);
        system.files().setSecurity(file, closed);
        system.files().setSecurity(directory, closed);

        system.accounts().replaceMachineSid(NEW_SID);
        var key = system.registry().tree("HKLM\\SOFTWARE").orElseThrow().descend("Closed");
        assertThat(key.orElseThrow().security()).isEqualTo(closed);
        assertThat(key.orElseThrow().descend("Open").orElseThrow().security())
                .isEqualTo(hers(NEW_SID.withRid(Sid.RID_ADMINISTRATOR)));
        assertThat(system.files().security(later)).isEqualTo(hers(NEW_SID.withRid(Sid.RID_ADMINISTRATOR)));
    }

    private static void close(Win32 system, String path, SecurityDescriptor security) {
        system.registry().setValue(path, "x", RegistryValue.dword(1));
        try (var key = system.registry().openKey(path, AccessMask.KEY_ALL_ACCESS)) {
            key.setSecurity(security);
        }
    }

    private static SecurityDescriptor hers(Sid account, Sid movedTo) {
        return hers(movedTo.withRid(account.rid()));
    }

    private static SecurityDescriptor hers(Sid sid) {
        return SecurityDescriptor.of(
                Sid.ADMINISTRATORS,
                AccessControlEntry.allow(sid, AccessMask.GENERIC_READ),
                AccessControlEntry.allow(Sid.SYSTEM, AccessMask.GENERIC_ALL));
    }

    @Test
    @DisplayName("D1: a new machine key is a key, and another one")
    void newMachineKey() {
        Machine machine = TestMachines.booted();
        machine.asSystem().accounts().replaceMachineKey();
        var first = machine.asSystem().registry().value(MachineKey.KEY, MachineKey.VALUE);
        assertThat(first.flatMap(MachineKey::decode)).isPresent();
        machine.restart().boot();
        machine.asSystem().accounts().replaceMachineKey();
        assertThat(machine.asSystem().registry().value(MachineKey.KEY, MachineKey.VALUE))
                .isNotEqualTo(first);
    }

    @Test
    @DisplayName("a secret keeps the value it had before as the old one")
    void secrets() {
        Machine machine = TestMachines.booted();
        var lsa = machine.authority();
        lsa.storeSecret("_SC_X", Optional.of("one"));
        assertThat(lsa.secret("_SC_X", true)).isEmpty();
        lsa.storeSecret("_SC_X", Optional.of("two"));
        assertThat(lsa.secret("_SC_X", false)).contains("two");
        assertThat(lsa.secret("_SC_X", true)).contains("one");
        lsa.storeSecret("_SC_X", Optional.empty());
        assertThat(lsa.secret("_SC_X", false)).isEmpty();
        assertThat(lsa.accountExists(".\\Administrator")).isTrue();
        assertThat(lsa.accountExists("ELSEWHERE\\Administrator")).isFalse();
    }
}
