package ntbed.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfRelativeTest {
    /**
     * A Security value as NT's service control manager writes it: four bytes of leftovers follow each SID of an entry.
     */
    private static final byte[] SERVICE_KEY = HexFormat.of()
            .parseHex("01001480c0000000cc0000001400000034000000"
                    + "020020000100000002801800ff010f00010100000000000100000000" + "20020000"
                    + "02008c0005000000"
                    + "000018008d010200010100000000000100000000" + "20020000"
                    + "00001c00fd01020001020000000000052000000023020000" + "20020000"
                    + "00001c00ff010f0001020000000000052000000020020000" + "20020000"
                    + "00001c00ff010f0001020000000000052000000025020000" + "20020000"
                    + "00001800fd010200010100000000000512000000" + "25020000"
                    + "010100000000000512000000"
                    + "010100000000000512000000");

    private static final SecurityDescriptor SERVICE = new SecurityDescriptor(
            Sid.SYSTEM,
            Sid.SYSTEM,
            List.of(
                    allowed(Sid.EVERYONE, 0x0002_018D),
                    allowed(Sid.POWER_USERS, 0x0002_01FD),
                    allowed(Sid.ADMINISTRATORS, 0x000F_01FF),
                    allowed(Sid.SERVER_OPERATORS, 0x000F_01FF),
                    allowed(Sid.SYSTEM, 0x0002_01FD)),
            List.of(new AccessControlEntry(
                    AccessControlEntry.Kind.AUDIT, Sid.EVERYONE, 0x000F_01FF, AccessControlEntry.FAILED_ACCESS)));

    private static AccessControlEntry allowed(Sid sid, int mask) {
        return new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, sid, mask, 0);
    }

    @Test
    @DisplayName("K10: the Security value of a service decodes to the default descriptor")
    void decodesServiceKey() {
        assertThat(SecurityDescriptor.decode(SERVICE_KEY)).isEqualTo(SERVICE);
    }

    @Test
    @DisplayName("K10: the default descriptor survives encoding and decoding")
    void roundTrip() {
        byte[] encoded = SERVICE.encode();

        assertThat(SecurityDescriptor.decode(encoded)).isEqualTo(SERVICE);
        assertThat(encoded).hasSize(SERVICE_KEY.length - 6 * 4);
        assertThat(HexFormat.of().formatHex(encoded, 0, 20)).isEqualTo("01001480a8000000b40000001400000030000000");
    }

    @Test
    void noDaclAndEmptyDaclStayDifferent() {
        SecurityDescriptor open = new SecurityDescriptor(Sid.SYSTEM, Sid.ADMINISTRATORS, null, null);
        SecurityDescriptor shut = open.withDacl(List.of());

        assertThat(SecurityDescriptor.decode(open.encode())).isEqualTo(open);
        assertThat(SecurityDescriptor.decode(shut.encode())).isEqualTo(shut);
        assertThat(open.encode()).isNotEqualTo(shut.encode());
    }

    @Test
    void deniedEntriesAndFlagsSurvive() {
        SecurityDescriptor descriptor = SecurityDescriptor.of(
                new Sid("S-1-5-21-4294967295-2-3-500"),
                AccessControlEntry.deny(Sid.GUESTS, 0x8000_0000),
                AccessControlEntry.allow(Sid.CREATOR_OWNER, 0x1000_0000));

        assertThat(SecurityDescriptor.decode(descriptor.encode())).isEqualTo(descriptor);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19, 20, 27, 60, 100, 191, 203, 215})
    void aCutDescriptorIsAnErrorOfNt(int length) {
        byte[] cut = java.util.Arrays.copyOf(SERVICE_KEY, length);

        assertThatThrownBy(() -> SecurityDescriptor.decode(cut)).isInstanceOf(Win32Exception.class);
    }

    @Test
    void everyFlippedByteGivesADescriptorOrAnErrorOfNt() {
        int refused = 0;
        for (int at = 0; at < SERVICE_KEY.length; at++) {
            byte[] damaged = SERVICE_KEY.clone();
            damaged[at] ^= (byte) 0xFF;
            try {
                assertThat(SecurityDescriptor.decode(damaged).owner()).isNotNull();
            } catch (Win32Exception e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(40, SERVICE_KEY.length - 1);
    }

    @Test
    void errorsSayWhatIsWrong() {
        assertRefused(bytes -> bytes[0] = 2, Win32Error.ERROR_UNKNOWN_REVISION);
        assertRefused(bytes -> bytes[3] = 0, Win32Error.ERROR_INVALID_SECURITY_DESCR);
        assertRefused(bytes -> bytes[4] = 0, Win32Error.ERROR_INVALID_SECURITY_DESCR);
        assertRefused(bytes -> bytes[0x34] = 1, Win32Error.ERROR_INVALID_ACL);
        assertRefused(bytes -> bytes[0x36] = (byte) 0xFF, Win32Error.ERROR_INVALID_ACL);
        assertRefused(bytes -> bytes[0x38] = 9, Win32Error.ERROR_INVALID_ACL);
        assertRefused(bytes -> bytes[0x3C] = 7, Win32Error.ERROR_INVALID_ACL);
        assertRefused(bytes -> bytes[0xC1] = 16, Win32Error.ERROR_INVALID_SID);
    }

    private static void assertRefused(Consumer<byte[]> damage, Win32Error error) {
        byte[] bytes = SERVICE_KEY.clone();
        damage.accept(bytes);
        assertThatThrownBy(() -> SecurityDescriptor.decode(bytes))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }
}
