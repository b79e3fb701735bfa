package ntbed.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ntbed.security.LogonAuthority.LogonType;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountDatabaseTest {
    private static final Sid MACHINE = new Sid("S-1-5-21-1-2-3");
    private static final AccountDatabase FRESH = AccountDatabase.server(MACHINE);

    @Test
    void setupLeavesAdministratorAndADisabledGuest() {
        UserAccount administrator = FRESH.requireUser("ADMINISTRATOR");
        UserAccount guest = FRESH.requireUser("guest");

        assertThat(administrator.sid()).isEqualTo(MACHINE.withRid(500));
        assertThat(administrator.disabled()).isFalse();
        assertThat(administrator.password().matches("")).isTrue();
        assertThat(guest.sid()).isEqualTo(MACHINE.withRid(501));
        assertThat(guest.disabled()).isTrue();
        assertThat(FRESH.users()).extracting(UserAccount::name).containsExactly("Administrator", "Guest");
        assertThat(FRESH.groups())
                .extracting(LocalGroup::name)
                .containsExactly("Administrators", "Backup Operators", "Guests", "Power Users", "Replicator", "Users");
    }

    @Test
    void usersShutDownAWorkstationButNoServer() {
        AccountDatabase workstation = AccountDatabase.workstation(MACHINE);

        assertThat(workstation.rightsOf(Sid.USERS)).contains(Privilege.SE_SHUTDOWN);
        assertThat(FRESH.rightsOf(Sid.USERS)).containsExactly(Privilege.SE_INTERACTIVE_LOGON);
        assertThat(FRESH.rightsOf(Sid.ADMINISTRATORS))
                .contains(Privilege.SE_TAKE_OWNERSHIP, Privilege.SE_SHUTDOWN, Privilege.SE_INTERACTIVE_LOGON)
                .doesNotContain(Privilege.SE_TCB, Privilege.SE_SERVICE_LOGON);
        assertThat(FRESH.grantees()).contains(Sid.EVERYONE).isSorted();
    }

    @Test
    void theAdministratorsTokenHoldsPrivilegesThatAreStillOff() {
        Token token = FRESH.tokenFor(FRESH.requireUser("Administrator"), LogonType.INTERACTIVE, "NT40");

        assertThat(token.account()).isEqualTo("NT40\\Administrator");
        assertThat(token.groups())
                .contains(Sid.ADMINISTRATORS, Sid.EVERYONE, Sid.INTERACTIVE, Sid.LOCAL, MACHINE.withRid(513))
                .doesNotContain(Sid.USERS, Sid.SERVICE);
        assertThat(token.enabled()).containsExactly(Privilege.SE_CHANGE_NOTIFY);
        assertThat(token.held())
                .contains(Privilege.SE_TAKE_OWNERSHIP, Privilege.SE_DEBUG)
                .doesNotContain(Privilege.SE_INTERACTIVE_LOGON);
        assertThat(token.defaultOwner()).isEqualTo(Sid.ADMINISTRATORS);
    }

    @Test
    void eachKindOfLogOnHasItsGroupAndItsRight() {
        AccountDatabase database =
                FRESH.withUser("svc", "x", "").withRight(MACHINE.withRid(1000), Privilege.SE_SERVICE_LOGON);
        UserAccount user = database.requireUser("svc");

        assertThat(database.groupsOf(user, LogonType.SERVICE))
                .contains(Sid.SERVICE)
                .doesNotContain(Sid.INTERACTIVE);
        assertThat(database.groupsOf(user, LogonType.BATCH)).contains(Sid.BATCH);
        assertThat(database.groupsOf(user, LogonType.NETWORK))
                .contains(Sid.NETWORK)
                .doesNotContain(Sid.LOCAL);
        assertThat(database.mayLogOn(user, LogonType.SERVICE)).isTrue();
        assertThat(database.mayLogOn(user, LogonType.BATCH)).isFalse();
        assertThat(database.mayLogOn(user, LogonType.INTERACTIVE)).isTrue();
        assertThat(FRESH.mayLogOn(FRESH.requireUser("Guest"), LogonType.SERVICE))
                .isFalse();
    }

    @Test
    void usersComeAndGoAndRelativeIdsAreNeverUsedAgain() {
        AccountDatabase one = FRESH.withUser("Ann", "pw", "tests").withMember("users", MACHINE.withRid(1000));
        AccountDatabase granted = one.withRight(MACHINE.withRid(1000), Privilege.SE_BATCH_LOGON);
        AccountDatabase gone = granted.withoutUser("ANN");

        assertThat(one.requireUser("ann").sid()).isEqualTo(MACHINE.withRid(1000));
        assertThat(one.user(MACHINE.withRid(1000))).isEqualTo(one.user("ann"));
        assertThat(one.requireGroup("Users").members()).containsExactly(MACHINE.withRid(1000));
        assertThat(gone.users()).isEqualTo(FRESH.users());
        assertThat(gone.groups()).isEqualTo(FRESH.groups());
        assertThat(gone.rightsOf(MACHINE.withRid(1000))).isEmpty();
        assertThat(gone.withUser("ann", "", "").requireUser("ann").sid()).isEqualTo(MACHINE.withRid(1001));
        assertThat(FRESH.user("ann")).isEmpty();
    }

    @Test
    void passwordsAndSwitches() {
        AccountDatabase changed = FRESH.withPassword("administrator", "New").withDisabled("Guest", false);

        assertThat(changed.requireUser("Administrator").password().matches("New"))
                .isTrue();
        assertThat(changed.requireUser("Guest").disabled()).isFalse();
        assertThat(changed.withPassword("administrator", "").withDisabled("Guest", true))
                .isEqualTo(FRESH);
    }

    @Test
    void rightsAreGrantedAndRevoked() {
        AccountDatabase more =
                FRESH.withRight(Sid.GUESTS, Privilege.SE_DEBUG).withRight(Sid.GUESTS, Privilege.SE_BACKUP);

        assertThat(more.rightsOf(Sid.GUESTS))
                .containsExactly(Privilege.SE_BACKUP, Privilege.SE_DEBUG, Privilege.SE_INTERACTIVE_LOGON);
        assertThat(more.withoutRight(Sid.GUESTS, Privilege.SE_DEBUG).withoutRight(Sid.GUESTS, Privilege.SE_BACKUP))
                .isEqualTo(FRESH);
        assertThat(FRESH.withoutRight(Sid.GUESTS, Privilege.SE_INTERACTIVE_LOGON)
                        .grantees())
                .doesNotContain(Sid.GUESTS);
    }

    @Test
    void aNewMachineSidReplacesTheOldOneEverywhere() {
        Sid newSid = new Sid("S-1-5-21-7-8-9");
        AccountDatabase before = FRESH.withUser("Ann", "pw", "")
                .withMember("Users", MACHINE.withRid(1000))
                .withMember("Users", new Sid("S-1-5-21-1-2-33-1000"))
                .withRight(MACHINE.withRid(1000), Privilege.SE_SERVICE_LOGON);
        AccountDatabase after = before.withMachineSid(newSid);

        assertThat(after.machineSid()).isEqualTo(newSid);
        assertThat(after.users())
                .extracting(user -> user.sid().text())
                .containsExactly("S-1-5-21-7-8-9-500", "S-1-5-21-7-8-9-1000", "S-1-5-21-7-8-9-501");
        assertThat(after.requireGroup("Users").members())
                .containsExactly(newSid.withRid(1000), new Sid("S-1-5-21-1-2-33-1000"));
        assertThat(after.requireGroup("Administrators").members()).containsExactly(newSid.withRid(500));
        assertThat(after.rightsOf(newSid.withRid(1000))).containsExactly(Privilege.SE_SERVICE_LOGON);
        assertThat(after.requireUser("Ann").password())
                .isEqualTo(before.requireUser("Ann").password());
        assertThat(after.withMachineSid(MACHINE)).isEqualTo(before);
    }

    @Test
    void putTogetherFromItsParts() {
        AccountDatabase ann = FRESH.withUser("Ann", "pw", "");
        SortedMap<Sid, java.util.Set<Privilege>> rights = new TreeMap<>();
        ann.grantees().forEach(sid -> rights.put(sid, java.util.Set.copyOf(ann.rightsOf(sid))));
        AccountDatabase copy = AccountDatabase.of(MACHINE, ann.users(), ann.groups(), rights, ann.nextRid());

        assertThat(copy).isEqualTo(ann).hasSameHashCodeAs(ann);
        assertThat(copy).isNotEqualTo(FRESH);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(db -> db.withUser("guest", "", ""), Win32Error.ERROR_USER_EXISTS),
                refusal(db -> db.withUser("USERS", "", ""), Win32Error.ERROR_ALIAS_EXISTS),
                refusal(db -> db.withoutUser("nobody"), Win32Error.ERROR_NO_SUCH_USER),
                refusal(db -> db.withoutUser("Guest"), Win32Error.ERROR_SPECIAL_ACCOUNT),
                refusal(db -> db.withPassword("nobody", ""), Win32Error.ERROR_NO_SUCH_USER),
                refusal(db -> db.withDisabled("nobody", true), Win32Error.ERROR_NO_SUCH_USER),
                refusal(db -> db.withMember("nothing", Sid.EVERYONE), Win32Error.ERROR_NO_SUCH_ALIAS),
                refusal(db -> db.withMember("Guests", MACHINE.withRid(501)), Win32Error.ERROR_MEMBER_IN_ALIAS),
                refusal(db -> db.withMember("Guests", MACHINE.withRid(1234)), Win32Error.ERROR_NO_SUCH_MEMBER),
                refusal(db -> db.withoutMember("nothing", Sid.EVERYONE), Win32Error.ERROR_NO_SUCH_ALIAS),
                refusal(db -> db.withoutMember("Users", Sid.EVERYONE), Win32Error.ERROR_MEMBER_NOT_IN_ALIAS));
    }

    private static Arguments refusal(UnaryOperator<AccountDatabase> change, Win32Error error) {
        return Arguments.of(error, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesWithTheCodesOfNt(Win32Error error, UnaryOperator<AccountDatabase> change) {
        assertThatThrownBy(() -> change.apply(FRESH))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ". .", "a\\b", "a/b", "x*", "tab\there", "123456789012345678901"})
    void refusesNamesThatNoAccountMayHave(String name) {
        assertThatThrownBy(() -> FRESH.withUser(name, "", ""))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_INVALID_ACCOUNT_NAME));
    }

    @Test
    void membersStayInTheOrderTheyWereAdded() {
        List<Sid> members = FRESH.withMember("Users", Sid.INTERACTIVE)
                .withMember("Users", Sid.BATCH)
                .withoutMember("Users", Sid.INTERACTIVE)
                .withMember("Users", Sid.INTERACTIVE)
                .requireGroup("Users")
                .members();

        assertThat(members).containsExactly(Sid.BATCH, Sid.INTERACTIVE);
    }
}
