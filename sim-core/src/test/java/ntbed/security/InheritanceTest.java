package ntbed.security;

import static ntbed.security.AccessControlEntry.CONTAINER_INHERIT;
import static ntbed.security.AccessControlEntry.INHERIT_ONLY;
import static ntbed.security.AccessControlEntry.NO_PROPAGATE_INHERIT;
import static ntbed.security.AccessControlEntry.OBJECT_INHERIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.Test;

class InheritanceTest {
    private static final Sid ANN = new Sid("S-1-5-21-1-2-3-1000");
    private static final Sid NONE = new Sid("S-1-5-21-1-2-3-513");
    private static final EnumSet<Privilege> NOTHING = EnumSet.noneOf(Privilege.class);
    private static final Token USER = new Token(ANN, "NT40", "ann", List.of(Sid.USERS, NONE), NOTHING, NOTHING);
    private static final int BOTH = CONTAINER_INHERIT | OBJECT_INHERIT;
    private static final int READ = AccessMask.FILE_GENERIC_READ;
    private static final int FULL = AccessMask.FILE_ALL_ACCESS;

    private static AccessControlEntry allowed(Sid sid, int mask, int flags) {
        return new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, sid, mask, flags);
    }

    private static SecurityDescriptor directory(AccessControlEntry... entries) {
        return SecurityDescriptor.of(Sid.SYSTEM, entries).inheritedBy(USER, true, GenericMapping.FILE);
    }

    private static SecurityDescriptor file(AccessControlEntry... entries) {
        return SecurityDescriptor.of(Sid.SYSTEM, entries).inheritedBy(USER, false, GenericMapping.FILE);
    }

    @Test
    void ownerAndGroupAreTheCreators() {
        SecurityDescriptor made = directory(allowed(Sid.EVERYONE, READ, BOTH));

        assertThat(made.owner()).isEqualTo(ANN);
        assertThat(made.group()).isEqualTo(NONE);
        assertThat(made.sacl()).isNull();
    }

    @Test
    void administratorsOwnWhatTheirMembersMake() {
        SecurityDescriptor parent = SecurityDescriptor.of(ANN, allowed(Sid.EVERYONE, READ, BOTH));

        assertThat(parent.inheritedBy(Token.system(), true, GenericMapping.KEY).owner())
                .isEqualTo(Sid.ADMINISTRATORS);
    }

    @Test
    void bothFlagsGoDownAsTheyAre() {
        AccessControlEntry entry = allowed(Sid.EVERYONE, READ, BOTH);

        assertThat(directory(entry).dacl()).containsExactly(entry);
        assertThat(file(entry).dacl()).containsExactly(allowed(Sid.EVERYONE, READ, 0));
    }

    @Test
    void containerInheritIsForDirectoriesAndObjectInheritForFiles() {
        AccessControlEntry forDirectories = allowed(Sid.EVERYONE, READ, CONTAINER_INHERIT);
        AccessControlEntry forFiles = allowed(Sid.USERS, READ, OBJECT_INHERIT);
        AccessControlEntry forNobody = allowed(Sid.GUESTS, READ, 0);

        assertThat(directory(forDirectories, forFiles, forNobody).dacl())
                .containsExactly(forDirectories, allowed(Sid.USERS, READ, OBJECT_INHERIT | INHERIT_ONLY));
        assertThat(file(forDirectories, forFiles, forNobody).dacl()).containsExactly(allowed(Sid.USERS, READ, 0));
    }

    @Test
    void noPropagateStopsAfterOneLevel() {
        assertThat(directory(allowed(Sid.EVERYONE, READ, BOTH | NO_PROPAGATE_INHERIT))
                        .dacl())
                .containsExactly(allowed(Sid.EVERYONE, READ, 0));
        assertThat(directory(
                                allowed(Sid.EVERYONE, READ, OBJECT_INHERIT | NO_PROPAGATE_INHERIT),
                                allowed(Sid.USERS, READ, BOTH))
                        .dacl())
                .containsExactly(allowed(Sid.USERS, READ, BOTH));
    }

    @Test
    void inheritOnlyCountsOneLevelBelow() {
        assertThat(directory(allowed(Sid.EVERYONE, READ, BOTH | INHERIT_ONLY)).dacl())
                .containsExactly(allowed(Sid.EVERYONE, READ, BOTH));
        assertThat(file(allowed(Sid.EVERYONE, READ, BOTH | INHERIT_ONLY)).dacl())
                .containsExactly(allowed(Sid.EVERYONE, READ, 0));
    }

    @Test
    void creatorOwnerBecomesTheCreatorAndStaysForThoseBelow() {
        AccessControlEntry entry = allowed(Sid.CREATOR_OWNER, FULL, BOTH | INHERIT_ONLY);

        assertThat(directory(entry).dacl()).containsExactly(allowed(ANN, FULL, 0), entry);
        assertThat(file(entry).dacl()).containsExactly(allowed(ANN, FULL, 0));
        assertThat(file(allowed(Sid.CREATOR_GROUP, READ, BOTH)).dacl()).containsExactly(allowed(NONE, READ, 0));
    }

    @Test
    void genericRightsBecomeConcreteAndStayForThoseBelow() {
        AccessControlEntry entry = allowed(Sid.USERS, AccessMask.GENERIC_ALL, BOTH);

        assertThat(directory(entry).dacl())
                .containsExactly(
                        allowed(Sid.USERS, FULL, 0), allowed(Sid.USERS, AccessMask.GENERIC_ALL, BOTH | INHERIT_ONLY));
        assertThat(file(entry).dacl()).containsExactly(allowed(Sid.USERS, FULL, 0));
    }

    @Test
    void nothingHandedDownLeavesTheCreatorsDefault() {
        assertThat(directory(allowed(Sid.EVERYONE, FULL, 0)).dacl())
                .containsExactly(allowed(ANN, FULL, 0), allowed(Sid.SYSTEM, FULL, 0));
        assertThat(new SecurityDescriptor(Sid.SYSTEM, Sid.SYSTEM, null, null)
                        .inheritedBy(USER, false, GenericMapping.FILE)
                        .dacl())
                .hasSize(2);
    }

    @Test
    void auditsAreHandedDownWithTheirFlags() {
        int failed = AccessControlEntry.FAILED_ACCESS;
        AccessControlEntry audit =
                new AccessControlEntry(AccessControlEntry.Kind.AUDIT, Sid.EVERYONE, FULL, BOTH | failed);
        SecurityDescriptor parent = new SecurityDescriptor(Sid.SYSTEM, Sid.SYSTEM, null, List.of(audit));

        assertThat(parent.inheritedBy(USER, true, GenericMapping.FILE).sacl()).containsExactly(audit);
        assertThat(parent.inheritedBy(USER, false, GenericMapping.FILE).sacl())
                .containsExactly(new AccessControlEntry(AccessControlEntry.Kind.AUDIT, Sid.EVERYONE, FULL, failed));
    }

    @Test
    void equalToTheParentMeansTheSameObject() {
        SecurityDescriptor parent = new SecurityDescriptor(ANN, NONE, List.of(allowed(Sid.USERS, READ, BOTH)), null);

        assertThat(parent.inheritedBy(USER, true, GenericMapping.FILE)).isSameAs(parent);
    }
}
