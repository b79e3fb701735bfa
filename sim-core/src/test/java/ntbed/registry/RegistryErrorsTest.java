package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each operation refuses, and with which code: one row each. */
class RegistryErrorsTest {
    private static final String KEY = "HKLM\\SOFTWARE\\Demo";
    private static final String USER = "S-1-5-21-1-2-3-1001";
    private static final int ALL = AccessMask.KEY_ALL_ACCESS;
    private static final int READ = AccessMask.KEY_READ;
    private static final SecurityDescriptor FREE =
            SecurityDescriptor.of(Sid.ADMINISTRATORS, AccessControlEntry.allow(Sid.EVERYONE, ALL));
    private static final RegistryValue ONE = RegistryValue.dword(1);

    private final TestRegistries lab = new TestRegistries();
    private final RegistryApi system = lab.system;
    private final RegistryApi user = lab.registry.as(TestRegistries.user(USER), "user");

    private interface Action extends Consumer<RegistryErrorsTest> {}

    private RegistryKey demo(int access) {
        return system.createKey(KEY, KeyCreation.stable(), access);
    }

    private RegistryKey deleted() {
        RegistryKey key = demo(ALL);
        system.deleteKey(KEY);
        return key;
    }

    private static Arguments row(int code, String what, Action action) {
        return Arguments.of(code, what, action);
    }

    private static Stream<Arguments> rows() {
        return Stream.of(lookUps(), changes(), handles(), security()).flatMap(List::stream);
    }

    private static List<Arguments> lookUps() {
        return List.of(
                row(2, "open a missing key", t -> t.system.openKey(KEY, READ)),
                row(2, "open below a missing key", t -> t.system.openKey(KEY + "\\a\\b", READ)),
                row(2, "delete a missing key", t -> t.system.deleteKey(KEY)),
                row(2, "query a missing value", t -> t.demo(ALL).queryValue("none")),
                row(2, "delete a missing value", t -> t.demo(ALL).deleteValue("none")),
                row(2, "create behind a link that leads nowhere", t -> {
                    t.lab.registry.link("HKLM\\SYSTEM\\Link", "HKLM\\SYSTEM\\None", "kernel");
                    t.system.createKey("HKLM\\SYSTEM\\Link\\a", KeyCreation.stable(), ALL);
                }),
                row(2, "open behind a link in a circle", t -> {
                    t.lab.registry.link("HKLM\\SYSTEM\\L1", "HKLM\\SYSTEM\\L2", "kernel");
                    t.lab.registry.link("HKLM\\SYSTEM\\L2", "HKLM\\SYSTEM\\L1", "kernel");
                    t.system.openKey("HKLM\\SYSTEM\\L1", READ);
                }),
                row(6, "a root that does not exist", t -> t.system.openKey("HKXX\\a", READ)),
                row(6, "an empty path", t -> t.system.openKey("", READ)),
                row(161, "a path that begins with a backslash", t -> t.system.openKey("\\SOFTWARE", READ)),
                row(161, "a subkey that begins with a backslash", t -> t.system.openKey("HKLM\\\\SOFTWARE", READ)),
                row(161, "the same at a handle", t -> t.demo(ALL).openKey("\\a", READ)),
                row(234, "a buffer too small", t -> {
                    t.demo(ALL).setValue("v", ONE);
                    t.demo(ALL).queryValue("v", 3);
                }),
                row(259, "past the last subkey", t -> t.demo(ALL).enumKey(0)),
                row(259, "past the last value", t -> t.demo(ALL).enumValue(0)),
                row(259, "before the first", t -> t.demo(ALL).enumKey(-1)));
    }

    private static List<Arguments> changes() {
        return List.of(
                row(5, "delete a key with subkeys", t -> {
                    t.demo(ALL).createKey("sub", KeyCreation.stable(), ALL);
                    t.system.deleteKey(KEY);
                }),
                row(5, "delete the root of a hive", t -> t.system.deleteKey("HKLM\\SOFTWARE")),
                row(5, "delete a root key", t -> t.system.deleteKey("HKLM")),
                row(87, "create a key beside the hives", t -> t.system.createKey("HKLM\\X", KeyCreation.stable(), ALL)),
                row(
                        87,
                        "a key name of 256 characters",
                        t -> t.demo(ALL).createKey("n".repeat(256), KeyCreation.stable(), ALL)),
                row(
                        87,
                        "more than 512 levels",
                        t -> t.demo(ALL).createKey("n\\".repeat(512), KeyCreation.stable(), ALL)),
                row(87, "a value name of 16,384 characters", t -> t.demo(ALL).setValue("n".repeat(16_384), ONE)),
                row(
                        1450,
                        "more than 1 MB of data",
                        t -> t.demo(ALL).setValue("v", RegistryValue.binary(new byte[(1 << 20) + 1]))),
                row(1020, "a link in the place of a key with values", t -> {
                    t.lab.registry.setValue("HKLM\\SYSTEM\\Full", "v", ONE, "kernel");
                    t.lab.registry.link("HKLM\\SYSTEM\\Full", "HKLM\\SYSTEM\\Select", "kernel");
                }),
                row(
                        1021,
                        "a stable key below a volatile one",
                        t -> t.system.createKey("HKLM\\HARDWARE\\X", KeyCreation.stable(), ALL)));
    }

