package ntbed.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidTest {
    private static final Sid MACHINE = new Sid("S-1-5-21-1-22-4294967295");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "S",
                "S-1",
                "S-1-",
                "s-1-5",
                "S-2-5",
                "S-1-5-",
                "S-1--5",
                "S-1-5-x",
                "S-1-5 ",
                "S-1-05",
                "S-1-5-00",
                "S-1-5-4294967296",
                "S-1-281474976710656",
                "S-1-5-99999999999999999999",
                "S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16"
            })
    void refusesWhatIsNoSid(String text) {
        assertThatThrownBy(() -> new Sid(text))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_INVALID_SID));
    }

    @ParameterizedTest
    @CsvSource({
        "S-1-5, 010000000000 0005",
        "S-1-1-0, 0101000000000001 00000000",
        "S-1-5-18, 0101000000000005 12000000",
        "S-1-5-32-544, 0102000000000005 20000000 20020000",
        "S-1-5-21-1-22-4294967295, 0104000000000005 15000000 01000000 16000000 ffffffff",
        "S-1-281474976710655-0, 0101ffffffffffff 00000000",
        "S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15, "
                + "010f000000000005 01000000 02000000 03000000 04000000 05000000 06000000 07000000 "
                + "08000000 09000000 0a000000 0b000000 0c000000 0d000000 0e000000 0f000000"
    })
    void bytesBothWays(String text, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] surrounded = new byte[bytes.length + 5];
        System.arraycopy(bytes, 0, surrounded, 3, bytes.length);

        assertThat(new Sid(text).encode()).isEqualTo(bytes);
        assertThat(Sid.decode(bytes, 0)).isEqualTo(new Sid(text)).hasToString(text);
        assertThat(Sid.decode(surrounded, 3)).isEqualTo(new Sid(text));
    }

    @ParameterizedTest
    @CsvSource({"02010000000000050c000000, 0", "0110000000000005, 0", "010100000000000512, 0", "01, 0", "0100, -1"})
    void badBytesAreAnErrorOfNt(String hex, int offset) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> Sid.decode(bytes, offset))
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(Win32Error.ERROR_INVALID_SID));
    }

    @Test
    void accountsOfAMachine() {
        Sid administrator = MACHINE.withRid(Sid.RID_ADMINISTRATOR);

        assertThat(administrator).isEqualTo(new Sid("S-1-5-21-1-22-4294967295-500"));
        assertThat(administrator.rid()).isEqualTo(500);
        assertThat(administrator.isIn(MACHINE)).isTrue();
        assertThat(MACHINE.isIn(MACHINE)).isFalse();
        assertThat(administrator.withRid(1).isIn(MACHINE)).isFalse();
        assertThat(new Sid("S-1-5-21-1-22-42").withRid(500).isIn(MACHINE)).isFalse();
        assertThat(new Sid("S-1-5-21-1-2").withRid(500).isIn(new Sid("S-1-5-21-1-22")))
                .isFalse();
    }

    @Test
    void equalByText() {
        Sid again = new Sid("S-1-1-" + 0);

        assertThat(again)
                .isEqualTo(Sid.EVERYONE)
                .hasSameHashCodeAs(Sid.EVERYONE)
                .isEqualByComparingTo(Sid.EVERYONE);
        assertThat(again).isNotEqualTo(Sid.SYSTEM);
        assertThat(Sid.ADMINISTRATORS).isLessThan(Sid.USERS);
    }
}
