package ntbed.security;

import java.util.List;

/**
 * A local group (the SAM calls it an alias).
 *
 * @param name equal without regard to case
 * @param sid {@code S-1-5-32-...} for a built-in one
 * @param comment what it is for
 * @param members SIDs of users and, in a domain, of global groups, in the order they were added
 */
public record LocalGroup(String name, Sid sid, String comment, List<Sid> members) {
    public LocalGroup {
        members = List.copyOf(members);
    }
}
