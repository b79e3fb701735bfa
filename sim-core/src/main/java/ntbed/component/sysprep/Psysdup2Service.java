package ntbed.component.sysprep;

import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.registry.RegistryValue;
import ntbed.scm.ServiceConfig;
import ntbed.scm.ServiceConfigChange;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.scm.ServiceControlApi.ServiceHandle;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * The service entry {@code Psysdup2}. Sysprep writes it whether or not the file is there (Q198417).
 *
 * <p>{@code Start} is documented; the other values are the usual ones of a plain program service [I].
 */
final class Psysdup2Service {
    static final String NAME = "Psysdup2";

    private static final String IMAGE_PATH = "%SystemRoot%\\System32\\" + ToolSet.PSYSDUP2;
    private static final String KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\" + NAME;

    private Psysdup2Service() {}

    /** Makes the entry, or sets one that is there back to automatic start. */
    static void register(Win32 win32) {
        int access = AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_CREATE_SERVICE;
        try (ScManagerHandle manager = win32.services().openSCManager(null, null, access)) {
            try {
                manager.createService(
                                NAME,
                                ServiceConfig.ownProcess(ServiceConfig.AUTO_START, IMAGE_PATH),
                                AccessMask.SERVICE_ALL_ACCESS)
                        .close();
            } catch (Win32Exception taken) {
                again(win32, manager, taken);
            }
        }
    }

    private static void again(Win32 win32, ScManagerHandle manager, Win32Exception taken) {
        if (taken.error() == Win32Error.ERROR_SERVICE_EXISTS) {
            try (ServiceHandle service = manager.openService(NAME, AccessMask.SERVICE_CHANGE_CONFIG)) {
                service.changeServiceConfig(automatic());
            }
        } else if (taken.error() == Win32Error.ERROR_SERVICE_MARKED_FOR_DELETE) {
            // The record of an earlier run is on its way out; the entry for the next start is written all the same.
            writeKey(win32);
        } else {
            throw taken;
        }
    }

    private static ServiceConfigChange automatic() {
        return new ServiceConfigChange(
                Optional.of(ServiceConfig.WIN32_OWN_PROCESS),
                Optional.of(ServiceConfig.AUTO_START),
                Optional.of(1),
                Optional.of(IMAGE_PATH),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void writeKey(Win32 win32) {
        if (win32.registry().value(KEY, "DeleteFlag").isPresent()) {
            win32.registry().deleteValue(KEY, "DeleteFlag");
        }
        win32.registry().setValue(KEY, "Type", RegistryValue.dword(ServiceConfig.WIN32_OWN_PROCESS));
        win32.registry().setValue(KEY, "Start", RegistryValue.dword(ServiceConfig.AUTO_START));
        win32.registry().setValue(KEY, "ErrorControl", RegistryValue.dword(1));
        win32.registry().setValue(KEY, "ImagePath", RegistryValue.expandSz(IMAGE_PATH));
        win32.registry().setValue(KEY, "ObjectName", RegistryValue.sz("LocalSystem"));
    }
}
