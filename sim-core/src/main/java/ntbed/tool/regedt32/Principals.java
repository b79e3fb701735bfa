package ntbed.tool.regedt32;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ntbed.machine.AccountApi;
import ntbed.process.Control;
import ntbed.security.Sid;
import ntbed.win32.CaseFolding;

/** The names of users and groups, as the security dialogs show them: without the domain, which is always this one. */
final class Principals {
    /** What is shown for a SID that no account has. */
    static final String UNKNOWN = "Account Unknown";

    private static final List<Sid> WELL_KNOWN =
            List.of(Sid.CREATOR_OWNER, Sid.EVERYONE, Sid.INTERACTIVE, Sid.NETWORK, Sid.SYSTEM);

    private final AccountApi accounts;

    Principals(AccountApi accounts) {
        this.accounts = accounts;
    }

    String name(Sid sid) {
        String full = accounts.lookupSid(sid).orElse(UNKNOWN);
        return full.substring(full.lastIndexOf('\\') + 1);
    }

    /** The names that can be added to a list: groups, well-known ones, and users where they are wanted. */
    List<String> names(boolean withUsers) {
        List<String> names = new ArrayList<>();
        accounts.localGroups().forEach(group -> names.add(group.name()));
        WELL_KNOWN.forEach(sid -> names.add(name(sid)));
        names.sort((a, b) -> CaseFolding.fold(a).compareTo(CaseFolding.fold(b)));
        if (withUsers) {
            accounts.users().forEach(user -> names.add(user.name()));
        }
        return names;
    }

    /** The account of a name that {@link #names} has, in any case, or that the machine knows. */
    Optional<Sid> sid(String name) {
        for (Sid sid : WELL_KNOWN) {
            if (CaseFolding.fold(name(sid)).equals(CaseFolding.fold(name))) {
                return Optional.of(sid);
            }
        }
        return accounts.lookupName(name);
    }

    /** A list of them to select from. */
    Control.ListBox list(String label, boolean withUsers, String selected) {
        return new Control.ListBox(label, names(withUsers), selected);
    }
}
