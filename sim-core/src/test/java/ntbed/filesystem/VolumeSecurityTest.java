package ntbed.filesystem;

import static ntbed.filesystem.TestVolumes.ALICE;
import static ntbed.filesystem.TestVolumes.at;
import static ntbed.filesystem.TestVolumes.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rights on files: check, inheritance, traverse, take ownership, delete child. */
final class VolumeSecurityTest {
    private static final NtPath DIRECTORY = at("C:\\dir");
    private static final NtPath FILE = at("C:\\dir\\file");

    private static TestVolumes with(SecurityDescriptor directory) {
        return TestVolumes.of(VolumeBuilder.create(TestVolumes.MEGABYTE)
                .directory(DIRECTORY, directory)
                .file(FILE, bytes("x"))
                .build(TestVolumes.BUILT));
    }

    private static SecurityDescriptor only(Sid sid, int mask) {
        return SecurityDescriptor.of(Sid.ADMINISTRATORS, AccessControlEntry.allow(sid, mask));
    }

    private static int code(Runnable attempt) {
        Win32Exception refusal = catchThrowableOfType(Win32Exception.class, attempt::run);
        return refusal == null ? 0 : refusal.code();
    }

    @Test
    @DisplayName("A new file takes its directory's inheritable entries once; its owner is who made it")
    void inherits() {
        TestVolumes machine = with(only(Sid.EVERYONE, AccessMask.FILE_ALL_ACCESS));
        FileApi alice = machine.as(TestVolumes.alice());
        alice.write(at("C:\\dir\\new"), bytes("x"));
        SecurityDescriptor made = alice.security(at("C:\\dir\\new"));
        assertThat(made.owner()).isEqualTo(ALICE);
        assertThat(made.dacl())
                .containsExactly(new AccessControlEntry(
                        AccessControlEntry.Kind.ALLOWED, Sid.EVERYONE, AccessMask.FILE_ALL_ACCESS, 0));
        machine.system().setSecurity(DIRECTORY, only(Sid.ADMINISTRATORS, AccessMask.FILE_ALL_ACCESS));
        assertThat(alice.security(at("C:\\dir\\new"))).isEqualTo(made);
    }

    @Test
    @DisplayName("Administrators own together what one of them makes")
    void administratorsOwn() {
        TestVolumes machine = TestVolumes.empty();
        machine.system().write(at("C:\\new"), bytes("x"));
        assertThat(machine.system().security(at("C:\\new")).owner()).isEqualTo(Sid.ADMINISTRATORS);
    }

    @Test
    @DisplayName("Reading takes a right of its own, writing another")
    void readIsNotWrite() {
        FileApi alice = with(only(Sid.USERS, AccessMask.FILE_GENERIC_READ)).as(TestVolumes.alice());
        assertThat(alice.read(FILE)).isEqualTo(bytes("x"));
        assertThat(code(() -> alice.write(FILE, bytes("y")))).isEqualTo(5);
        assertThat(code(() -> alice.write(at("C:\\dir\\new"), bytes("y")))).isEqualTo(5);
        assertThat(code(() -> alice.delete(FILE))).isEqualTo(5);
        assertThat(code(() -> alice.createDirectory(at("C:\\dir\\sub")))).isEqualTo(5);
        assertThat(code(() -> alice.setAttributes(FILE, FileAttributes.FILE))).isEqualTo(5);
        assertThat(alice.exists(FILE)).isTrue();
    }

