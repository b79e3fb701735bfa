package ntbed.filesystem;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.EventQueue;
import ntbed.time.FileTime;
import ntbed.trace.Trace;

/** A machine's drives with nothing else around them, for tests of this package. */
final class TestVolumes {
    static final FileTime BUILT = FileTime.ofUnixSeconds(900_000_000);
    static final FileTime POWER_ON = FileTime.ofUnixSeconds(910_000_000);
    static final long MEGABYTE = 1 << 20;
    static final Sid ALICE = new Sid("S-1-5-21-1-2-3-1000");

    final EventQueue queue = new EventQueue(POWER_ON);
    final Trace trace = new Trace(queue);
    final Volumes volumes;

    private TestVolumes(SortedMap<Character, VolumeImage> drives) {
        volumes = new Volumes(queue, trace, drives);
    }

    static TestVolumes of(SortedMap<Character, VolumeImage> drives) {
        return new TestVolumes(drives);
    }

    /** With one drive C:. */
    static TestVolumes of(VolumeImage c) {
        TreeMap<Character, VolumeImage> drives = new TreeMap<>();
        drives.put('C', c);
        return new TestVolumes(drives);
    }

    /** With an empty drive C: of 16 MB. */
    static TestVolumes empty() {
        return of(VolumeBuilder.create(16 * MEGABYTE).build(BUILT));
    }

    /** What is on drive C: now. */
    VolumeImage freeze() {
        return Objects.requireNonNull(volumes.freeze().get('C'));
    }

    FileApi system() {
        return volumes.as(Token.system(), "test");
    }

    FileApi as(Token token) {
        return volumes.as(token, "test");
    }

    /** An ordinary user; {@code SeChangeNotifyPrivilege} as everybody has it. */
    static Token alice(Privilege... privileges) {
        EnumSet<Privilege> held = EnumSet.of(Privilege.SE_CHANGE_NOTIFY, privileges);
        return new Token(ALICE, "NTBOX", "Alice", List.of(Sid.USERS, Sid.EVERYONE), held, held);
    }

    static NtPath at(String path) {
        return NtPath.of(path);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }
}
