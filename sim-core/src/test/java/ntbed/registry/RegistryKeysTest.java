package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ntbed.security.AccessControlEntry;
import ntbed.security.Privilege;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import ntbed.win32.CaseFolding;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegistryKeysTest {
    private static final String KEY = "HKLM\\SOFTWARE\\Demo";
    private static final String USER = "S-1-5-21-1-2-3-1001";
    private static final RegistryValue ONE = RegistryValue.dword(1);

    private final TestRegistries lab = new TestRegistries();
    private final Registry registry = lab.registry;

    @Test
    @DisplayName(
            "L2: Hardware Profiles\\Current leads to the profile, through CurrentControlSet and HKEY_CURRENT_CONFIG")
    void currentProfile() {
        registry.setValue("HKLM\\SYSTEM\\ControlSet001\\Hardware Profiles\\0001\\System", "v", ONE, "setup");
        registry.link("HKLM\\SYSTEM\\CurrentControlSet", "HKLM\\SYSTEM\\ControlSet001", "kernel");
        String profiles = "HKLM\\SYSTEM\\CurrentControlSet\\Hardware Profiles";
        registry.link(profiles + "\\Current", profiles + "\\0001", "kernel");

        assertThat(lab.system.value(profiles + "\\current\\System", "v")).contains(ONE);
        assertThat(lab.system.value("HKEY_CURRENT_CONFIG\\System", "v")).contains(ONE);
        registry.link("HKLM\\SYSTEM\\CurrentControlSet", "HKLM\\SYSTEM\\ControlSet002", "kernel");
        assertThat(lab.system.value("HKCC\\System", "v")).isEmpty();
    }

    @Test
    @DisplayName("links are volatile: the disk has the control set and no CurrentControlSet")
    void linksAreVolatile() {
        registry.setValue("HKLM\\SYSTEM\\ControlSet001\\Services", "v", ONE, "setup");
        registry.link("HKLM\\SYSTEM\\CurrentControlSet", "HKLM\\SYSTEM\\ControlSet001", "kernel");
        registry.flushAll("test");

        assertThat(registry.flushed().values())
                .anySatisfy(hive -> assertThat(hive.root().subkeys())
                        .extracting(KeyTree::name)
                        .containsExactly("ControlSet001"));
    }

    @Test
    @DisplayName("subkeys are in upper-case order, the underscore after Z, and so many that they stand in many runs")
    void sorted() {
        List<String> names = new ArrayList<>(List.of("b", "A", "_", "Z", "z1", "\u00e4", "0"));
        for (int i = 0; i < 500; i++) {
            names.add("k" + i * 7919 % 1000);
        }
        names.forEach(name -> registry.createKey(KEY + "\\" + name, KeyCreation.stable(), "test"));
        List<String> wanted = names.stream()
                .distinct()
                .sorted((a, b) -> CaseFolding.fold(a).compareTo(CaseFolding.fold(b)))
                .toList();

        List<KeyTree> subkeys = registry.tree(KEY).orElseThrow().subkeys();
        assertThat(subkeys).extracting(KeyTree::name).containsExactlyElementsOf(wanted);
        assertThat(wanted.subList(wanted.size() - 3, wanted.size())).containsExactly("z1", "_", "\u00e4");
        for (String name : wanted) {
            lab.system.deleteKey(KEY + "\\" + name);
        }
        assertThat(registry.tree(KEY).orElseThrow().subkeyCount()).isZero();
    }

    @Test
    @DisplayName("HKEY_CURRENT_USER is the user's hive while it is loaded, else the default user's")
    void currentUser() {
        RegistryApi user = registry.as(TestRegistries.user(USER), "user");
        registry.setValue("HKU\\.DEFAULT\\Environment", "TEMP", RegistryValue.sz("d"), "setup");
        assertThat(user.value("HKCU\\Environment", "TEMP")).contains(RegistryValue.sz("d"));

        registry.mount(HiveMount.user(new Sid(USER)), TestRegistries.emptyHive());
        registry.setValue("HKU\\" + USER + "\\Environment", "TEMP", RegistryValue.sz("u"), "setup");
        assertThat(user.value("HKEY_CURRENT_USER\\Environment", "TEMP")).contains(RegistryValue.sz("u"));
        assertThat(lab.system.value("HKCU\\Environment", "TEMP")).contains(RegistryValue.sz("d"));
    }

    @Test
    @DisplayName("HKEY_CLASSES_ROOT is SOFTWARE\\Classes")
    void classesRoot() {
        registry.setValue("HKLM\\SOFTWARE\\Classes\\.txt", "", RegistryValue.sz("txtfile"), "setup");

        assertThat(lab.system.value("HKCR\\.TXT", "")).contains(RegistryValue.sz("txtfile"));
        lab.system.setValue("HKEY_CLASSES_ROOT\\.reg", "", RegistryValue.sz("regfile"));
        assertThat(registry.value("HKLM\\SOFTWARE\\Classes\\.reg", "")).isPresent();
    }

    @Test
    @DisplayName("class and time: a key keeps its class, and the time of its own last change")
    void classAndTime() {
        KeyCreation creation = new KeyCreation(false, "Class", null);
        lab.system.createKey(KEY, creation, AccessMask.KEY_READ).close();
        lab.queue.runUntilMillis(100);
        registry.setValue(KEY + "\\sub", "v", ONE, "test");
        lab.queue.runUntilMillis(200);
        registry.setValue(KEY + "\\sub", "v", ONE, "test");

        KeyTree key = registry.tree(KEY).orElseThrow();
        assertThat(key.className()).isEqualTo("Class");
        assertThat(key.lastWriteTime()).isEqualTo(TestRegistries.POWER_ON.plusMillis(100));
        assertThat(key.subkeys().get(0).lastWriteTime()).isEqualTo(TestRegistries.POWER_ON.plusMillis(200));
    }

    @Test
    @DisplayName("a new key inherits what is meant for containers; CREATOR OWNER becomes its creator")
    void inheritance() {
        SecurityDescriptor above = SecurityDescriptor.of(
                Sid.SYSTEM,
                new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, Sid.EVERYONE, AccessMask.KEY_ALL_ACCESS, 0),
                new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, Sid.USERS, AccessMask.KEY_READ, 2 | 4),
                new AccessControlEntry(
                        AccessControlEntry.Kind.ALLOWED, Sid.CREATOR_OWNER, AccessMask.KEY_ALL_ACCESS, 2 | 8));
        lab.system
                .createKey(KEY, new KeyCreation(false, "", above), AccessMask.KEY_READ)
                .close();
        RegistryApi user = registry.as(TestRegistries.user(USER), "user");
        user.createKey(KEY + "\\mine", KeyCreation.stable(), AccessMask.KEY_READ)
                .close();

        SecurityDescriptor mine = registry.tree(KEY + "\\mine").orElseThrow().security();
        Sid creator = new Sid(USER);
        assertThat(mine.owner()).isEqualTo(creator);
        assertThat(mine.dacl())
                .containsExactly(
                        new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, Sid.USERS, AccessMask.KEY_READ, 0),
                        new AccessControlEntry(AccessControlEntry.Kind.ALLOWED, creator, AccessMask.KEY_ALL_ACCESS, 0),
                        new AccessControlEntry(
                                AccessControlEntry.Kind.ALLOWED, Sid.CREATOR_OWNER, AccessMask.KEY_ALL_ACCESS, 2 | 8));
    }

    @Test
    @DisplayName("who may take ownership gets in where the DACL shuts all out")
    void takeOwnership() {
        SecurityDescriptor shut = TestRegistries.OPEN.withDacl(List.of());
        lab.system
                .createKey(KEY, new KeyCreation(false, "", shut), AccessMask.KEY_READ)
                .close();
        Token held = new Token(new Sid(USER), "LAB", "admin", List.of(), Set.of(Privilege.SE_TAKE_OWNERSHIP), Set.of());
        Token token = held.enable(Privilege.SE_TAKE_OWNERSHIP);
        RegistryApi admin = registry.as(token, "admin");

        try (RegistryKey key = admin.openKey(KEY, AccessMask.WRITE_OWNER)) {
            key.setSecurity(shut.withOwner(token.user()));
        }
        try (RegistryKey key = admin.openKey(KEY, AccessMask.WRITE_DAC)) {
            key.setSecurity(shut.withOwner(token.user())
                    .withDacl(List.of(AccessControlEntry.allow(token.user(), AccessMask.KEY_ALL_ACCESS))));
        }
        admin.setValue(KEY, "v", ONE);
        assertThat(registry.value(KEY, "v")).contains(ONE);
    }

    @Test
    @DisplayName("a refusal is in the trace with operation, key and error, and what may not be read is as if not there")
    void refusalIsTraced() {
        registry.setValue(KEY, "v", ONE, "test");
        registry.as(Token.system(), "test")
                .openKey(KEY, AccessMask.WRITE_DAC)
                .setSecurity(TestRegistries.OPEN.withDacl(List.of()));

        assertThat(lab.system.tree(KEY)).isEmpty();
        assertThatThrownBy(() -> lab.system.setValue(KEY, "v", ONE)).isInstanceOf(Win32Exception.class);
        assertThat(lab.trace.events().get(lab.trace.events().size() - 1))
                .isInstanceOfSatisfying(TraceEvent.Refused.class, refused -> {
                    assertThat(refused.object()).isEqualTo("HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo");
                    assertThat(refused.error()).isEqualTo(Win32Error.ERROR_ACCESS_DENIED);
                });
    }

    @Test
    @DisplayName("a snapshot does not see what comes after it")
    void snapshot() {
        registry.setValue(KEY, "v", ONE, "test");
        KeyTree before = registry.tree("HKLM").orElseThrow();
        registry.setValue(KEY, "v", RegistryValue.dword(2), "test");

        assertThat(before.descend("SOFTWARE\\demo").flatMap(key -> key.value("V")))
                .contains(ONE);
        assertThat(before.subkeys()).extracting(KeyTree::name).containsExactly("HARDWARE", "SOFTWARE", "SYSTEM");
    }

    @Test
    @DisplayName("an empty DACL keeps programs out but not the kernel")
    void kernelIsNotChecked() {
        lab.system
                .createKey(KEY, new KeyCreation(false, "", TestRegistries.OPEN.withDacl(List.of())), 0)
                .close();
        registry.setValue(KEY + "\\sub", "v", ONE, "kernel");
        registry.deleteValue(KEY + "\\sub", "v", "kernel");
        registry.deleteTree(KEY, "kernel");

        assertThat(registry.tree(KEY)).isEmpty();
    }
}
