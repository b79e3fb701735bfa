package ntbed.security;

/**
 * A user as the SAM keeps it.
 *
 * @param name 1 to 20 characters, equal without regard to case
 * @param sid machine SID and relative id
 * @param comment what it is for
 * @param disabled whether it may not log on (1331)
 * @param password the one-way form of the password
 */
public record UserAccount(String name, Sid sid, String comment, boolean disabled, PasswordHash password) {}
