package ntbed.component.iis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ntbed.filesystem.NtPath;
import ntbed.machine.Machine;
import ntbed.machine.MachineImage;
import ntbed.machine.Win32;
import ntbed.trace.TraceText;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetabaseServerTest {
    private static final MachineImage SERVER = IisMachines.server();
    private static final String ROOT = "/LM/W3SVC/1/ROOT";
    private final Machine machine = IisMachines.booted(SERVER, 1);
    private final Win32 door = machine.logOn("Administrator", "");

    @Test
    void propertiesAreReadWithInheritance() {
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1015"))
                .containsExactly("1015\t0\t1\tSTRING\tDefault Web Site");
        assertThat(Requests.call(door, "GetData", ROOT, "6020")).containsExactly("6020\t33\t2\tSTRING\tIUSR_NTSERVER");
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1023")).containsExactly("1023\t0\t1\tMULTISZ\t:80:");
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1016")).containsExactly("1016\t16\t1\tDWORD\t2");
        assertThat(Requests.call(door, "EnumKeys", "/LM")).containsExactly("MSFTPSVC", "NNTPSVC", "SMTPSVC", "W3SVC");
        assertThat(Requests.call(door, "GetAll", "/LM/W3SVC/1")).hasSize(5);
    }

    @Test
    @DisplayName("Q297989: an administrator reads the passwords in clear; they are those of the accounts")
    void passwordsFitTheAccounts() {
        String web =
                lastField(Requests.call(door, "GetData", "/LM/W3SVC", "6021").get(0));
        String application =
                lastField(Requests.call(door, "GetData", "/LM/W3SVC", "7502").get(0));

        assertThat(door.accounts()
                        .logonUser("IUSR_NTSERVER", web, ntbed.security.LogonAuthority.LogonType.INTERACTIVE)
                        .account())
                .contains("IUSR_NTSERVER");
        assertThat(door.accounts()
                        .logonUser("IWAM_NTSERVER", application, ntbed.security.LogonAuthority.LogonType.BATCH)
                        .account())
                .contains("IWAM_NTSERVER");
        assertThat(TraceText.of(machine.trace().events())).doesNotContain(web, application);
    }

    @Test
    void changesAreKeptOverARestart() {
        assertThat(Requests.call(door, "AddKey", "/LM/W3SVC/3/ROOT")).isEmpty();
        assertThat(Requests.call(door, "SetData", "/LM/W3SVC/3", "1015\t0\t1\tSTRING\ta\\tb\\\\c"))
                .isEmpty();
        assertThat(Requests.call(door, "SetData", "/LM/W3SVC/3/ROOT", "3003\t4\t2\tSTRING\tshare password"))
                .isEmpty();
        assertThat(Requests.call(door, "SetData", "/LM/W3SVC/3", "9\t0\t1\tBINARY\t00ff"))
                .isEmpty();
        Machine next = machine.restart();
        next.boot();
        Win32 again = next.logOn("Administrator", "");

        assertThat(Requests.call(again, "GetData", "/LM/W3SVC/3", "1015"))
                .containsExactly("1015\t0\t1\tSTRING\ta\\tb\\\\c");
        assertThat(Requests.call(again, "GetData", "/LM/W3SVC/3/ROOT", "3003"))
                .containsExactly("3003\t4\t2\tSTRING\tshare password");
        assertThat(Requests.call(again, "GetData", "/LM/W3SVC/3", "9")).containsExactly("9\t0\t1\tBINARY\t00ff");
        assertThat(Requests.call(again, "DeleteData", "/LM/W3SVC/3", "9")).isEmpty();
        assertThat(Requests.call(again, "DeleteKey", "/LM/W3SVC/3")).isEmpty();
        assertThat(Requests.call(again, "EnumKeys", "/LM/W3SVC")).containsExactly("1", "2");
    }

    @Test
    @DisplayName("Q234429: a change is saved through a temporary copy; a power cut between leaves both files good")
    void savingLeavesAGoodFile() {
        byte[] before = IisMachines.content(machine, IisMachines.FILE);
        Requests.call(door, "AddKey", "/LM/W3SVC/3");
        for (int i = 0; i < 600 && !door.files().exists(NtPath.of(IisMachines.FILE + ".bak")); i++) {
            machine.runForMillis(10);
        }
        assertThat(door.files().exists(NtPath.of(IisMachines.FILE + ".bak"))).isTrue();
        MachineImage cut = machine.powerCut();

        assertThat(CodeMachines.file(cut)).isEqualTo(before);
        assertThat(MetabaseFile.decode(CodeMachines.file(cut, IisMachines.FILE + ".bak"))
                        .tree()
                        .find("LM/W3SVC/3"))
                .isPresent();
        assertThat(IisMachines.events(IisMachines.booted(cut, 2), 7024)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GetData|/LM/W3SVC/9|1015, 3",
        "GetData|/LM/W3SVC/1|4711, 2148321281",
        "GetData|/LM/W3SVC/1|x, 87",
        "GetData|/LM/W3SVC/1|99999999999, 87",
        "GetData|/LM/W3SVC/1, 87",
        "EnumKeys|/LM/NONE, 3",
        "AddKey|/LM/W3SVC, 183",
        "DeleteKey|/LM/NONE, 3",
        "DeleteKey|/, 87",
        "DeleteData|/LM/W3SVC/1|4711, 2148321281",
        "SetData|/LM/NONE|1~0~1~DWORD~1, 3",
        "SetData|/LM/W3SVC/1|1~0~1~DWORD~x, 87",
        "SetData|/LM/W3SVC/1|1~0~1~NUMBER~1, 87",
        "SetData|/LM/W3SVC/1|1~0~1~BINARY~abc, 87",
        "SetData|/LM/W3SVC/1|1~0~1, 87",
        "SetData|/LM/W3SVC|6021~1~2~STRING~x, 2148321288",
        "SetData|/LM/W3SVC/7|1012~0~1~DWORD~2, 3",
        "SetData|/LM/W3SVC/1|1012~0~1~DWORD~9, 87",
        "Backup|a b, 123",
        "Backup|a|20000, 87",
        "Restore|none, 2",
        "Restore|none|3, 2",
        "DeleteBackup|none|0, 2",
        "Nonsense, 87",
        "'', 87"
    })
    @DisplayName("each wrong request has its code")
    void wrongRequests(String request, String code) {
        String[] lines = request.replace('~', '\t').split("\\|", -1);
        Win32Exception failed = catchThrowableOfType(Win32Exception.class, () -> Requests.call(door, lines));

        assertThat(Integer.toUnsignedString(failed.code())).isEqualTo(code);
        assertThat(failed.getMessage()).doesNotContain("STRING");
    }

    @Test
    @DisplayName("Q285286: only members of Administrators")
    void othersAreRefused() {
        var unused = machine.asSystem().accounts().addUser("plain", "", "");
        Win32 plain = machine.as(machine.asSystem()
                .accounts()
                .logonUser("IWAM_NTSERVER", password(), ntbed.security.LogonAuthority.LogonType.BATCH));

        Win32Exception refused =
                catchThrowableOfType(Win32Exception.class, () -> Requests.call(plain, "EnumKeys", "/LM"));

        assertThat(refused.error()).isEqualTo(Win32Error.ERROR_ACCESS_DENIED);
    }

    @Test
    void sitesTakeCommandsWhileTheirServiceRuns() {
        Requests.call(door, "SetData", "/LM/W3SVC/1", "1012\t0\t1\tDWORD\t2");
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1016")).containsExactly("1016\t16\t1\tDWORD\t4");
        Requests.call(door, "SetData", "/LM/W3SVC/1", "1012\t0\t1\tDWORD\t3");
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1016")).containsExactly("1016\t16\t1\tDWORD\t6");
        Requests.call(door, "SetData", "/LM/W3SVC/1", "1012\t0\t1\tDWORD\t1");
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1016")).containsExactly("1016\t16\t1\tDWORD\t2");
        assertThat(ntbed.tool.net.Net.run(door, "stop w3svc").exitCode()).isZero();

        Win32Exception refused = catchThrowableOfType(
                Win32Exception.class, () -> Requests.call(door, "SetData", "/LM/W3SVC/1", "1012\t0\t1\tDWORD\t1"));
        assertThat(refused.error()).isEqualTo(Win32Error.ERROR_SERVICE_NOT_ACTIVE);
        assertThat(Requests.call(door, "GetData", "/LM/W3SVC/1", "1016")).containsExactly("1016\t16\t1\tDWORD\t4");
    }

    private String password() {
        return lastField(Requests.call(door, "GetData", "/LM/W3SVC", "7502").get(0));
    }

    private static String lastField(String line) {
        return line.substring(line.lastIndexOf('\t') + 1);
    }
}
