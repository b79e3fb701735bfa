/**
 * SIDs, accounts, privileges, tokens, ACLs and the access check.
 *
 * <p>Door: {@link ntbed.security.Sid}, {@link ntbed.security.Token}, {@link ntbed.security.SecurityDescriptor}, {@link
 * ntbed.security.AccessCheck}, {@link ntbed.security.AccountDatabase}.
 *
 * <p>May import: {@code win32}.
 */
@NullMarked
package ntbed.security;

import org.jspecify.annotations.NullMarked;
