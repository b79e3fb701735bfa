package ntbed.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessCheckTest {
    private static final Sid ANN = new Sid("S-1-5-21-1-2-3-1000");
    private static final Token TOKEN = token(EnumSet.noneOf(Privilege.class));
    private static final int READ = AccessMask.KEY_READ;
    private static final int WRITE = AccessMask.KEY_WRITE;
    private static final int ALL = AccessMask.KEY_ALL_ACCESS;
    private static final int OWNER_RIGHTS = AccessMask.READ_CONTROL | AccessMask.WRITE_DAC;

    private static Token token(Set<Privilege> enabled) {
        return new Token(ANN, "NT40", "ann", List.of(Sid.USERS, Sid.EVERYONE), enabled, enabled);
    }

    private static SecurityDescriptor dacl(AccessControlEntry... entries) {
        return SecurityDescriptor.of(Sid.SYSTEM, entries);
    }

    private static AccessControlEntry allow(Sid sid, int mask) {
        return AccessControlEntry.allow(sid, mask);
    }

    private static AccessControlEntry deny(Sid sid, int mask) {
        return AccessControlEntry.deny(sid, mask);
    }

    private static int granted(SecurityDescriptor descriptor, Token token) {
        return AccessCheck.granted(descriptor, token, GenericMapping.KEY);
    }

    private static int require(SecurityDescriptor descriptor, Token token, int desired) {
        return AccessCheck.require(descriptor, token, desired, GenericMapping.KEY, "HKLM\\X");
    }

    private static void assertDenied(SecurityDescriptor descriptor, Token token, int desired, Win32Error error) {
        assertThatThrownBy(() -> require(descriptor, token, desired))
                .isInstanceOfSatisfying(Win32Exception.class, e -> {
                    assertThat(e.error()).isEqualTo(error);
                    assertThat(e.detail()).isEqualTo("HKLM\\X");
                });
    }

    @Test
    void denyBeforeAllowDenies() {
        SecurityDescriptor descriptor = dacl(deny(ANN, AccessMask.KEY_SET_VALUE), allow(Sid.EVERYONE, ALL));

        assertThat(granted(descriptor, TOKEN)).isEqualTo(ALL & ~AccessMask.KEY_SET_VALUE);
        assertDenied(descriptor, TOKEN, AccessMask.KEY_SET_VALUE, Win32Error.ERROR_ACCESS_DENIED);
        assertDenied(descriptor, TOKEN, WRITE, Win32Error.ERROR_ACCESS_DENIED);
        assertThat(require(descriptor, TOKEN, READ)).isEqualTo(READ);
    }

    @Test
    void allowBeforeDenyAllows() {
        SecurityDescriptor descriptor = dacl(allow(Sid.USERS, READ), deny(Sid.EVERYONE, ALL));

        assertThat(granted(descriptor, TOKEN)).isEqualTo(READ);
    }

    @Test
    void rightsAddUpOverUserAndGroups() {
        SecurityDescriptor descriptor = dacl(allow(ANN, AccessMask.KEY_SET_VALUE), allow(Sid.USERS, READ));

        assertThat(require(descriptor, TOKEN, READ | AccessMask.KEY_SET_VALUE))
                .isEqualTo(READ | AccessMask.KEY_SET_VALUE);
    }

    @Test
    void entriesOfOthersInheritOnlyOnesAndAuditsDoNotCount() {
        AccessControlEntry below = new AccessControlEntry(
                AccessControlEntry.Kind.ALLOWED,
                ANN,
                ALL,
                AccessControlEntry.INHERIT_ONLY | AccessControlEntry.CONTAINER_INHERIT);
        AccessControlEntry audit = new AccessControlEntry(AccessControlEntry.Kind.AUDIT, ANN, ALL, 0x40);
        SecurityDescriptor descriptor = dacl(below, audit, allow(Sid.ADMINISTRATORS, ALL));

        assertThat(granted(descriptor, TOKEN)).isZero();
    }

    @Test
    void noListLetsEverybodyInAnEmptyOneNobody() {
        SecurityDescriptor open = new SecurityDescriptor(Sid.SYSTEM, Sid.SYSTEM, null, null);

        assertThat(require(open, TOKEN, ALL)).isEqualTo(ALL);
        assertDenied(open.withDacl(List.of()), TOKEN, AccessMask.KEY_QUERY_VALUE, Win32Error.ERROR_ACCESS_DENIED);
    }

    @Test
    void theOwnerAlwaysReadsAndChangesTheList() {
        SecurityDescriptor own = dacl(deny(Sid.EVERYONE, ALL)).withOwner(ANN);

        assertThat(require(own, TOKEN, OWNER_RIGHTS)).isEqualTo(OWNER_RIGHTS);
        assertDenied(own, TOKEN, AccessMask.KEY_QUERY_VALUE, Win32Error.ERROR_ACCESS_DENIED);
        assertDenied(own, TOKEN, AccessMask.WRITE_OWNER, Win32Error.ERROR_ACCESS_DENIED);
    }

    @Test
    void takeOwnershipGivesWriteOwnerAndNothingElse() {
        Token taker = token(EnumSet.of(Privilege.SE_TAKE_OWNERSHIP));
        SecurityDescriptor shut = dacl();

        assertThat(require(shut, taker, AccessMask.WRITE_OWNER)).isEqualTo(AccessMask.WRITE_OWNER);
        assertDenied(shut, taker, AccessMask.WRITE_DAC, Win32Error.ERROR_ACCESS_DENIED);
    }

    @Test
    void aPrivilegeThatIsHeldButOffDoesNotCount() {
        Set<Privilege> take = EnumSet.of(Privilege.SE_TAKE_OWNERSHIP);
        Token off = new Token(ANN, "NT40", "ann", List.of(), take, EnumSet.noneOf(Privilege.class));

        assertDenied(dacl(), off, AccessMask.WRITE_OWNER, Win32Error.ERROR_ACCESS_DENIED);
        assertThat(require(dacl(), off.enable(Privilege.SE_TAKE_OWNERSHIP), AccessMask.WRITE_OWNER))
                .isEqualTo(AccessMask.WRITE_OWNER);
    }

    @Test
    void theAuditListNeedsItsPrivilege() {
        SecurityDescriptor open = new SecurityDescriptor(Sid.SYSTEM, Sid.SYSTEM, null, null);
        int sacl = AccessMask.ACCESS_SYSTEM_SECURITY;

        assertDenied(open, TOKEN, sacl | READ, Win32Error.ERROR_PRIVILEGE_NOT_HELD);
        assertThat(require(open, token(EnumSet.of(Privilege.SE_SECURITY)), sacl | READ))
                .isEqualTo(sacl | READ);
    }

    @Test
    void maximumAllowedGivesWhatCanBeHad() {
        SecurityDescriptor descriptor = dacl(allow(Sid.EVERYONE, READ));
        int maximum = AccessMask.MAXIMUM_ALLOWED;

        assertThat(require(descriptor, TOKEN, maximum)).isEqualTo(READ);
        assertThat(require(descriptor.withOwner(ANN), TOKEN, maximum)).isEqualTo(READ | AccessMask.WRITE_DAC);
        assertDenied(dacl(), TOKEN, maximum, Win32Error.ERROR_ACCESS_DENIED);
        assertDenied(descriptor, TOKEN, maximum | AccessMask.KEY_SET_VALUE, Win32Error.ERROR_ACCESS_DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "0x80000000, 0x00020019, 0x00120089",
        "0x40000000, 0x00020006, 0x00120116",
        "0x20000000, 0x00020019, 0x001200A0",
        "0x10000000, 0x000F003F, 0x001F01FF",
        "0x00000001, 0x00000001, 0x00000001",
        "0xC0000000, 0x0002001F, 0x0012019F"
    })
    void genericRightsAreMapped(String generic, String key, String file) {
        int mask = Long.decode(generic).intValue();

        assertThat(GenericMapping.KEY.map(mask)).isEqualTo(Integer.decode(key));
        assertThat(GenericMapping.FILE.map(mask)).isEqualTo(Integer.decode(file));
    }

    @ParameterizedTest
    @CsvSource({
        "0x80000000, 0x0002008D, 0x00020014",
        "0x40000000, 0x00020002, 0x00020022",
        "0x20000000, 0x00020170, 0x00020009",
        "0x10000000, 0x000F01FF, 0x000F003F"
    })
    void genericRightsOfServicesAreMapped(String generic, String service, String manager) {
        int mask = Long.decode(generic).intValue();

        assertThat(GenericMapping.SERVICE.map(mask)).isEqualTo(Integer.decode(service));
        assertThat(GenericMapping.SC_MANAGER.map(mask)).isEqualTo(Integer.decode(manager));
    }

    @Test
    void genericRightsInTheListCountAsWell() {
        SecurityDescriptor descriptor = dacl(allow(Sid.USERS, AccessMask.GENERIC_READ));

        assertThat(require(descriptor, TOKEN, AccessMask.GENERIC_READ)).isEqualTo(READ);
    }

    @Test
    void ownersOneMayGive() {
        Token administrator = new Token(
                ANN,
                "NT40",
                "ann",
                List.of(Sid.ADMINISTRATORS),
                EnumSet.of(Privilege.SE_RESTORE),
                EnumSet.noneOf(Privilege.class));

        assertThatCode(() -> AccessCheck.requireOwnerAllowed(TOKEN, ANN, "x")).doesNotThrowAnyException();
        assertThatCode(() -> AccessCheck.requireOwnerAllowed(administrator, Sid.ADMINISTRATORS, "x"))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        AccessCheck.requireOwnerAllowed(administrator.enable(Privilege.SE_RESTORE), Sid.SYSTEM, "x"))
                .doesNotThrowAnyException();
        for (Sid foreign : List.of(Sid.ADMINISTRATORS, Sid.USERS, Sid.SYSTEM)) {
            assertThatThrownBy(() -> AccessCheck.requireOwnerAllowed(TOKEN, foreign, "x"))
                    .isInstanceOfSatisfying(
                            Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_INVALID_OWNER));
        }
        assertThatThrownBy(() -> AccessCheck.requireOwnerAllowed(administrator, Sid.SYSTEM, "x"))
                .isInstanceOf(Win32Exception.class);
    }
}
