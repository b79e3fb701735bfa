package ntbed.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.registry.RegistryValue;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyContainerTest {
    private static final MachineKey HERE = MachineKey.generate(new SeededRandom(1));
    private static final MachineKey ELSEWHERE = MachineKey.generate(new SeededRandom(2));
    private static final KeyContainer CONTAINER = KeyContainer.generate("Test", new SeededRandom(3));
    private static final byte[] INSTALLATION = new SeededRandom(4).nextBytes(SessionKey.INSTALLATION_BYTES);

    @Test
    void comesBackUnderItsMachineKey() {
        KeyContainer read = read(CONTAINER.encode(HERE), HERE);

        assertThat(read).isEqualTo(CONTAINER);
        assertThat(read.exchangePair().secret())
                .isEqualTo(CONTAINER.exchangePair().secret());
        assertThat(read.signaturePair().secret())
                .isEqualTo(CONTAINER.signaturePair().secret());
        assertThat(read.toString()).isEqualTo("KeyContainer[Test]");
    }

    @Test
    void theKeysAreTheseOnEveryJava() {
        assertThat(HexFormat.of().formatHex(CONTAINER.exchangeModulus()))
                .isEqualTo("bab33caf111da5d37fcf0ed0069c59c87358ef285d8670d30de94675e98aa05796723a2f5062aaeb"
                        + "f52387216e7fd1b3e9fc916f74d05e5971f62b4c46f2fb15");
        assertThat(HexFormat.of()
                        .formatHex(Digests.sha256(
                                value(CONTAINER, KeyContainer.SIGNATURE).data())))
                .isEqualTo("59b1ca4572d4a7d450befae6bc5b0e803c22573eaa8c80ddefa7c77b0a4966bc");
        assertThat(HexFormat.of()
                        .formatHex(Digests.sha256(
                                SessionKey.create(HERE, INSTALLATION).wrap(CONTAINER, INSTALLATION))))
                .isEqualTo("c579f76c8a8e8c2fe7abfcfab740c9b80524eeddc3bd1330a6237f77a99279b9");
    }

    @Test
    void aForeignMachineKeyIsABadSignature() {
        assertThat(Codes.of(() -> read(CONTAINER.encode(HERE), ELSEWHERE))).isEqualTo(Win32Error.NTE_BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {KeyContainer.EXCHANGE, KeyContainer.SIGNATURE})
    void damageIsABadKeyState(String half) {
        byte[] good = value(CONTAINER, half).data();
        for (int i = 0; i < good.length; i++) {
            byte[] flipped = good.clone();
            flipped[i] ^= 0x10;
            assertThat(codeOf(half, RegistryValue.binary(flipped)))
                    .as("byte %s", i)
                    .isEqualTo(Win32Error.NTE_BAD_KEY_STATE);
        }
        for (int length = 0; length < good.length; length++) {
            assertThat(codeOf(half, RegistryValue.binary(Arrays.copyOf(good, length))))
                    .as("length %s", length)
                    .isIn(Win32Error.NTE_KEYSET_ENTRY_BAD, Win32Error.NTE_BAD_KEY_STATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KeyContainer.EXCHANGE, KeyContainer.SIGNATURE})
    void aMissingPairIsNoKeyAndAnotherTypeABadEntry(String half) {
        SortedMap<String, RegistryValue> values = new TreeMap<>(CONTAINER.encode(HERE));
        RegistryValue removed = Objects.requireNonNull(values.remove(half));

        assertThat(Codes.of(() -> read(values, HERE))).isEqualTo(Win32Error.NTE_NO_KEY);
        assertThat(removed.size()).isGreaterThan(64);
        assertThat(codeOf(half, RegistryValue.sz("text"))).isEqualTo(Win32Error.NTE_KEYSET_ENTRY_BAD);
        assertThat(codeOf(half, RegistryValue.binary())).isEqualTo(Win32Error.NTE_KEYSET_ENTRY_BAD);
    }

    @Test
    @DisplayName("S3-15: the session key follows from machine key and installation, and from nothing else")
    void theSessionKeyFollowsFromTheMachineKey() {
        SessionKey key = SessionKey.create(HERE, INSTALLATION);

        assertThat(SessionKey.create(HERE, INSTALLATION)).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(SessionKey.create(ELSEWHERE, INSTALLATION)).isNotEqualTo(key);
        assertThat(SessionKey.create(HERE, new byte[SessionKey.INSTALLATION_BYTES]))
                .isNotEqualTo(key);
        assertThat(key.toString()).isEqualTo("SessionKey");
    }

    @Test
    void theOwnerOfTheContainerUnwrapsTheSessionKey() {
        SessionKey key = SessionKey.create(HERE, INSTALLATION);
        byte[] blob = key.wrap(CONTAINER, INSTALLATION);

        SessionKey unwrapped = SessionKey.unwrap(read(CONTAINER.encode(HERE), HERE), blob);

        assertThat(blob).hasSize(SessionKey.BLOB_BYTES);
        assertThat(unwrapped).isEqualTo(key);
        assertThat(unwrapped.open("x", key.seal("x", INSTALLATION))).isEqualTo(INSTALLATION);
    }

    @Test
    void everyChangeOfTheBlobIsABadSignature() {
        byte[] blob = SessionKey.create(HERE, INSTALLATION).wrap(CONTAINER, INSTALLATION);
        for (int i = 0; i < blob.length; i++) {
            byte[] flipped = blob.clone();
            flipped[i] ^= (byte) 0x81;
            assertThat(Codes.of(() -> SessionKey.unwrap(CONTAINER, flipped)))
                    .as("byte %s", i)
                    .isEqualTo(Win32Error.NTE_BAD_SIGNATURE);
            byte[] cut = Arrays.copyOf(blob, i);
            assertThat(Codes.of(() -> SessionKey.unwrap(CONTAINER, cut))).isEqualTo(Win32Error.NTE_BAD_SIGNATURE);
        }
    }

    @Test
    void anotherContainerCannotUnwrapIt() {
        byte[] blob = SessionKey.create(HERE, INSTALLATION).wrap(CONTAINER, INSTALLATION);
        KeyContainer other = KeyContainer.generate("Test", new SeededRandom(5));

        assertThat(Codes.of(() -> SessionKey.unwrap(other, blob))).isEqualTo(Win32Error.NTE_BAD_SIGNATURE);
    }

    @Test
    void aKeyForAnotherExchangePairIsABadKey() {
        byte[] blob = SessionKey.create(HERE, INSTALLATION).wrap(CONTAINER, INSTALLATION);
        SortedMap<String, RegistryValue> mixed = new TreeMap<>(CONTAINER.encode(HERE));
        RegistryValue foreign = value(KeyContainer.generate("Test", new SeededRandom(5)), KeyContainer.EXCHANGE);
        RegistryValue own = mixed.put(KeyContainer.EXCHANGE, foreign);

        assertThat(own).isNotEqualTo(foreign);
        assertThat(Codes.of(() -> SessionKey.unwrap(read(mixed, HERE), blob))).isEqualTo(Win32Error.NTE_BAD_KEY);
    }

    private static RegistryValue value(KeyContainer container, String half) {
        return Objects.requireNonNull(container.encode(HERE).get(half));
    }

    private static Win32Error codeOf(String half, RegistryValue value) {
        SortedMap<String, RegistryValue> values = new TreeMap<>(CONTAINER.encode(HERE));
        values.put(half, value);
        return Codes.of(() -> read(values, HERE));
    }

    private static KeyContainer read(Map<String, RegistryValue> values, MachineKey machineKey) {
        return KeyContainer.decode("Test", name -> Optional.ofNullable(values.get(name)), machineKey);
    }
}
