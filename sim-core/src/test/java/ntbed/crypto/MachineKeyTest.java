package ntbed.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import ntbed.registry.RegistryValue;
import ntbed.time.SeededRandom;
import org.junit.jupiter.api.Test;

class MachineKeyTest {
    private final MachineKey key = MachineKey.generate(new SeededRandom(1).fork("machine key"));

    @Test
    void theRegistryFormLeadsBack() {
        assertThat(MachineKey.decode(key.encode())).contains(key);
        assertThat(key.encode().size()).isEqualTo(MachineKey.BYTES);
    }

    @Test
    void otherDataIsNoMachineKey() {
        assertThat(MachineKey.decode(RegistryValue.binary())).isEmpty();
        assertThat(MachineKey.decode(RegistryValue.binary(new byte[31]))).isEmpty();
        assertThat(MachineKey.decode(RegistryValue.sz("fifteen letters"))).isEmpty();
    }

    @Test
    void sameChanceSameKeyOtherChanceOtherKey() {
        MachineKey again = MachineKey.generate(new SeededRandom(1).fork("machine key"));
        MachineKey other = MachineKey.generate(new SeededRandom(2).fork("machine key"));

        assertThat(again).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(again.fingerprint()).isEqualTo(key.fingerprint());
        assertThat(other).isNotEqualTo(key);
        assertThat(other.fingerprint()).isNotEqualTo(key.fingerprint());
    }

    @Test
    void theSecretIsNeverShown() {
        String secret = HexFormat.of().formatHex(key.bytes());

        assertThat(key.fingerprint()).hasSize(8);
        assertThat(secret).doesNotContain(key.fingerprint());
        assertThat(key).hasToString("MachineKey[" + key.fingerprint() + "]");
    }

    @Test
    void nobodyCanChangeItFromOutside() {
        key.bytes()[0] ^= 1;

        assertThat(MachineKey.decode(key.encode())).contains(key);
        assertThat(key).isEqualTo(MachineKey.generate(new SeededRandom(1).fork("machine key")));
    }
}
