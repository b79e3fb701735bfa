package ntbed.component.sysprep;

import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.RegistryValue;

/**
 * The values below {@code HKLM\SYSTEM\Setup} by which Sysprep, Setupcl and the mini-wizard hand over to each other.
 *
 * <p>{@code CloneTag} and {@code SystemSetupInProgress} are documented (Q180962, Q216684); {@code SetupType} and {@code
 * CmdLine} are those of NT's own setup, taken here [I]; the others are made up [M]: the tools folder, so that it can be
 * removed, and the mark of the finished mini-wizard (decision D3).
 */
final class SetupKey {
    static final String PATH = "HKEY_LOCAL_MACHINE\\SYSTEM\\Setup";
    static final String CLONE_TAG = "CloneTag";
    static final String IN_PROGRESS = "SystemSetupInProgress";
    static final String SETUP_TYPE = "SetupType";
    static final String COMMAND_LINE = "CmdLine";
    static final String TOOLS_FOLDER = "CloneToolsFolder";
    static final String MINI_SETUP_COMPLETED = "MiniSetupCompleted";

    private SetupKey() {}

    static void set(Win32 win32, String name, RegistryValue value) {
        win32.registry().setValue(PATH, name, value);
    }

    static Optional<String> text(Win32 win32, String name) {
        return win32.registry().value(PATH, name).flatMap(RegistryValue::text);
    }
}
