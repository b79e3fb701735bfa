package ntbed.component.protectedstorage;

import static ntbed.component.protectedstorage.TestStores.OWNER;
import static ntbed.component.protectedstorage.TestStores.booted;
import static ntbed.component.protectedstorage.TestStores.server;
import static ntbed.component.protectedstorage.TestStores.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ntbed.machine.Machine;
import ntbed.machine.Win32;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.registry.regfile.RegFile;
import ntbed.security.Privilege;
import ntbed.security.Sid;
import ntbed.tool.net.Net;
import ntbed.trace.TraceText;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ItemStoreTest {
    static final String TYPE = "{01234567-89ab-cdef-0123-456789abcdef}";
    static final String SUBTYPE = "{fedcba98-7654-3210-fedc-ba9876543210}";
    static final String PLACE = Store.DATA + "\\" + TYPE + "\\" + SUBTYPE;
    static final String ITEM = "dial-up";
    static final byte[] SECRET = "correct horse battery".getBytes(StandardCharsets.UTF_8);

    private static ProtectedStorageClient machineStore(Machine machine) {
        return ProtectedStorageClient.localMachine(machine.asSystem());
    }

    /** A running machine whose machine store holds one item. */
    static Machine withItem(long seed) {
        Machine machine = Machine.powerOn(server(), seed);
        var unused = machine.boot();
        put(machineStore(machine));
        return machine;
    }

    private static void put(ProtectedStorageClient store) {
        store.createType(TYPE, "Passwords");
        store.createSubtype(TYPE, SUBTYPE, "Dial-up");
        store.writeItem(TYPE, SUBTYPE, ITEM, SECRET);
    }

    private static void assertError(ThrowingCallable call, Win32Error error) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Win32Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    @Test
    void anItemIsReadAsItWasWrittenAlsoAfterARestart() {
        Machine machine = withItem(1);
        assertThat(machineStore(machine).readItem(TYPE, SUBTYPE, ITEM)).isEqualTo(SECRET);

        var unused = machine.restart().boot();

        assertThat(machineStore(machine).readItem(TYPE, SUBTYPE, ITEM)).isEqualTo(SECRET);
        assertThat(machineStore(machine).items(TYPE, SUBTYPE)).containsExactly(ITEM);
        assertThat(machineStore(machine).subtypes(TYPE)).containsExactly(SUBTYPE);
        assertThat(machineStore(machine).types()).containsExactly(TYPE, Store.CONFIGURATION);
    }

    @Test
    void theRegistryHoldsTheLayoutAndNoPlainText() {
        Machine machine = withItem(1);
        KeyTree item =
                machine.asSystem().registry().tree(OWNER + PLACE + "\\" + ITEM).orElseThrow();

        assertThat(item.value(Store.DISPLAY_STRING)).contains(RegistryValue.sz(ITEM));
        assertThat(item.value(Store.BEHAVIOR)).contains(RegistryValue.dword(0));
        byte[] data = item.value(Store.ITEM_DATA).orElseThrow().data();
        assertThat(HexFormat.of().formatHex(data)).doesNotContain(HexFormat.of().formatHex(SECRET, 0, 8));
        assertThat(item.security()).isEqualTo(Store.SYSTEM_ONLY);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherGivesOthers() {
        Function<Long, RegistryValue> data = seed -> withItem(seed)
                .asSystem()
                .registry()
                .value(OWNER + PLACE + "\\" + ITEM, Store.ITEM_DATA)
                .orElseThrow();

        assertThat(data.apply(3L)).isEqualTo(data.apply(3L)).isNotEqualTo(data.apply(4L));
    }

    @Test
    void itemsAndTypesGoAway() {
        Machine machine = withItem(1);
        ProtectedStorageClient store = machineStore(machine);

        store.deleteItem(TYPE, SUBTYPE, ITEM);
        assertThat(store.items(TYPE, SUBTYPE)).isEmpty();
        store.deleteSubtype(TYPE, SUBTYPE);
        store.deleteType(TYPE);
        assertThat(store.types()).containsExactly(Store.CONFIGURATION);
    }

    /**
     * What asks for the impossible, and the code of the refusal.
     *
     * @param request lines of a request to the endpoint, made by somebody who may do all
     */
    record Refusal(Win32Error error, String request) {}

    static Stream<Refusal> refusals() {
        String place = TYPE + "\n" + SUBTYPE;
        String other = "{00000000-0000-0000-0000-000000000000}";
        return Stream.of(
                new Refusal(Win32Error.PST_E_FAIL, "CreateType\n1\n" + other),
                new Refusal(Win32Error.PST_E_FAIL, "WriteItem\n1\n" + place + "\nx\nzz\n0"),
                new Refusal(Win32Error.PST_E_TYPE_EXISTS, "CreateType\n1\n" + TYPE + "\nAgain"),
                new Refusal(Win32Error.PST_E_TYPE_EXISTS, "CreateSubtype\n1\n" + place + "\nAgain"),
                new Refusal(Win32Error.PST_E_TYPE_NO_EXISTS, "CreateSubtype\n1\n" + other + "\n" + SUBTYPE + "\nNew"),
                new Refusal(Win32Error.PST_E_TYPE_NO_EXISTS, "EnumSubtypes\n1\n" + other),
                new Refusal(Win32Error.PST_E_TYPE_NO_EXISTS, "ReadItem\n1\n" + TYPE + "\n" + other + "\n" + ITEM),
                new Refusal(Win32Error.PST_E_NO_PERMISSIONS, "DeleteType\n1\n" + Store.CONFIGURATION),
                new Refusal(
                        Win32Error.PST_E_NO_PERMISSIONS,
                        "ReadItem\n1\n" + Store.CONFIGURATION + "\n" + Store.PROVIDER_LIST + "\n"
                                + Store.BASE_PROVIDER),
                new Refusal(Win32Error.PST_E_BAD_FLAGS, "EnumTypes\n2"),
                new Refusal(Win32Error.PST_E_BAD_FLAGS, "WriteItem\n1\n" + place + "\nx\n00\n1"),
                new Refusal(Win32Error.PST_E_ITEM_EXISTS, "WriteItem\n1\n" + place + "\n" + ITEM + "\n00\n2"),
                new Refusal(Win32Error.PST_E_ITEM_NO_EXISTS, "ReadItem\n1\n" + place + "\nother"),
                new Refusal(Win32Error.PST_E_ITEM_NO_EXISTS, "DeleteItem\n1\n" + place + "\nother"),
                new Refusal(Win32Error.PST_E_NOTEMPTY, "DeleteType\n1\n" + TYPE),
                new Refusal(Win32Error.PST_E_NOTEMPTY, "DeleteSubtype\n1\n" + place),
                new Refusal(Win32Error.PST_E_INVALID_STRING, "DeleteType\n1\nno guid"),
                new Refusal(Win32Error.PST_E_INVALID_STRING, "CreateType\n1\n" + other + "\n"),
                new Refusal(Win32Error.PST_E_INVALID_STRING, "ReadItem\n1\n" + place + "\na\\b"),
                new Refusal(Win32Error.PST_E_NYI, "SetRules\n1"),
                new Refusal(Win32Error.PST_E_NYI, ""));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyCodeArises(Refusal refusal) {
        Machine machine = withItem(1);

        assertError(
                () -> machine.asSystem().call("protected_storage", refusal.request.getBytes(StandardCharsets.UTF_8)),
                refusal.error);
    }

    @Test
    void anOrdinaryUserReadsTheMachinesItemsAndChangesNone() {
        Machine machine = withItem(1);
        machine.asSystem().accounts().addUser("Joe", "joe", "");
        machine.asSystem().accounts().grant(sid(machine, "Joe"), Privilege.SE_INTERACTIVE_LOGON);
        ProtectedStorageClient store = ProtectedStorageClient.localMachine(machine.logOn("Joe", "joe"));

        assertThat(store.readItem(TYPE, SUBTYPE, ITEM)).isEqualTo(SECRET);
        assertError(() -> store.deleteItem(TYPE, SUBTYPE, ITEM), Win32Error.PST_E_NO_PERMISSIONS);
    }

    private static Sid sid(Machine machine, String user) {
        return machine.asSystem().accounts().lookupName(user).orElseThrow();
    }

    @Test
    void aStoppedServiceIsUnavailable() {
        Machine machine = withItem(1);
        Net.Result stopped = Net.run(machine.asSystem(), "stop ProtectedStorage");
        assertThat(stopped.exitCode()).isZero();

        assertError(() -> machineStore(machine).types(), Win32Error.PST_E_SERVICE_UNAVAILABLE);
        assertError(
                () -> machine.asSystem().call("protected_storage", new byte[0]), Win32Error.RPC_S_SERVER_UNAVAILABLE);
        assertThat(Net.run(machine.asSystem(), "start ProtectedStorage").exitCode())
                .isZero();
        assertThat(machineStore(machine).readItem(TYPE, SUBTYPE, ITEM)).isEqualTo(SECRET);
    }

    @Test
    @DisplayName("PS-07: a store that is carried to another machine does not give readable items, and the service runs")
    void carriedToAnotherMachine() {
        byte[] exported = RegFile.export(withItem(1).asSystem().registry(), Store.MACHINE_ROOT);
        for (Machine other : List.of(Machine.powerOn(server(), 2), withItem(2))) {
            var unused = other.boot();
            assertThat(RegFile.parse(exported).applyTo(other.asSystem().registry()))
                    .isEmpty();
            assertThat(TestStores.afterRestart(other)).isEmpty();

            assertThat(machineStore(other).items(TYPE, SUBTYPE)).containsExactly(ITEM);
            assertError(() -> machineStore(other).readItem(TYPE, SUBTYPE, ITEM), Win32Error.PST_E_WRONG_PASSWORD);
        }
    }

    @Test
    @DisplayName("PS-07: imported again on its own machine the store is readable")
    void importedAtHome() {
        Machine machine = withItem(1);
        byte[] exported = RegFile.export(machine.asSystem().registry(), Store.MACHINE_ROOT);
        TestStores.deleteStore(machine);
        assertThat(RegFile.parse(exported).applyTo(machine.asSystem().registry()))
                .isEmpty();
        assertThat(TestStores.afterRestart(machine)).isEmpty();

        assertThat(machineStore(machine).readItem(TYPE, SUBTYPE, ITEM)).isEqualTo(SECRET);
    }

    @Test
    @DisplayName("PS-08: a user's own key is made at log-on while the service runs")
    void userStore() {
        Machine machine = booted(server());
        Win32 user = machine.logOn("Administrator", "");
        machine.settle();

        KeyTree own = machine.asSystem().registry().tree(userStore(user)).orElseThrow();
        assertThat(own.security()).isEqualTo(Store.SYSTEM_ONLY);
        ProtectedStorageClient store = ProtectedStorageClient.currentUser(user);
        put(store);
        assertThat(store.readItem(TYPE, SUBTYPE, ITEM)).isEqualTo(SECRET);
        assertThat(machineStore(machine).types()).doesNotContain(TYPE);
        assertThat(TestStores.afterRestart(machine)).isEmpty();
        Win32 again = machine.logOn("Administrator", "");
        assertThat(ProtectedStorageClient.currentUser(again).readItem(TYPE, SUBTYPE, ITEM))
                .isEqualTo(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"4, true", "3, true", "2, false"})
    @DisplayName("PS-08: with the service stopped, disabled or absent at log-on no key of the user's is made")
    void noUserStore(int start, boolean entry) {
        Machine machine = with(builder -> {
            builder.set(ServiceEntry.KEY, "Start", RegistryValue.dword(start));
            if (!entry) {
                builder.deleteKey(ServiceEntry.KEY);
            }
        });
        Win32 user = machine.logOn("Administrator", "");
        machine.settle();

        assertThat(machine.asSystem().registry().tree(userStore(user))).isEmpty();
    }

    private static String userStore(Win32 user) {
        String sid = user.token().user().text();
        return "HKEY_USERS\\" + sid + "\\Software\\" + Store.NAME + "\\" + sid;
    }

    @Test
    void everyDamageOfAnItemIsAStorageError() {
        Machine machine = withItem(1);
        String key = OWNER + PLACE + "\\" + ITEM;
        byte[] data = machine.asSystem()
                .registry()
                .value(key, Store.ITEM_DATA)
                .orElseThrow()
                .data();
        for (byte[] damaged : TestStores.damaged(data)) {
            machine.asSystem().registry().setValue(key, Store.ITEM_DATA, RegistryValue.binary(damaged));
            assertError(() -> machineStore(machine).readItem(TYPE, SUBTYPE, ITEM), Win32Error.PST_E_STORAGE_ERROR);
        }
    }

    @Test
    void aDamagedItemWithARightDigestIsAStorageErrorToo() {
        Machine machine = withItem(1);
        String key = OWNER + PLACE + "\\" + ITEM;
        byte[] body = StoreRecord.read(machine.asSystem().registry().value(key, Store.ITEM_DATA))
                .whole()
                .orElseThrow()
                .body();
        for (byte[] damaged : TestStores.damaged(body)) {
            machine.asSystem()
                    .registry()
                    .setValue(key, Store.ITEM_DATA, StoreRecord.of(damaged).encode());
            assertError(() -> machineStore(machine).readItem(TYPE, SUBTYPE, ITEM), Win32Error.PST_E_STORAGE_ERROR);
        }
    }

    @Test
    void everyDamageOfTheMasterKeyIsAClearError() {
        Machine machine = withItem(1);
        String key = OWNER + Store.MASTER_KEY;
        byte[] data = machine.asSystem()
                .registry()
                .value(key, Store.MASTER_KEY_VALUE)
                .orElseThrow()
                .data();
        byte[] body = Arrays.copyOfRange(data, StoreRecord.HEADER_BYTES, data.length - StoreRecord.DIGEST_BYTES);
        for (byte[] damaged : TestStores.damaged(body)) {
            machine.asSystem()
                    .registry()
                    .setValue(
                            key, Store.MASTER_KEY_VALUE, StoreRecord.of(damaged).encode());
            assertThatThrownBy(() -> machineStore(machine).readItem(TYPE, SUBTYPE, ITEM))
                    .isInstanceOfSatisfying(
                            Win32Exception.class,
                            e -> assertThat(e.error())
                                    .isIn(Win32Error.PST_E_STORAGE_ERROR, Win32Error.PST_E_WRONG_PASSWORD));
        }
    }

    @Test
    @DisplayName("no secret, key or plain text is in a trace, an exception or a toString")
    void nothingLeaks() {
        Machine machine = withItem(1);
        Win32 user = machine.logOn("Administrator", "");
        put(ProtectedStorageClient.currentUser(user));
        StringBuilder said = new StringBuilder(TraceText.of(machine.trace().events()));
        byte[] exported = RegFile.export(machine.asSystem().registry(), Store.MACHINE_ROOT);
        Machine other = booted(server());
        assertThat(RegFile.parse(exported).applyTo(other.asSystem().registry())).isEmpty();
        assertThatThrownBy(() -> machineStore(other).readItem(TYPE, SUBTYPE, ITEM))
                .satisfies(e -> said.append(e));
        assertThatThrownBy(() -> machine.asSystem()
                        .call("protected_storage", "WriteItem\n1\nx".getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> said.append(e));
        said.append(TraceText.of(other.trace().events()));
        said.append(StoreRecord.of(SECRET));

        RegistryValue secret =
                machine.asSystem().registry().value(MasterKeys.SECRET_KEY, "").orElseThrow();
        RegistryValue item = machine.asSystem()
                .registry()
                .value(OWNER + PLACE + "\\" + ITEM, Store.ITEM_DATA)
                .orElseThrow();
        String text = said.toString();
        assertThat(text).contains(ITEM).doesNotContain(new String(SECRET, StandardCharsets.UTF_8));
        for (byte[] bytes : List.of(SECRET, secret.data(), item.data())) {
            assertThat(text).doesNotContain(HexFormat.of().formatHex(bytes));
            assertThat(text).doesNotContain(HexFormat.ofDelimiter(" ").formatHex(bytes));
            assertThat(text).doesNotContain(HexFormat.ofDelimiter(",").formatHex(bytes));
        }
    }
}
