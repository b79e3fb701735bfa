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
import static ntbed.component.protectedstorage.TestStores.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import ntbed.machine.Machine;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The start-up decision table: one test a row. */
class StartUpTest {
    @Test
    @DisplayName("PS4-05: without psbase.dll the service ends with 2148270082")
    void noLibrary() {
        Machine machine = broken(fault -> fault.deleteFile(PSBASE));

        assertThat(errors(machine))
                .containsExactly(
                        "7024 The Protected Storage service terminated with service-specific error 2148270082.");
    }

    @Test
    @DisplayName("PS4-06: a provider record that is not well formed ends it with 2148270091")
    void malformedStore() {
        Machine machine = broken(
                fault -> fault.setValue(OWNER + Store.PROVIDER, Store.ITEM_DATA, RegistryValue.binary(new byte[0])));

        assertThat(errors(machine)).containsExactly("7024 " + MISMATCH);
        assertThat(runs(machine)).isFalse();
    }

    @Test
    @DisplayName("PS4-07: an altered pstores.exe ends with 2148270091 though the store is well formed")
    void alteredProgram() {
        byte[] content = TestStores.content(server(), PSTORES);
        Machine machine = broken(fault -> fault.overwriteFile(PSTORES, Arrays.copyOf(content, content.length + 8_192)));

        assertThat(errors(machine)).containsExactly("7024 " + MISMATCH);
    }

    @Test
    @DisplayName("PS4-08: a store that SYSTEM may not open ends it with 2148270087")
    void closedStore() {
        SecurityDescriptor closed = SecurityDescriptor.of(
                Sid.ADMINISTRATORS, AccessControlEntry.allow(Sid.EVERYONE, AccessMask.READ_CONTROL));
        Machine machine = with(builder -> builder.security(Store.MACHINE_ROOT, closed));

        assertThat(errors(machine))
                .containsExactly(
                        "7024 The Protected Storage service terminated with service-specific error 2148270087.");
    }

    @Test
    @DisplayName("PS4-09: without a store the service makes an empty one and runs")
    void noStore() {
        Machine machine = broken(fault -> fault.deleteKey(Store.MACHINE_ROOT));

        assertThat(errors(machine)).isEmpty();
        assertThat(runs(machine)).isTrue();
        assertThat(machine.asSystem().registry().value(OWNER + Store.PROVIDER, Store.ITEM_DATA))
                .isPresent();
    }

    @Test
    @DisplayName("PS4-10: with everything well formed it runs")
    void healthy() {
        Machine machine = booted(server());

        assertThat(errors(machine)).isEmpty();
        assertThat(runs(machine)).isTrue();
    }
}
