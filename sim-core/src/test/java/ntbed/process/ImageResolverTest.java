package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileVersion;
import ntbed.filesystem.NtPath;
import ntbed.filesystem.VolumeBuilder;
import ntbed.registry.RegistryValue;
import ntbed.security.AccessControlEntry;
import ntbed.security.SecurityDescriptor;
import ntbed.security.Sid;
import ntbed.security.Token;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageResolverTest {
    private static final Token USER =
            new Token(new Sid("S-1-5-21-1-2-3-1000"), "NTBED", "user", List.of(Sid.EVERYONE), Set.of(), Set.of());
    private static final byte[] IMAGE = ImageFile.of("console").encode();

    private final VolumeBuilder files = TestProcesses.files();

    @Test
    @DisplayName("I1: without ImagePath a service's file is System32\\NAME.EXE")
    void serviceDefault() {
        assertThat(ImageResolver.serviceCommandLine("Alerter", Optional.empty(), TestProcesses.ENVIRONMENT))
                .isEqualTo("C:\\WINNT\\System32\\Alerter.exe");
    }

    @Test
    @DisplayName("I1: without ImagePath a driver's file is System32\\drivers\\NAME.SYS")
    void driverDefault() {
        assertThat(ImageResolver.driverPath("Atdisk", Optional.empty(), TestProcesses.ROOT))
                .isEqualTo(NtPath.of("C:\\WINNT\\System32\\drivers\\Atdisk.SYS"));
        assertThat(ImageResolver.driverPath("Atdisk", Optional.of(RegistryValue.sz("")), TestProcesses.ROOT))
                .isEqualTo(NtPath.of("C:\\WINNT\\System32\\drivers\\Atdisk.SYS"));
    }

    @ParameterizedTest
    @DisplayName("I2: the forms of a driver's path")
    @CsvSource({
        "\\SystemRoot\\System32\\drivers\\x.sys,C:\\WINNT\\System32\\drivers\\x.sys",
        "\\systemroot\\x.sys,C:\\WINNT\\x.sys",
        "System32\\drivers\\x.sys,C:\\WINNT\\System32\\drivers\\x.sys",
        "\\??\\C:\\x.sys,C:\\x.sys",
        "\\DosDevices\\D:\\x.sys,D:\\x.sys"
    })
    void driverForms(String text, String path) {
        assertThat(ImageResolver.driverPath("x", Optional.of(RegistryValue.expandSz(text)), TestProcesses.ROOT))
                .isEqualTo(NtPath.of(path));
    }

    @ParameterizedTest
    @DisplayName("I2: what is no path of a driver")
    @CsvSource({"\\Device\\Elsewhere\\x.sys,3", "C:\\WINNT\\x.sys,123", "a|b.sys,123"})
    void driverNoForms(String text, int code) {
        assertThat(codeOf(() -> ImageResolver.driverPath("x", Optional.of(RegistryValue.sz(text)), TestProcesses.ROOT)))
                .isEqualTo(code);
    }

    @Test
    void anImagePathThatIsNoTextIsInvalidData() {
        Optional<RegistryValue> number = Optional.of(RegistryValue.dword(1));
        assertThat(codeOf(() -> ImageResolver.driverPath("x", number, TestProcesses.ROOT)))
                .isEqualTo(13);
        assertThat(codeOf(() -> ImageResolver.serviceCommandLine("x", number, TestProcesses.ENVIRONMENT)))
                .isEqualTo(13);
    }

    @Test
    @DisplayName("I3: REG_EXPAND_SZ is expanded, the rest is the command line")
    void expanded() {
        RegistryValue value = RegistryValue.expandSz("%SystemRoot%\\System32\\console.exe -k %None%");
        assertThat(ImageResolver.serviceCommandLine("x", Optional.of(value), TestProcesses.ENVIRONMENT))
                .isEqualTo("C:\\WINNT\\System32\\console.exe -k %None%");
    }

    @Test
    @DisplayName("I3: REG_SZ is not expanded, so that nothing is found")
    void notExpanded() {
        RegistryValue value = RegistryValue.sz("%SystemRoot%\\System32\\console.exe");
        String line = ImageResolver.serviceCommandLine("x", Optional.of(value), TestProcesses.ENVIRONMENT);
        assertThat(line).isEqualTo("%SystemRoot%\\System32\\console.exe");
        assertThat(code(line)).isEqualTo(3);
    }

    @Test
    @DisplayName("I4: an unquoted path with a blank is found, quotes or not")
    void blanks() {
        files.file(NtPath.of("C:\\Program Files\\x\\y.exe"), IMAGE);
        assertThat(path("C:\\Program Files\\x\\y.exe -k")).isEqualTo("C:\\Program Files\\x\\y.exe");
        assertThat(path("\"C:\\Program Files\\x\\y.exe\" -k")).isEqualTo("C:\\Program Files\\x\\y.exe");
    }

    @Test
    @DisplayName("I4: C:\\Program.exe goes before C:\\Program Files")
    void programExe() {
        files.file(NtPath.of("C:\\Program Files\\x\\y.exe"), IMAGE).file(NtPath.of("C:\\Program.exe"), IMAGE);
        assertThat(path("C:\\Program Files\\x\\y.exe")).isEqualTo("C:\\Program.exe");
        assertThat(path("\"C:\\Program Files\\x\\y.exe\"")).isEqualTo("C:\\Program Files\\x\\y.exe");
    }

    @Test
    @DisplayName("I4: a stray file C:\\Program gives 193, a stray directory and no image 5")
    void strays() {
        files.file(NtPath.of("C:\\Program"), new byte[] {1, 2, 3});
        assertThat(code("C:\\Program Files\\x\\y.exe")).isEqualTo(193);
        files.delete(NtPath.of("C:\\Program")).directory(NtPath.of("C:\\Program"));
        assertThat(code("C:\\Program Files\\x\\y.exe")).isEqualTo(5);
    }

    @Test
    @DisplayName("I4: of several misses the first one's code is the answer")
    void firstMiss() {
        assertThat(code("C:\\WINNT\\System32\\gone.exe /a:b|c")).isEqualTo(2);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @DisplayName("I5: what is wrong with an image path, one row per code")
    @CsvSource({
        "C:\\WINNT\\System32\\gone.exe,2",
        "gone.exe,2",
        "'',2",
        "C:\\gone\\x.exe,3",
        "D:\\x.exe,3",
        "%SystemRoot%\\x.exe,3",
        "\\SystemRoot\\System32\\console.exe,3",
        "C:\\WINNT,5",
        "\"C:\\WINNT\\System32\",5",
        "C:\\private.exe,5",
        "\\\\server\\share\\x.exe,53",
        "C::\\x.exe,123",
        "C:\\WINNT\\a<b.exe,123",
        "\"C:\\WINNT\\System32\\console.exe -k\",2",
        "C:\\empty.exe,193",
        "C:\\damaged.exe,193",
        "C:\\text.exe,193",
        "C:\\WINNT\\System32\\drivers\\good.sys,193"
    })
    void codes(String commandLine, int code) {
        byte[] damaged = IMAGE.clone();
        damaged[damaged.length - 1] ^= 1;
        files.file(NtPath.of("C:\\empty.exe"), new byte[0])
                .file(NtPath.of("C:\\damaged.exe"), damaged)
                .file(NtPath.of("C:\\text.exe"), new byte[] {'h', 'e', 'l', 'l', 'o'});
        AccessControlEntry readOnly = AccessControlEntry.allow(Sid.EVERYONE, AccessMask.FILE_GENERIC_READ);
        files.file(
                NtPath.of("C:\\private.exe"),
                IMAGE,
                FileAttributes.FILE,
                Optional.empty(),
                SecurityDescriptor.of(Sid.ADMINISTRATORS, readOnly));
        assertThat(code(commandLine)).isEqualTo(code);
    }

    @Test
    @DisplayName("I5: a name of 260 characters and more gives 206")
    void tooLong() {
        assertThat(code("C:\\" + "x".repeat(200) + "\\" + "y".repeat(100))).isEqualTo(206);
    }

    @Test
    void aBareNameIsSearchedInSystem32TheRootAndPath() {
        files.file(NtPath.of("C:\\WINNT\\notepad.exe"), IMAGE).file(NtPath.of("C:\\Tools\\tool.exe"), IMAGE);
        assertThat(path("console")).isEqualTo("C:\\WINNT\\System32\\console.exe");
        assertThat(path("NOTEPAD.EXE a.txt")).isEqualTo("C:\\WINNT\\notepad.exe");
        assertThat(path("tool")).isEqualTo("C:\\Tools\\tool.exe");
    }

    @Test
    void aRelativePathBeginsAtSystem32() {
        files.file(NtPath.of("C:\\WINNT\\System32\\inetsrv\\inetinfo.exe"), IMAGE);
        assertThat(path("inetsrv\\inetinfo")).isEqualTo("C:\\WINNT\\System32\\inetsrv\\inetinfo.exe");
        assertThat(path("\\WINNT\\System32\\console.exe")).isEqualTo("C:\\WINNT\\System32\\console.exe");
    }

    @Test
    @DisplayName("I5: a directory in PATH that is no legal path is passed over")
    void illegalDirectoryInPath() {
        files.file(NtPath.of("C:\\Tools\\tool.exe"), IMAGE);
        Environment odd = TestProcesses.ENVIRONMENT.with("Path", "C:\\a|b;C:\\com1;relative;;C:\\Tools");
        ImageResolver resolver = new TestProcesses(files).table.resolver();
        assertThat(resolver.resolve("tool", odd, USER).path()).hasToString("C:\\Tools\\tool.exe");
        assertThat(codeOf(() -> resolver.resolve("gone", odd, USER))).isEqualTo(2);
    }

    @Test
    @DisplayName("a malformed SystemRoot is a path that cannot be searched, not a failure of ours")
    void malformedSystemRoot() {
        ImageResolver resolver = new TestProcesses(files).table.resolver();
        Environment odd = TestProcesses.ENVIRONMENT.with("SystemRoot", "");
        assertThat(codeOf(() -> resolver.resolve("\\gone.exe", odd, USER))).isEqualTo(123);
        assertThat(codeOf(() -> resolver.resolve("gone.exe", odd, USER))).isEqualTo(123);
    }

    @Test
    void aDriversImageIsReadOrRefused() {
        files.file(NtPath.of("C:\\bad.sys"), new byte[0]);
        ImageResolver resolver = new TestProcesses(files).table.resolver();
        assertThat(resolver.driverImage(NtPath.of("C:\\WINNT\\System32\\drivers\\good.sys")))
                .isEqualTo(ImageFile.of("driver"));
        assertThat(codeOf(() -> resolver.driverImage(NtPath.of("C:\\WINNT\\System32\\drivers\\gone.sys"))))
                .isEqualTo(2);
        assertThat(codeOf(() -> resolver.driverImage(NtPath.of("C:\\gone\\gone.sys"))))
                .isEqualTo(3);
        assertThat(codeOf(() -> resolver.driverImage(NtPath.of("C:\\bad.sys")))).isEqualTo(193);
        assertThat(codeOf(() -> resolver.driverImage(NtPath.of("C:\\WINNT\\System32\\console.exe"))))
                .isEqualTo(193);
    }

    private String path(String commandLine) {
        return new TestProcesses(files)
                .table
                .resolver()
                .resolve(commandLine, TestProcesses.ENVIRONMENT, USER)
                .path()
                .toString();
    }

    private int code(String commandLine) {
        ImageResolver resolver = new TestProcesses(files).table.resolver();
        return codeOf(() -> resolver.resolve(commandLine, TestProcesses.ENVIRONMENT, USER));
    }

    private static int codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Win32Exception refused = catchThrowableOfType(Win32Exception.class, call);
        return refused == null ? 0 : refused.code();
    }

    @ParameterizedTest
    @DisplayName(
            "a process needs its library: 126 without it, 127 with an older one, 193 for an image that says nonsense")
    @CsvSource({
        "x.dll 4.0.1381.4,4.0.1381.4,0",
        "x.dll 4.0.1381.4,4.0.1381.133,0",
        "x.dll 4.0.1381.4,4.0.1381.3,127",
        "x.dll 4.0.1381.4,3.51.2000.1,127",
        "x.dll 4.0.1381.4,,127",
        "gone.dll 4.0.1381.4,4.0.1381.4,126",
        "x.dll,4.0.1381.4,193",
        "x.dll 4.0,4.0.1381.4,193",
        "x.dll 4.0.1381.x,4.0.1381.4,193",
        "x.dll 4.0.1381.999999,4.0.1381.4,193"
    })
    void neededLibrary(String needs, String version, int code) {
        NtPath library = NtPath.of("C:\\WINNT\\System32\\x.dll");
        NtPath program = NtPath.of("C:\\WINNT\\System32\\x.exe");
        files.file(
                library,
                IMAGE,
                FileAttributes.FILE,
                Optional.ofNullable(version).flatMap(FileVersion::parse));
        files.file(program, ImageFile.of("console").with(ImageFile.NEEDS, needs).encode());

        ProcessTable table = new TestProcesses(files).table;
        assertThat(codeOf(() -> table.create(USER, "x.exe", TestProcesses.ENVIRONMENT, Optional.empty())))
                .isEqualTo(code);
    }
}
