package ntbed.component.sysprep;

import java.util.List;
import ntbed.filesystem.FileAttributes;
import ntbed.filesystem.FileEntry;
import ntbed.filesystem.NtPath;
import ntbed.machine.Win32;
import ntbed.process.NtProcess;
import ntbed.registry.KeyTree;
import ntbed.registry.RegistryValue;
import ntbed.security.Sid;
import ntbed.time.SeededRandom;

/**
 * A new machine SID of 96 random bits, a new machine key at the same moment (decision D1), and no profile but the
 * Administrator's (Q192855; that Setupcl deletes them is ours [M]).
 */
final class NewIdentity {
    private static final String PROFILE_LIST =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList";
    private static final List<String> SHARED_PROFILES = List.of("ALL USERS", "DEFAULT USER");

    private final NtProcess process;
    private final Win32 win32;

    NewIdentity(NtProcess process, Win32 win32) {
        this.process = process;
        this.win32 = win32;
    }

    void assume() {
        deleteProfiles();
        win32.accounts().replaceMachineSid(newSid());
        win32.accounts().replaceMachineKey();
    }

    private Sid newSid() {
        SeededRandom random = process.random().fork("machine sid");
        StringBuilder sid = new StringBuilder("S-1-5-21");
        for (int i = 0; i < 3; i++) {
            sid.append('-').append(Integer.toUnsignedString(random.nextInt()));
        }
        return new Sid(sid.toString());
    }

    private void deleteProfiles() {
        Sid administrator = win32.accounts().machineSid().withRid(Sid.RID_ADMINISTRATOR);
        NtPath kept = NtPath.of(process.environment().expand("%SystemRoot%\\Profiles\\Administrator"));
        List<KeyTree> profiles =
                win32.registry().tree(PROFILE_LIST).map(KeyTree::subkeys).orElse(List.of());
        for (KeyTree profile : profiles) {
            if (NtPath.fold(profile.name()).equals(administrator.text())) {
                kept = profile.value("ProfileImagePath")
                        .flatMap(RegistryValue::text)
                        .map(path -> NtPath.of(process.environment().expand(path)))
                        .orElse(kept);
            } else {
                win32.registry().deleteKey(PROFILE_LIST + "\\" + profile.name());
            }
        }
        NtPath folder = NtPath.of(process.environment().expand("%SystemRoot%\\Profiles"));
        if (win32.files().exists(folder)) {
            for (FileEntry entry : win32.files().list(folder)) {
                if (!entry.path().equals(kept)
                        && !SHARED_PROFILES.contains(NtPath.fold(entry.path().name()))) {
                    delete(win32, entry);
                }
            }
        }
    }

    /** Deletes a file, or a directory with all that is in it; what is read-only, as files from a disc are, too. */
    static void delete(Win32 win32, FileEntry entry) {
        if (entry.attributes().has(FileAttributes.READONLY)) {
            win32.files()
                    .setAttributes(
                            entry.path(), new FileAttributes(entry.attributes().mask() & ~FileAttributes.READONLY));
        }
        if (entry.attributes().has(FileAttributes.DIRECTORY)) {
            win32.files().list(entry.path()).forEach(inside -> delete(win32, inside));
            win32.files().removeDirectory(entry.path());
        } else {
            win32.files().delete(entry.path());
        }
    }
}
