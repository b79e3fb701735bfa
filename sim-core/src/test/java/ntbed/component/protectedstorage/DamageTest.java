package ntbed.component.protectedstorage;

import static ntbed.component.protectedstorage.TestStores.MISMATCH;
import static ntbed.component.protectedstorage.TestStores.OWNER;
import static ntbed.component.protectedstorage.TestStores.PSBASE;
import static ntbed.component.protectedstorage.TestStores.PSTORES;
import static ntbed.component.protectedstorage.TestStores.booted;
import static ntbed.component.protectedstorage.TestStores.broken;
import static ntbed.component.protectedstorage.TestStores.errors;
import static ntbed.component.protectedstorage.TestStores.runs;
import static ntbed.component.protectedstorage.TestStores.server;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import ntbed.machine.lab.FaultInjector;
import ntbed.registry.HiveImage;
import ntbed.registry.HiveMount;
import ntbed.registry.RegistryValue;
import ntbed.win32.Win32Error;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store or an image that is not as it was made: always a clear result, never anything else. */
class DamageTest {
    private static byte[] stored(String key, String value) {
        HiveImage software = Objects.requireNonNull(server().hives().get(HiveMount.SOFTWARE));
        String path = key.substring("HKEY_LOCAL_MACHINE\\SOFTWARE\\".length());
        return software.root()
                .descend(path)
                .orElseThrow()
                .value(value)
                .orElseThrow()
                .data();
    }

    private static Consumer<FaultInjector> fault(Malformation reason) {
        String key = OWNER + Store.PROVIDER;
        byte[] data = stored(key, Store.ITEM_DATA);
        byte[] flipped = data.clone();
        flipped[StoreRecord.HEADER_BYTES] ^= 1;
        byte[] headless = data.clone();
        headless[0] ^= 1;
        Optional<RegistryValue> value = switch (reason) {
            case MISSING_KEY, MISSING_RECORD -> Optional.empty();
            case WRONG_TYPE -> Optional.of(RegistryValue.sz("text"));
            case EMPTY -> Optional.of(RegistryValue.binary(new byte[0]));
            case BAD_LENGTH -> Optional.of(RegistryValue.binary(Arrays.copyOf(data, data.length - 1)));
            case BAD_HEADER -> Optional.of(RegistryValue.binary(headless));
            case WRONG_DIGEST -> Optional.of(RegistryValue.binary(flipped));
            case BAD_CONTENT -> Optional.of(StoreRecord.of(new byte[] {1}).encode());
        };
        if (value.isPresent()) {
            assertThat(StoreRecord.read(value).malformation().orElse(Malformation.BAD_CONTENT))
                    .isEqualTo(reason);
            return fault -> fault.setValue(key, Store.ITEM_DATA, value.get());
        }
        return reason == Malformation.MISSING_KEY
                ? fault -> fault.deleteKey(key)
                : fault -> fault.deleteValue(key, Store.ITEM_DATA);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("PS4-06: every reason why a store is not well formed gives 2148270091")
    void everyReason(Malformation reason) {
        assertThat(reason.error()).isEqualTo(Win32Error.PST_E_DISK_IMAGE_MISMATCH);
        assertThat(reason.shown())
                .isEqualTo(reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        assertThat(errors(broken(fault(reason)))).containsExactly("7024 " + MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({Store.PROVIDER + "," + Store.ITEM_DATA, Store.MASTER_KEY + "," + Store.MASTER_KEY_VALUE})
    @DisplayName("PS4-06: every truncation and every flipped byte of the records gives 2148270091")
    void everyDamageOfARecord(String key, String value) {
        for (byte[] damaged : TestStores.damaged(stored(OWNER + key, value))) {
            assertThat(errors(broken(fault -> fault.setValue(OWNER + key, value, RegistryValue.binary(damaged)))))
                    .containsExactly("7024 " + MISMATCH);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\" + Store.LOCAL_MACHINE,
                "\\" + Store.LOCAL_MACHINE + "\\Data",
                "\\" + Store.LOCAL_MACHINE + "\\Data 2"
            })
    void everyMissingPartIsAClearResult(String part) {
        var machine = broken(fault -> fault.deleteKey(Store.MACHINE_ROOT + part));

        assertThat(runs(machine)).isEqualTo(part.isEmpty());
        assertThat(errors(machine)).hasSize(part.isEmpty() ? 0 : 1);
    }

    @Test
    @DisplayName("PS4-07: every truncation and every flipped byte of pstores.exe is 7000 with 193 or 7024")
    void everyDamageOfTheProgram() {
        for (byte[] damaged : TestStores.damaged(TestStores.content(server(), PSTORES))) {
            assertThat(errors(broken(fault -> fault.overwriteFile(PSTORES, damaged))))
                    .hasSize(1)
                    .allMatch(
                            text -> (text.startsWith("7000 ") && text.contains("is not a valid Windows NT application"))
                                    || text.equals("7024 " + MISMATCH));
        }
    }

    @Test
    @DisplayName("PS4-07: every truncation and every flipped byte of psbase.dll is 7024 with 2148270091")
    void everyDamageOfTheLibrary() {
        for (byte[] damaged : TestStores.damaged(TestStores.content(server(), PSBASE))) {
            assertThat(errors(broken(fault -> fault.overwriteFile(PSBASE, damaged))))
                    .containsExactly("7024 " + MISMATCH);
        }
    }

    @Test
    void aStoreKeyThatIsSomethingElseIsAClearResult() {
        for (RegistryValue value : List.of(RegistryValue.dword(1), RegistryValue.multiSz("a"))) {
            var machine = booted(FaultInjector.on(server())
                    .setValue(OWNER + Store.MASTER_KEY, Store.MASTER_KEY_VALUE, value)
                    .image());
            assertThat(errors(machine)).containsExactly("7024 " + MISMATCH);
        }
    }
}
