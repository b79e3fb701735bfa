package ntbed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ntbed.security.Token;
import ntbed.trace.TraceEvent;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private final TestRegistries lab = new TestRegistries();
    private final Registry registry = lab.registry;

    @Test
    @DisplayName("a value that was set is found under any case of its key's and its own name")
    void caseDoesNotMatter() {
        registry.setValue("HKLM\\SYSTEM\\Select", "Current", TestRegistries.dword(1), "kernel");

        assertThat(lab.system.value("hkey_local_machine\\System\\SELECT", "CURRENT"))
                .contains(TestRegistries.dword(1));
        assertThat(registry.tree("HKLM\\SYSTEM").orElseThrow().subkeys().get(0).name())
                .isEqualTo("Select");
    }

    @Test
    @DisplayName("CurrentControlSet leads to the set it was linked to")
    void linkIsFollowed() {
        registry.link("HKLM\\SYSTEM\\CurrentControlSet", "HKLM\\SYSTEM\\ControlSet002", "kernel");
        registry.setValue("HKLM\\SYSTEM\\ControlSet002\\Services\\Lanman", "Start", TestRegistries.dword(2), "kernel");

        assertThat(lab.system.value("HKLM\\SYSTEM\\CurrentControlSet\\Services\\Lanman", "Start"))
                .contains(TestRegistries.dword(2));
        lab.system.setValue("HKLM\\SYSTEM\\CurrentControlSet\\Services\\New", "Start", TestRegistries.dword(3));
        assertThat(registry.value("HKLM\\SYSTEM\\ControlSet002\\Services\\New", "Start"))
                .contains(TestRegistries.dword(3));
    }

    @Test
    @DisplayName("values come in the order they were first set")
    void valuesInOrder() {
        try (RegistryKey key =
                lab.system.createKey("HKLM\\SOFTWARE\\Demo", KeyCreation.stable(), AccessMask.KEY_ALL_ACCESS)) {
            key.setValue("b", TestRegistries.dword(1));
            key.setValue("a", TestRegistries.dword(2));
            key.setValue("B", TestRegistries.dword(3));

            assertThat(List.of(key.enumValue(0), key.enumValue(1)))
                    .containsExactly(
                            new NamedValue("b", TestRegistries.dword(3)), new NamedValue("a", TestRegistries.dword(2)));
        }
    }

    @Test
    @DisplayName("the trace names key, value and data of a change under the root's long name")
    void changeIsTraced() {
        registry.as(Token.system(), "setup").setValue("HKLM\\SOFTWARE\\A\\B", "v", TestRegistries.dword(2));

        assertThat(lab.trace.events())
                .extracting(event -> {
                    TraceEvent.RegistryChanged change = (TraceEvent.RegistryChanged) event;
                    return change.operation() + "|" + change.key() + "|" + change.value() + "|" + change.data();
                })
                .containsExactly(
                        "create key|HKEY_LOCAL_MACHINE\\SOFTWARE\\A||",
                        "create key|HKEY_LOCAL_MACHINE\\SOFTWARE\\A\\B||",
                        "set value|HKEY_LOCAL_MACHINE\\SOFTWARE\\A\\B|v|REG_DWORD: 0x2");
    }

    @Test
    @DisplayName("copyTree gives the copy all that the original has, and they part from there")
    void copyTree() {
        registry.setValue("HKLM\\SYSTEM\\ControlSet001\\Services\\X", "Start", TestRegistries.dword(2), "kernel");
        registry.copyTree("HKLM\\SYSTEM\\ControlSet001", "HKLM\\SYSTEM\\Clone", "kernel");
        registry.setValue("HKLM\\SYSTEM\\ControlSet001\\Services\\X", "Start", TestRegistries.dword(4), "kernel");

        assertThat(registry.value("HKLM\\SYSTEM\\Clone\\Services\\X", "Start")).contains(TestRegistries.dword(2));
    }
}
