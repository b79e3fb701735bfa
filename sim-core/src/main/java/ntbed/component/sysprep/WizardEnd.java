package ntbed.component.sysprep;

import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryValue;

/** What is done when the last page has been left: marks taken back, tools removed, end. The restart is winlogon's. */
final class WizardEnd {
    private static final String PROVIDER_ORDER =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\NetworkProvider\\Order";

    private final NtProcess process;
    private final Win32 win32;

    WizardEnd(NtProcess process, Win32 win32) {
        this.process = process;
        this.win32 = win32;
    }

    void complete() {
        SetupKey.set(win32, SetupKey.SETUP_TYPE, RegistryValue.dword(0));
        SetupKey.set(win32, SetupKey.COMMAND_LINE, RegistryValue.sz(""));
        SetupKey.set(win32, SetupKey.MINI_SETUP_COMPLETED, RegistryValue.dword(1));
        if (takesProgressMarkBack()) {
            SetupKey.set(win32, SetupKey.IN_PROGRESS, RegistryValue.dword(0));
        }
        removeTools();
        process.exit(0);
    }

    /** With another maker's network client the files of version 1.1 leave the mark at 1 (Q216684). */
    private boolean takesProgressMarkBack() {
        String order = win32.registry()
                .value(PROVIDER_ORDER, "ProviderOrder")
                .flatMap(RegistryValue::text)
                .orElse("LanmanWorkstation");
        return NtPath.fold(order).equals("LANMANWORKSTATION")
                || "yes".equals(process.imageParameters().get(ToolSet.CORRECTED));
    }

    /** Only a folder named Sysprep on the volume of Windows NT goes (Q196018). */
    private void removeTools() {
        Optional<NtPath> folder = SetupKey.text(win32, SetupKey.TOOLS_FOLDER).map(NtPath::of);
        char windowsDrive =
                NtPath.of(process.environment().expand("%SystemRoot%")).drive();
        folder.filter(path -> NtPath.fold(path.name()).equals("SYSPREP") && path.drive() == windowsDrive)
                .flatMap(path -> win32.files().find(path))
                .ifPresent(entry -> NewIdentity.delete(win32, entry));
        if (folder.isPresent()) {
            win32.registry().deleteValue(SetupKey.PATH, SetupKey.TOOLS_FOLDER);
        }
    }
}
