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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ntbed.eventlog.EventLogApi.Log;
import ntbed.eventlog.EventRecord;
import ntbed.eventlog.EventType;
import ntbed.filesystem.FileVersion;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.machine.lab.FaultInjector;
import ntbed.process.Desktop;
import ntbed.process.ImageFile;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.tool.net.Net;
import ntbed.tool.services.ServicesApplet;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The start-up decision table: one test a row. */
class StartUpTest {
    private static final String IMAGEHLP = "C:\\WINNT\\System32\\imagehlp.dll";

    @Test
    @DisplayName("PS4-01: without the service entry nothing is said of it; a dependant logs 7003")
    void noEntry() {
        Machine machine = booted(FaultInjector.on(TestStores.withDependant())
                .deleteKey(ServiceEntry.KEY)
                .image());

        assertThat(errors(machine))
                .containsExactly("7003 The IIS Admin Service service depends on the following nonexistent service: "
                        + "ProtectedStorage");
    }

    @Test
    @DisplayName("PS4-02: a missing folder in ImagePath is 7000 with error 3")
    void noFolder() {
        Machine machine = broken(fault -> fault.setValue(
                ServiceEntry.KEY, "ImagePath", RegistryValue.expandSz("%SystemRoot%\\Gone\\pstores.exe")));

        assertThat(errors(machine))
                .containsExactly("7000 The Protected Storage service failed to start due to the following error: \n"
                        + "The system cannot find the path specified.");
    }

    @Test
    @DisplayName("PS4-03: a missing pstores.exe is 7000 with error 2")
    void noProgram() {
        Machine machine = broken(fault -> fault.deleteFile(PSTORES));

        assertThat(errors(machine))
                .containsExactly("7000 The Protected Storage service failed to start due to the following error: \n"
                        + "The system cannot find the file specified.");
    }

    @Test
    @DisplayName("PS4-04: without RPC it is 7001; RPC itself has its own event")
    void noRpc() {
        Machine machine = broken(fault -> fault.deleteFile("C:\\WINNT\\System32\\rpcss.exe"));

        assertThat(errors(machine))
                .contains(
                        "7001 The Protected Storage service depends on the Remote Procedure Call (RPC) Service service"
                                + " which failed to start because of the following error: \n"
                                + "The system cannot find the file specified.")
                .noneMatch(text -> text.startsWith("7024"));
    }

    @Test
    @DisplayName("PS4-11: with an imagehlp.dll that is too old its process is not made: error 127")
    void oldImageHelper() {
        Machine machine = with(builder ->
                builder.image(IMAGEHLP, ImageFile.of("library"), Optional.of(new FileVersion(4, 0, 1381, 1))));

        assertThat(errors(machine))
                .containsExactly("7000 The Protected Storage service failed to start due to the following error: \n"
                        + "The specified procedure could not be found.");
    }