    @Test
    @DisplayName("Without rights on a directory its files are reached all the same, unless traverse is checked")
    void traverse() {
        TestVolumes machine = TestVolumes.of(VolumeBuilder.create(TestVolumes.MEGABYTE)
                .file(at("C:\\dir\\file"), bytes("x"))
                .security(FILE, only(Sid.EVERYONE, AccessMask.FILE_ALL_ACCESS))
                .security(DIRECTORY, only(Sid.ADMINISTRATORS, AccessMask.FILE_ALL_ACCESS))
                .build(TestVolumes.BUILT));
        assertThat(machine.as(TestVolumes.alice()).read(FILE)).isEqualTo(bytes("x"));
        Token walker = new Token(
                ALICE,
                "NTBOX",
                "Alice",
                List.of(Sid.USERS, Sid.EVERYONE),
                EnumSet.noneOf(Privilege.class),
                EnumSet.noneOf(Privilege.class));
        assertThat(code(() -> machine.as(walker).read(FILE))).isEqualTo(5);
        assertThat(code(() -> machine.as(walker).copy(FILE, at("C:\\x"), true))).isEqualTo(5);
    }

    @Test
    @DisplayName("FILE_DELETE_CHILD on the directory deletes what grants no DELETE itself")
    void deleteChild() {
        TestVolumes machine = with(only(Sid.USERS, AccessMask.FILE_GENERIC_READ | AccessMask.FILE_DELETE_CHILD));
        machine.system().setSecurity(FILE, only(Sid.ADMINISTRATORS, AccessMask.FILE_ALL_ACCESS));
        machine.as(TestVolumes.alice()).delete(FILE);
        assertThat(machine.volumes.find(FILE)).isEmpty();
    }

    @Test
    @DisplayName("SeTakeOwnershipPrivilege makes one the owner, and the owner may then change the DACL")
    void takesOwnership() {
        TestVolumes machine = with(only(Sid.SYSTEM, AccessMask.FILE_ALL_ACCESS));
        SecurityDescriptor now = machine.system().security(FILE);
        FileApi alice = machine.as(TestVolumes.alice());
        assertThat(code(() -> alice.setSecurity(FILE, now.withOwner(ALICE)))).isEqualTo(5);
        FileApi taker = machine.as(TestVolumes.alice(Privilege.SE_TAKE_OWNERSHIP));
        taker.setSecurity(FILE, now.withOwner(ALICE));
        assertThat(code(() -> alice.read(FILE))).isEqualTo(5);
        List<AccessControlEntry> mine = List.of(AccessControlEntry.allow(ALICE, AccessMask.FILE_ALL_ACCESS));
        alice.setSecurity(FILE, now.withOwner(ALICE).withDacl(mine));
        assertThat(alice.read(FILE)).isEqualTo(bytes("x"));
    }

    @Test
    @DisplayName("MAXIMUM_ALLOWED gives a handle all that the token has, and no more")
    void maximumAllowed() {
        FileApi alice = with(only(Sid.USERS, AccessMask.FILE_GENERIC_READ)).as(TestVolumes.alice());
        OpenFile file = alice.open(FILE, AccessMask.MAXIMUM_ALLOWED, ShareMode.ALL, Disposition.OPEN_EXISTING);
        assertThat(file.read()).isEqualTo(bytes("x"));
        assertThat(code(() -> file.write(bytes("y")))).isEqualTo(5);
    }

    @Test
    @DisplayName("ACCESS_SYSTEM_SECURITY takes SeSecurityPrivilege, 1314, and a new file is not made without it")
    void systemSecurity() {
        TestVolumes machine = with(only(Sid.EVERYONE, AccessMask.FILE_ALL_ACCESS));
        FileApi alice = machine.as(TestVolumes.alice());
        int access = AccessMask.ACCESS_SYSTEM_SECURITY;
        NtPath fresh = at("C:\\dir\\new");
        assertThat(code(() -> alice.open(FILE, access, ShareMode.ALL, Disposition.OPEN_EXISTING)))
                .isEqualTo(1314);
        assertThat(code(() -> alice.open(fresh, access, ShareMode.ALL, Disposition.CREATE_NEW)))
                .isEqualTo(1314);
        assertThat(alice.exists(fresh)).isFalse();
        FileApi auditor = machine.as(TestVolumes.alice(Privilege.SE_SECURITY));
        assertThat(code(() -> auditor.open(fresh, access, ShareMode.ALL, Disposition.CREATE_NEW)))
                .isZero();
    }
}
