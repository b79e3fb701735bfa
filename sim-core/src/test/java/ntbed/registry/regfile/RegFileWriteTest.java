package ntbed.registry.regfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import ntbed.registry.RegistryValue;
import ntbed.registry.TestRegistries;
import ntbed.registry.ValueType;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.time.SeededRandom;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegFileWriteTest {
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo";

    private final TestRegistries lab = new TestRegistries();

    private void set(String key, String name, RegistryValue value) {
        lab.registry.setValue(key, name, value, "test");
    }

    private String exported(String key) {
        return AnsiText.decode(RegFile.export(lab.system, key));
    }

    @Test
    @DisplayName("the layout is that of regedit's export")
    void layout() {
        set(KEY, "Name", RegistryValue.sz("C:\\\"x\""));
        set(KEY, "", RegistryValue.sz("default"));
        set(KEY, "Count", RegistryValue.dword(15));
        set(KEY, "Short", RegistryValue.of(ValueType.REG_DWORD, new byte[] {1}));
        set(KEY, "Empty", RegistryValue.of(ValueType.REG_NONE, new byte[0]));
        set(KEY, "List", RegistryValue.multiSz("a\u20ac", "b"));
        set(KEY + "\\b\\c", "x", RegistryValue.binary((byte) 1));
        set(KEY + "\\A_", "x", RegistryValue.sz(""));
        set(KEY + "\\az", "x", RegistryValue.sz(""));

        assertThat(exported(KEY)).isEqualTo("""
                        REGEDIT4

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo]
                        "Name"="C:\\\\\\"x\\""
                        @="default"
                        "Count"=dword:0000000f
                        "Short"=hex(4):01
                        "Empty"=hex(0):
                        "List"=hex(7):61,80,00,62,00,00

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo\\az]
                        "x"=""

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo\\A_]
                        "x"=""

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo\\b]

                        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Demo\\b\\c]
                        "x"=hex:01

                        """.replace("\n", "\r\n"));
    }

    @Test
    @DisplayName("a line is continued when a byte and its comma carried it past 76 characters")
    void wrap() {
        set(KEY, "Path", RegistryValue.of(ValueType.REG_BINARY, new byte[50]));

        List<String> lines = exported(KEY).lines().skip(3).limit(3).toList();
        assertThat(lines.get(0)).hasSize(78).startsWith("\"Path\"=hex:00,").endsWith("00,\\");
        assertThat(lines.get(1)).isEqualTo("  " + "00,".repeat(25) + "\\");
        assertThat(lines.get(2)).isEqualTo("  00,00,00");
    }

    @Test
    @DisplayName("a key is exported to the same bytes after export and import")
    void roundTrip() {
        SeededRandom random = new SeededRandom(4);
        for (int i = 0; i < 200; i++) {
            ValueType type = new ValueType(random.nextInt(12));
            byte[] data = random.nextBytes(random.nextInt(120));
            set(KEY + "\\k" + random.nextInt(20), "v\\\"" + random.nextInt(30), RegistryValue.of(type, data));
            set(KEY + "\\k" + random.nextInt(20), "s", RegistryValue.sz("\u00e4\u0178;# " + i));
        }
        byte[] first = RegFile.export(lab.system, KEY);

        TestRegistries other = new TestRegistries();
        assertThat(RegFile.parse(first).applyTo(other.system)).isEmpty();
        assertThat(RegFile.export(other.system, KEY)).isEqualTo(first);
    }

    @Test
    @DisplayName("2: exporting a key that is not there")
    void missing() {
        assertThatThrownBy(() -> RegFile.export(lab.system, KEY))
                .isInstanceOfSatisfying(
                        Win32Exception.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(2));
    }

    @Test
    @DisplayName("a file of server settings lands in the set that CurrentControlSet leads to")
    void importsThroughLink() {
        lab.registry.link("HKLM\\SYSTEM\\CurrentControlSet", "HKLM\\SYSTEM\\ControlSet001", "kernel");
        lab.registry.setValue("HKLM\\SYSTEM\\ControlSet001\\Services", "", RegistryValue.sz(""), "kernel");
        RegFile file = RegFile.parse(OfflineLab.ansi("""
                REGEDIT4

                ;Locking, as file servers of the time were told to set it
                [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\LanmanWorkstation\\Parameters]
                "UseOpportunisticLocking"=dword:00000000

                [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\LanManServer\\Parameters]
                "EnableOpLocks"=dword:00000001
                """));

        assertThat(file.applyTo(lab.system)).isEmpty();
        assertThat(lab.registry.value(
                        "HKLM\\SYSTEM\\ControlSet001\\Services\\lanmanserver\\Parameters", "EnableOpLocks"))
                .contains(RegistryValue.dword(1));
    }

    @Test
    @DisplayName("what the token may not write is skipped, and the rest goes in")
    void refusedIsSkipped() {
        lab.registry.setValue(KEY + "\\Shut", "", RegistryValue.sz(""), "test");
        lab.registry
                .as(Token.system(), "test")
                .openKey(KEY + "\\Shut", AccessMask.KEY_ALL_ACCESS)
                .setSecurity(SecurityDescriptor.of(
                        Sid.ADMINISTRATORS, AccessControlEntry.allow(Sid.SYSTEM, AccessMask.KEY_READ)));
        String text = "REGEDIT4\n[" + KEY + "\\Shut]\n\"v\"=\"1\"\n[" + KEY + "\\Open]\n\"v\"=\"1\"\n[-" + KEY
                + "\\Shut]\n[-" + KEY + "\\None]\n";

        List<SkippedLine> skipped = RegFile.parse(OfflineLab.ansi(text)).applyTo(lab.system);

        assertThat(skipped).extracting(SkippedLine::line).containsExactly(2, 3, 6);
        assertThat(skipped.get(0).reason()).contains("ERROR_ACCESS_DENIED");
        assertThat(lab.registry.value(KEY + "\\Open", "v")).isPresent();
    }

    @Test
    @DisplayName("deletion of a tree in a running registry")
    void deletesTree() {
        set(KEY + "\\a\\b", "v", RegistryValue.dword(1));
        set(KEY + "\\a", "w", RegistryValue.dword(1));

        String text = "REGEDIT4\n[-" + KEY + "\\a\\b]\n[" + KEY + "\\a]\n\"w\"=-\n\"none\"=-\n";
        assertThat(RegFile.parse(OfflineLab.ansi(text)).applyTo(lab.system)).isEmpty();
        assertThat(lab.registry.tree(KEY + "\\a").orElseThrow().values()).isEmpty();
        assertThat(lab.registry.tree(KEY + "\\a\\b")).isEmpty();
        assertThat(RegFile.parse(OfflineLab.ansi("REGEDIT4\n[-HKEY_LOCAL_MACHINE\\SOFTWARE]\n"))
                        .applyTo(lab.system))
                .hasSize(1);
        assertThat(lab.registry.tree(KEY)).isPresent();
    }
}