    @Test
    @DisplayName("PS-05: every row of the start-up table gives its own result, but 6 and 7, which share the number")
    void rowsDoNotOverlap() {
        List<Consumer<FaultInjector>> rows = List.of(
                fault -> fault.deleteKey(ServiceEntry.KEY),
                fault -> fault.setValue(
                        ServiceEntry.KEY, "ImagePath", RegistryValue.expandSz("%SystemRoot%\\Gone\\pstores.exe")),
                fault -> fault.deleteFile(PSTORES),
                fault -> fault.deleteFile("C:\\WINNT\\System32\\rpcss.exe"),
                fault -> fault.deleteFile(PSBASE),
                fault -> fault.deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA),
                fault -> fault.deleteFile(IMAGEHLP));
        Set<List<String>> results = new LinkedHashSet<>();
        for (Consumer<FaultInjector> row : rows) {
            FaultInjector fault = FaultInjector.on(TestStores.withDependant());
            row.accept(fault);
            results.add(errors(booted(fault.image())));
        }
        assertThat(results).hasSize(rows.size());
    }

    @Test
    @DisplayName("PS4-07: psbase.dll of a virus's making is the same number, and so is a copy on a remapped drive")
    void otherImages() {
        Machine library = broken(
                fault -> fault.overwriteFile(PSBASE, ImageFile.of("library").encode()));
        Machine drive = with(builder -> {
            builder.file("M:\\pstores.exe", TestStores.content(server(), PSTORES));
            builder.set(ServiceEntry.KEY, "ImagePath", RegistryValue.sz("M:\\pstores.exe"));
        });

        assertThat(errors(library)).containsExactly("7024 " + MISMATCH);
        assertThat(errors(drive)).containsExactly("7024 " + MISMATCH);
    }

    @Test
    @DisplayName("PS4-09: the store that the service made is SYSTEM's alone, on every key")
    void securityOfTheStore() {
        for (Machine machine : List.of(booted(server()), broken(fault -> fault.deleteKey(Store.MACHINE_ROOT)))) {
            assertSystemOnly(
                    machine.asSystem().registry().tree(Store.MACHINE_ROOT).orElseThrow());
        }
    }

    private static void assertSystemOnly(KeyTree key) {
        assertThat(key.security()).as(key.name()).isEqualTo(Store.SYSTEM_ONLY);
        key.subkeys().forEach(StartUpTest::assertSystemOnly);
    }

    @Test
    @DisplayName("PS-01, PS-02: the record of 7024, number unsigned")
    void theRecord() {
        Machine machine = broken(fault -> fault.deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA));
        EventRecord found = machine.asSystem().eventLog().readEventLog(Log.SYSTEM).stream()
                .filter(entry -> entry.eventId() == 7024)
                .findFirst()
                .orElseThrow();

        assertThat(machine.asSystem().eventLog().description(found)).isEqualTo(MISMATCH);
        assertThat(found.source()).isEqualTo("Service Control Manager");
        assertThat(found.type()).isEqualTo(EventType.ERROR);
        assertThat(found.category()).isZero();
        assertThat(found.user()).isEmpty();
        assertThat(found.computer()).isEqualTo("NTSERVER");
    }

    @Test
    @DisplayName(
            "PS-03: the message at start-up comes once, and only for an automatic service whose ErrorControl is not 0")
    void theMessage() {
        Machine machine = broken(fault -> fault.deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA));
        machine.logOn("Administrator", "");
        machine.settle();
        assertThat(machine.desktop().shown()).hasSize(1);
        assertThat(machine.desktop().shown().get(0).text())
                .isEqualTo("At least one service or driver failed during system startup.  Use Event Viewer to examine"
                        + " the event log for details.");

        for (String name : List.of("Start", "ErrorControl")) {
            Machine quiet = broken(fault -> fault.deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA)
                    .setValue(ServiceEntry.KEY, name, RegistryValue.dword(name.equals("Start") ? 3 : 0)));
            quiet.logOn("Administrator", "");
            quiet.settle();
            assertThat(quiet.desktop().shown()).as(name).isEmpty();
        }
    }

    @Test
    @DisplayName("PS4: a manual start of a corrupt store: dialog 2140, net's 3523 and 3547, one more 7024 each")
    void manualStart() {
        Machine machine = broken(fault -> fault.deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA));
        Win32 administrator = machine.logOn("Administrator", "");
        machine.settle();

        ServicesApplet applet = ServicesApplet.open(administrator);
        assertThat(applet.start("Protected Storage")).isFalse();
        machine.settle();
        assertThat(machine.desktop().shown())
                .last()
                .extracting(Desktop.Dialog::text)
                .asString()
                .startsWith("Could not start the Protected Storage service on \\\\NTSERVER.")
                .contains("Error 2140", "An internal Windows NT error occurred.");
        applet.close();
        Net.Result result = Net.run(administrator, "start ProtectedStorage");
        assertThat(String.join("\n", result.lines()))
                .contains("The Protected Storage service could not be started.")
                .contains("A service specific error occurred: 2148270091.");
        assertThat(errors(machine)).containsExactly("7024 " + MISMATCH, "7024 " + MISMATCH, "7024 " + MISMATCH);
    }

    @Test
    @DisplayName("PS4: dependants of a corrupt store are 7001 with the text of 1066")
    void dependants() {
        Machine machine = booted(FaultInjector.on(TestStores.withDependant())
                .deleteValue(OWNER + Store.PROVIDER, Store.ITEM_DATA)
                .image());

        assertThat(errors(machine))
                .containsExactly(
                        "7024 " + MISMATCH,
                        "7001 The IIS Admin Service service depends on the Protected Storage service which failed to"
                                + " start because of the following error: \n"
                                + "The service has returned a service-specific error code.");
    }

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
