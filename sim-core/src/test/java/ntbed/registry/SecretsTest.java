package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final RegistryValue BYTES = RegistryValue.binary((byte) 0xAB, (byte) 0xCD);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HKEY_LOCAL_MACHINE\\SECURITY\\Policy\\MachineKey",
                "HKEY_LOCAL_MACHINE\\Security\\Policy\\machinekey",
                "HKEY_LOCAL_MACHINE\\SAM\\SAM\\Domains\\Account\\Users\\000001F4",
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\MachineKeys\\Any",
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Protected Storage System Provider\\*Local Machine*",
                "HKEY_CURRENT_USER\\Software\\Microsoft\\Cryptography\\UserKeys\\Any",
                "HKEY_USERS\\S-1-5-21-1-2-3-500\\Software\\Microsoft\\Protected Storage System Provider\\S"
            })
    void bytesOfSecretKeysAreCounted(String path) {
        assertThat(Secrets.shown(path, BYTES)).isEqualTo("REG_BINARY: (2 bytes)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HKEY_LOCAL_MACHINE\\SYSTEM\\Select",
                "HKEY_LOCAL_MACHINE\\SECURITYX",
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\CryptographyX",
                "HKEY_USERS",
                "HKEY_USERS\\.DEFAULT"
            })
    void othersAreShown(String path) {
        assertThat(Secrets.shown(path, BYTES)).isEqualTo("REG_BINARY: ab cd");
    }

    @Test
    void numbersAndTextAreNoSecret() {
        assertThat(Secrets.shown("HKEY_LOCAL_MACHINE\\SAM\\SAM", RegistryValue.dword(5)))
                .isEqualTo("REG_DWORD: 0x5");
    }
}
