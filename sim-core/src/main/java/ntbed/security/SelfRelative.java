package ntbed.security;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import ntbed.win32.Win32Error;
import org.jspecify.annotations.Nullable;

/**
 * The self-relative security descriptor: a header of 20 bytes, then SACL, DACL, owner, group.
 *
 * <p>Header: revision 1, a zero, control bits, then the four offsets owner, group, SACL, DACL (0 = none). An ACL:
 * revision 2, a zero, size, number of entries, a zero. An entry: type, flags, size, mask, SID; an entry may be longer
 * than its SID needs, as in the service keys that NT's own service control manager wrote (Q294696).
 */
final class SelfRelative {
    private static final int HEADER = 20;
    private static final int DACL_PRESENT = 0x4;
    private static final int SACL_PRESENT = 0x10;
    private static final int SELF_RELATIVE = 0x8000;
    private static final int ACL_REVISION = 2;

    private SelfRelative() {}

    static byte[] encode(SecurityDescriptor descriptor) {
        byte[] sacl = acl(descriptor.sacl());
        byte[] dacl = acl(descriptor.dacl());
        byte[] owner = descriptor.owner().encode();
        byte[] group = descriptor.group().encode();
        int daclAt = HEADER + sacl.length;
        int ownerAt = daclAt + dacl.length;
        byte[] header = new byte[HEADER];
        header[0] = 1;
        int control = SELF_RELATIVE | DACL_PRESENT | (sacl.length == 0 ? 0 : SACL_PRESENT);
        LittleEndian.putShort(header, 2, control);
        LittleEndian.putInt(header, 4, ownerAt);
        LittleEndian.putInt(header, 8, ownerAt + owner.length);
        LittleEndian.putInt(header, 12, sacl.length == 0 ? 0 : HEADER);
        LittleEndian.putInt(header, 16, dacl.length == 0 ? 0 : daclAt);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : new byte[][] {header, sacl, dacl, owner, group}) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] acl(@Nullable List<AccessControlEntry> entries) {
        if (entries == null) {
            return new byte[0];
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (AccessControlEntry entry : entries) {
            byte[] sid = entry.sid().encode();
            byte[] start = new byte[8];
            start[0] = (byte) entry.kind().type();
            start[1] = (byte) entry.flags();
            LittleEndian.putShort(start, 2, start.length + sid.length);
            LittleEndian.putInt(start, 4, entry.mask());
            body.writeBytes(start);
            body.writeBytes(sid);
        }
        byte[] acl = new byte[8 + body.size()];
        acl[0] = ACL_REVISION;
        LittleEndian.putShort(acl, 2, acl.length);
        LittleEndian.putShort(acl, 4, entries.size());
        System.arraycopy(body.toByteArray(), 0, acl, 8, body.size());
        return acl;
    }

    static SecurityDescriptor decode(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw Win32Error.ERROR_INVALID_SECURITY_DESCR.raise(bytes.length + " bytes");
        }
        if (bytes[0] != 1) {
            throw Win32Error.ERROR_UNKNOWN_REVISION.raise("descriptor revision " + bytes[0]);
        }
        int control = LittleEndian.getShort(bytes, 2);
        int ownerAt = LittleEndian.getInt(bytes, 4);
        int groupAt = LittleEndian.getInt(bytes, 8);
        if ((control & SELF_RELATIVE) == 0 || ownerAt == 0) {
            throw Win32Error.ERROR_INVALID_SECURITY_DESCR.raise("not self-relative, or without owner");
        }
        Sid owner = Sid.decode(bytes, ownerAt);
        int saclAt = (control & SACL_PRESENT) == 0 ? 0 : LittleEndian.getInt(bytes, 12);
        int daclAt = (control & DACL_PRESENT) == 0 ? 0 : LittleEndian.getInt(bytes, 16);
        return new SecurityDescriptor(
                owner,
                groupAt == 0 ? owner : Sid.decode(bytes, groupAt),
                daclAt == 0 ? null : entries(bytes, daclAt),
                saclAt == 0 ? null : entries(bytes, saclAt));
    }

    private static List<AccessControlEntry> entries(byte[] bytes, int at) {
        if (at < HEADER || at > bytes.length - 8 || bytes[at] < ACL_REVISION || bytes[at] > 4) {
            throw Win32Error.ERROR_INVALID_ACL.raise("list at offset " + at);
        }
        int end = at + LittleEndian.getShort(bytes, at + 2);
        int count = LittleEndian.getShort(bytes, at + 4);
        if (end > bytes.length) {
            throw Win32Error.ERROR_INVALID_ACL.raise("list ends at " + end + " of " + bytes.length);
        }
        List<AccessControlEntry> entries = new ArrayList<>();
        int next = at + 8;
        for (int i = 0; i < count; i++) {
            int size = next > end - 16 ? 0 : LittleEndian.getShort(bytes, next + 2);
            if (size < 16 || next + size > end) {
                throw Win32Error.ERROR_INVALID_ACL.raise("entry " + i + " at offset " + next);
            }
            entries.add(entry(bytes, next));
            next += size;
        }
        return entries;
    }

    private static AccessControlEntry entry(byte[] bytes, int at) {
        for (AccessControlEntry.Kind kind : AccessControlEntry.Kind.values()) {
            if (kind.type() == bytes[at]) {
                int mask = LittleEndian.getInt(bytes, at + 4);
                return new AccessControlEntry(kind, Sid.decode(bytes, at + 8), mask, bytes[at + 1] & 0xFF);
            }
        }
        throw Win32Error.ERROR_INVALID_ACL.raise("entry type " + bytes[at]);
    }
}