    private static List<Arguments> handles() {
        return List.of(
                row(6, "use after close", t -> {
                    RegistryKey key = t.demo(ALL);
                    key.close();
                    key.queryValue("v");
                }),
                row(6, "close twice", t -> {
                    RegistryKey key = t.demo(ALL);
                    key.close();
                    key.close();
                }),
                row(1018, "query at a deleted key", t -> t.deleted().queryValue("v")),
                row(1018, "set at a deleted key", t -> t.deleted().setValue("v", ONE)),
                row(1018, "create below a deleted key", t -> t.deleted().createKey("a", KeyCreation.stable(), ALL)),
                row(1018, "a key made anew under the name is another key", t -> {
                    RegistryKey old = t.deleted();
                    t.demo(ALL).setValue("v", ONE);
                    old.queryValue("v");
                }),
                row(1018, "a key below a tree that was replaced by its equal", t -> {
                    t.demo(ALL).createKey("a", KeyCreation.stable(), ALL);
                    t.lab.registry.copyTree(KEY, "HKLM\\SOFTWARE\\Copy", "kernel");
                    RegistryKey key = t.system.openKey("HKLM\\SOFTWARE\\Copy\\a", ALL);
                    t.lab.registry.copyTree(KEY, "HKLM\\SOFTWARE\\Copy", "kernel");
                    key.tree();
                }),
                row(1018, "a handle into a hive that was unloaded", t -> {
                    RegistryKey key = t.demo(ALL);
                    t.lab.registry.unmount(HiveMount.SOFTWARE);
                    key.tree();
                }));
    }

    private static List<Arguments> security() {
        return List.of(
                row(5, "open for more than the DACL gives", t -> {
                    t.demo(ALL);
                    t.user.openKey(KEY, AccessMask.KEY_SET_VALUE);
                }),
                row(
                        5,
                        "create below a key that one may only read",
                        t -> t.user.createKey(KEY, KeyCreation.stable(), READ)),
                row(5, "delete without DELETE", t -> {
                    t.demo(ALL);
                    t.user.deleteKey(KEY);
                }),
                row(5, "set at a handle for reading", t -> t.demo(READ).setValue("v", ONE)),
                row(
                        5,
                        "query at a handle for writing",
                        t -> t.demo(AccessMask.KEY_WRITE).queryValue("v")),
                row(
                        5,
                        "enumerate keys without the right",
                        t -> t.demo(AccessMask.KEY_QUERY_VALUE).enumKey(0)),
                row(
                        5,
                        "read security without READ_CONTROL",
                        t -> t.demo(AccessMask.KEY_QUERY_VALUE).security()),
                row(
                        5,
                        "change the DACL without WRITE_DAC",
                        t -> t.demo(READ).setSecurity(TestRegistries.OPEN.withDacl(List.of()))),
                row(5, "an empty DACL lets nobody in", t -> {
                    t.demo(ALL).setSecurity(TestRegistries.OPEN.withDacl(List.of()));
                    t.system.openKey(KEY, READ);
                }),
                row(1307, "an owner that the token may not name", t -> {
                    t.demo(ALL).setSecurity(FREE);
                    try (RegistryKey key = t.user.openKey(KEY, ALL)) {
                        key.setSecurity(key.security().withOwner(Sid.SYSTEM));
                    }
                }),
                row(1307, "one of its groups, which no group but Administrators may be", t -> {
                    t.demo(ALL).setSecurity(FREE);
                    try (RegistryKey key = t.user.openKey(KEY, ALL)) {
                        key.setSecurity(key.security().withOwner(Sid.EVERYONE));
                    }
                }),
                row(1307, "create a key for another owner", t -> {
                    t.demo(ALL).setSecurity(FREE);
                    t.user.createKey(KEY + "\\sub", new KeyCreation(false, "", TestRegistries.OPEN), READ);
                }),
                row(1314, "create a key with the SACL open to it", t -> {
                    t.demo(ALL).setSecurity(FREE);
                    t.user.createKey(KEY + "\\sub", KeyCreation.stable(), AccessMask.ACCESS_SYSTEM_SECURITY);
                }),
                row(1314, "create a key with a SACL", t -> {
                    t.demo(ALL).setSecurity(FREE);
                    SecurityDescriptor audited = new SecurityDescriptor(
                            new Sid(USER), Sid.USERS, List.of(AccessControlEntry.allow(Sid.EVERYONE, ALL)), List.of());
                    t.user.createKey(KEY + "\\sub", new KeyCreation(false, "", audited), READ);
                }),
                row(1314, "ask for the SACL without the privilege", t -> {
                    t.demo(ALL);
                    t.user.openKey(KEY, AccessMask.ACCESS_SYSTEM_SECURITY);
                }));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    @DisplayName("each refusal has NT's code")
    void refused(int code, String what, Action action) {
        assertThat(codeOf(() -> action.accept(this))).as(what).isEqualTo(code);
    }

    private static int codeOf(Runnable action) {
        try {
            action.run();
            return 0;
        } catch (Win32Exception refusal) {
            return refusal.code();
        }
    }
}
