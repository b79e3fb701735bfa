package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;

import ntbed.crypto.KeyContainers;
import ntbed.crypto.MachineKey;
import ntbed.crypto.SessionKey;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.lab.FaultInjector;
import ntbed.machine.lab.MachineBuilder;
import ntbed.process.ServiceStatus;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorruptionTest {
    private static final MachineImage SERVER = IisMachines.server();
    private static final String CONTAINER = KeyContainers.path(Layout.CONTAINER);
    private static final int TREE = MetabaseFile.HEADER + SessionKey.BLOB_BYTES;

    @ParameterizedTest
    @CsvSource({
        "0, 2148321282", // the mark
        "5, 2148321282", // the version
        "70, 2148073478", // the session-key blob
        "-20, 2148073477" // the last secure value
    })
    @DisplayName(
            "one byte of the header's mark, the session key, a secure value: event 7024, each with a code of its own")
    void oneByteWithACodeOfItsOwn(int offset, String code) {
        Machine machine = IisMachines.booted(flipped(offset), 1);

        assertThat(IisMachines.events(machine, 7024))
                .containsExactly("The IIS Admin Service service terminated with service-specific error " + code + ".");
        assertThat(IisMachines.events(machine, 7023)).isEmpty();
        assertThat(IisMachines.events(machine, 7001)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40, TREE, TREE + 100})
    @DisplayName("Q271867: one byte of the tree or the header's rest is 2140 for each service, and IIS logs nothing")
    void oneByteOfTheTree(int offset) {
        internalError(flipped(offset));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 300})
    @DisplayName("Q271867: a file that ends early is 2140")
    void truncated(int length) {
        internalError(
                FaultInjector.on(SERVER).truncateFile(IisMachines.FILE, length).image());
    }

    private static void internalError(MachineImage damaged) {
        Machine machine = IisMachines.booted(damaged, 1);

        assertThat(IisMachines.events(machine, 7024)).isEmpty();
        assertThat(IisMachines.events(machine, 7023))
                .hasSize(1)
                .allMatch(text -> text.startsWith("The IIS Admin Service service terminated with the following error:"))
                .allMatch(text -> text.strip().endsWith("An internal Windows NT error occurred."));
        assertThat(IisMachines.events(machine, 7001))
                .hasSize(4)
                .allMatch(text -> text.strip().endsWith("An internal Windows NT error occurred."));
        assertThat(machine.asSystem().eventLog().readEventLog(Log.SYSTEM))
                .noneMatch(event ->
                        event.source().startsWith("IIS") || event.source().equals("W3SVC"));
    }

    @ParameterizedTest
    @CsvSource({
        "Exchange, 2148073485, missing",
        "Signature, 2148073485, missing",
        "Exchange, 2148073483, damaged",
        "Signature, 2148073483, damaged",
        "Exchange, 2148073498, text",
        "Signature, 2148073475, otherpair"
    })
    @DisplayName("the codes of a key container that is not as it was")
    void theContainersCodes(String half, String code, String fault) {
        FaultInjector faults = FaultInjector.on(SERVER);
        byte[] bytes =
                MachineBuilder.of(SERVER).value(CONTAINER, half).orElseThrow().data();
        switch (fault) {
            case "missing" -> faults.deleteValue(CONTAINER, half);
            case "damaged" -> {
                bytes[50] ^= 1;
                faults.setValue(CONTAINER, half, RegistryValue.binary(bytes));
            }
            case "text" -> faults.setValue(CONTAINER, half, RegistryValue.sz("text"));
            default -> {
                // Nothing is wrong but the other pair: a session key signed for it and encrypted for another.
                faults.setValue(CONTAINER, "Exchange", CodeMachines.otherExchange(SERVER));
            }
        }

        assertThat(IisMachines.events(IisMachines.booted(faults.image(), 1), 7024))
                .containsExactly("The IIS Admin Service service terminated with service-specific error " + code + ".");
    }

    @Test
    @DisplayName("NTE_BAD_KEYSET 2148073494: the key container is missing (decision D8)")
    void noContainer() {
        fails(FaultInjector.on(SERVER).deleteKey(CONTAINER).image(), "2148073494");
    }

    @Test
    @DisplayName("NTE_FAIL 2148073504: there is no machine key")
    void noMachineKey() {
        fails(FaultInjector.on(SERVER).deleteKey(MachineKey.KEY).image(), "2148073504");
    }

    @Test
    @DisplayName("NTE_PERM 2148073488: the key container is closed to SYSTEM")
    void closedContainer() {
        SecurityDescriptor closed = SecurityDescriptor.of(
                Sid.ADMINISTRATORS, AccessControlEntry.allow(Sid.ADMINISTRATORS, AccessMask.WRITE_DAC));
        fails(MachineBuilder.of(SERVER).security(CONTAINER, closed).build(), "2148073488");
    }

    private static void fails(MachineImage image, String code) {
        assertThat(IisMachines.events(IisMachines.booted(image, 1), 7024))
                .containsExactly("The IIS Admin Service service terminated with service-specific error " + code + ".");
    }

    @Test
    @DisplayName("X-03: with Protected Storage down IISADMIN fails with 7001, not with 7024")
    void protectedStorageDownIsNoKeyMismatch() {
        Machine machine = IisMachines.booted(
                FaultInjector.on(SERVER)
                        .deleteFile("C:\\WINNT\\System32\\pstores.exe")
                        .image(),
                1);

        assertThat(IisMachines.events(machine, 7024)).isEmpty();
        assertThat(IisMachines.events(machine, 7001))
                .anyMatch(text -> text.startsWith(
                        "The IIS Admin Service service depends on the Protected Storage service which failed"));
    }

    @Test
    @DisplayName("Q218458: without NTLMSSP it is 7003")
    void ntlmsspMissing() {
        Machine machine = IisMachines.booted(
                FaultInjector.on(SERVER).deleteKey(Layout.SERVICES + "NtLmSsp").image(), 1);

        assertThat(IisMachines.events(machine, 7003)).anyMatch(text -> text.contains("NTLMSSP"));
        assertThat(IisMachines.state(machine, "IISADMIN")).isEqualTo(ServiceStatus.STOPPED);
    }

    private static MachineImage flipped(int offset) {
        int at = offset < 0 ? CodeMachines.file(SERVER).length + offset : offset;
        return FaultInjector.on(SERVER).flipByte(IisMachines.FILE, at, 0x21).image();
    }
}
