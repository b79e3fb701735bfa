package ntbed.component.protectedstorage;

import java.util.Optional;
import ntbed.filesystem.NtPath;
import ntbed.process.ImageFile;
import ntbed.process.NtProcess;
import ntbed.registry.RegistryApi;
import ntbed.win32.AccessMask;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;

/**
 * What the service looks at before it runs, first match wins: the provider's library, the images, the store. What comes
 * before (no entry, no folder, no file, no RPC) is the service control manager's to find.
 *
 * <p>Codes: 2148270091 for store and images (Q321454, Q244610, Q317218, Q201865); the two others are ours [M].
 */
final class StartUp {
    private StartUp() {}

    static Win32Error examine(NtProcess process) {
        try {
            NtPath system32 = NtPath.of(process.environment().expand("%SystemRoot%\\System32"));
            NtPath library = system32.resolve(ProtectedStorage.PROVIDER_LIBRARY);
            if (!process.files().exists(library)) {
                return Win32Error.PST_E_PROV_DLL_NOT_FOUND;
            }
            return isGenuine(process, system32, library)
                    ? store(process.registry())
                    : Win32Error.PST_E_DISK_IMAGE_MISMATCH;
        } catch (Win32Exception e) {
            return e.error() == Win32Error.ERROR_ACCESS_DENIED
                    ? Win32Error.PST_E_NO_PERMISSIONS
                    : Win32Error.PST_E_STORAGE_ERROR;
        }
    }

    /** Both images as they were made, and the program on the drive that Windows NT is on (Q317218, Q201865). */
    private static boolean isGenuine(NtProcess process, NtPath system32, NtPath library) {
        return process.image().drive() == system32.drive()
                && ImageFile.isUnaltered(process.files().read(process.image()))
                && ImageFile.isUnaltered(process.files().read(library));
    }

    private static Win32Error store(RegistryApi registry) {
        try {
            registry.openKey(Store.MACHINE_ROOT, AccessMask.KEY_ALL_ACCESS).close();
        } catch (Win32Exception e) {
            if (e.error() != Win32Error.ERROR_FILE_NOT_FOUND) {
                throw e;
            }
            Store.createMachineStore(registry);
        }
        Optional<Malformation> malformation = Store.examine(registry);
        return malformation.map(Malformation::error).orElse(Win32Error.ERROR_SUCCESS);
    }
}
