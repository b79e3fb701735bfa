package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import ntbed.crypto.KeyContainer;
import ntbed.crypto.MachineKey;
import ntbed.crypto.SessionKey;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MetabaseFileTest {
    private static final MachineKey MACHINE_KEY = MachineKey.generate(new SeededRandom(1));
    private static final KeyContainer CONTAINER = KeyContainer.generate(Layout.CONTAINER, new SeededRandom(2));
    private static final byte[] INSTALLATION = new byte[SessionKey.INSTALLATION_BYTES];
    private static final SessionKey KEY = SessionKey.create(MACHINE_KEY, INSTALLATION);
    private static final Plan PLAN =
            Plan.draw("NT", IisService.of(true), Plan.WEB_ROOT, Plan.FTP_ROOT, "C:\\WINNT", new SeededRandom(3));
    private static final byte[] ENCRYPTED = encrypted(FirstMetabase.tree(PLAN, Sealer.with(KEY)));
    private static final byte[] CLEAR =
            new MetabaseFile(false, new byte[0], FirstMetabase.tree(PLAN, Sealer.clear())).encode();

    @Test
    void whatIsWrittenIsReadAgain() {
        MetabaseFile read = MetabaseFile.decode(ENCRYPTED);

        assertThat(read.encode()).isEqualTo(ENCRYPTED);
        assertThat(read.encrypted()).isTrue();
        assertThat(read.tree()
                        .lookup("/lm/w3svc/1/Root/", Property.VR_PATH)
                        .orElseThrow()
                        .text())
                .isEqualTo(Plan.WEB_ROOT);
        assertThat(open(ENCRYPTED)).isEqualTo(Win32Error.ERROR_SUCCESS);
        assertThat(openClear(CLEAR)).isEqualTo(Win32Error.ERROR_SUCCESS);
    }

    @Test
    void equalTreesGiveTheseBytesOnEveryJava() {
        assertThat(HexFormat.of().formatHex(Checksum.sha256(ENCRYPTED, 0, ENCRYPTED.length)))
                .isEqualTo("153e6728079521bead2f9c83a9f70ab9f9d60ad857fe7dcfa5ea18674cefdac5");
        assertThat(HexFormat.of().formatHex(Checksum.sha256(CLEAR, 0, CLEAR.length)))
                .isEqualTo("67273a01044e96272104fdc033015440951ddcd690455a111e0c0bbbb32659eb");
    }

    @Test
    @DisplayName(
            "S3-13: the computer-specific entries are encrypted; in clear text (French, Standard) they can be read")
    void secretsAreNotInTheFile() {
        assertThat(wide(ENCRYPTED)).doesNotContain(PLAN.webPassword(), PLAN.applicationPassword(), "sqllog");
        assertThat(wide(CLEAR)).contains(PLAN.webPassword(), PLAN.applicationPassword());
        assertThat(wide(ENCRYPTED)).contains(PLAN.webAccount());
    }

    @Test
    @DisplayName("S3-14: opening a secure entry needs the session key")
    void secretsNeedTheSessionKey() {
        MetaRecord sealed = MetabaseFile.decode(ENCRYPTED)
                .tree()
                .lookup("LM/W3SVC/1", Property.ANONYMOUS_PWD)
                .orElseThrow();
        Sealer foreign = Sealer.with(SessionKey.create(MachineKey.generate(new SeededRandom(9)), INSTALLATION));

        assertThat(Sealer.with(KEY).open(sealed).text()).isEqualTo(PLAN.webPassword());
        assertThat(code(() -> foreign.open(sealed))).isEqualTo(Win32Error.NTE_BAD_DATA);
        assertThat(code(() -> Sealer.clear().open(sealed))).isEqualTo(Win32Error.NTE_BAD_DATA);
    }

    @Test
    void everyTruncationIsAnInternalError() {
        for (int length = 0; length < ENCRYPTED.length; length++) {
            assertThat(open(Arrays.copyOf(ENCRYPTED, length)))
                    .as("length %s", length)
                    .isEqualTo(Win32Error.NERR_InternalError);
        }
        assertThat(open(Arrays.copyOf(ENCRYPTED, ENCRYPTED.length + 1))).isEqualTo(Win32Error.NERR_InternalError);
    }

    @Test
    void everyFlippedByteFailsByTheRuleOfItsPlace() {
        int treeAt = MetabaseFile.HEADER + SessionKey.BLOB_BYTES;
        int secureAt = ENCRYPTED.length - secureBytes(ENCRYPTED);
        for (int i = 0; i < ENCRYPTED.length; i++) {
            Win32Error expected = i < 8
                    ? Win32Error.MD_ERROR_INVALID_VERSION
                    : i < MetabaseFile.HEADER
                            ? Win32Error.NERR_InternalError
                            : i < treeAt
                                    ? Win32Error.NTE_BAD_SIGNATURE
                                    : i < secureAt ? Win32Error.NERR_InternalError : Win32Error.NTE_BAD_DATA;
            for (int bits : new int[] {0x01, 0x80, 0xFF}) {
                byte[] flipped = ENCRYPTED.clone();
                flipped[i] ^= (byte) bits;
                assertThat(open(flipped)).as("byte %s", i).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyFlippedByteOfClearTextFails() {
        for (int i = 0; i < CLEAR.length; i++) {
            byte[] flipped = CLEAR.clone();
            flipped[i] ^= 0x40;
            assertThat(openClear(flipped))
                    .as("byte %s", i)
                    .isIn(Set.of(
                            Win32Error.MD_ERROR_INVALID_VERSION,
                            Win32Error.NERR_InternalError,
                            Win32Error.NTE_BAD_DATA));
        }
    }

    /** A file whose checksums somebody made right again: the reader trusts no length all the same. */
    @Test
    void aForgedTreeNeverCrashesTheReader() {
        int treeAt = MetabaseFile.HEADER + SessionKey.BLOB_BYTES;
        int sumAt = ENCRYPTED.length - secureBytes(ENCRYPTED) - 32;
        SeededRandom random = new SeededRandom(5);
        for (int round = 0; round < 4_000; round++) {
            byte[] forged = ENCRYPTED.clone();
            for (int change = 0; change <= round % 3; change++) {
                forged[treeAt + random.nextInt(sumAt - treeAt)] = (byte) random.nextInt(256);
            }
            System.arraycopy(Checksum.sha256(forged, treeAt, sumAt), 0, forged, sumAt, 32);
            Win32Error code = code(() -> MetabaseFile.decode(forged));
            assertThat(code).isIn(Win32Error.ERROR_SUCCESS, Win32Error.NERR_InternalError);
        }
    }

    @Test
    void volatilePropertiesAreNotKept() {
        MetabaseTree tree = MetabaseTree.empty()
                .with("LM", MetaRecord.dword(Property.SERVER_STATE, MetaRecord.VOLATILE, 1, 2))
                .with("LM", MetaRecord.dword(Property.SERVER_AUTOSTART, 0, 1, 1));

        MetaNode read = MetabaseFile.decode(encrypted(tree)).tree().require("LM");

        assertThat(read.records()).extracting(MetaRecord::id).containsExactly(Property.SERVER_AUTOSTART);
    }

    @Test
    void nothingShowsData() {
        MetabaseFile file = MetabaseFile.decode(CLEAR);

        assertThat(file.toString()
                        + file.tree()
                        + PLAN
                        + Sealer.with(KEY)
                        + file.tree().require("LM/W3SVC").records())
                .doesNotContain(PLAN.webPassword(), PLAN.applicationPassword());
    }

    private static byte[] encrypted(MetabaseTree tree) {
        return new MetabaseFile(true, KEY.wrap(CONTAINER, INSTALLATION), tree).encode();
    }

    private static int secureBytes(byte[] file) {
        return (file[20] & 0xFF) | (file[21] & 0xFF) << 8;
    }

    private static Win32Error open(byte[] file) {
        return code(() -> ReadMetabase.PARSER.apply(file).open(false, () -> CONTAINER));
    }

    private static Win32Error openClear(byte[] file) {
        return code(() -> ReadMetabase.PARSER.apply(file).open(true, () -> CONTAINER));
    }

    private static Win32Error code(Runnable call) {
        Win32Exception failed = catchThrowableOfType(Win32Exception.class, call::run);
        return failed == null ? Win32Error.ERROR_SUCCESS : failed.error();
    }

    private static String wide(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_16LE)
                + new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_16LE)
                + new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE)
                + new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_16LE);
    }
}
