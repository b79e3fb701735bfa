/**
 * From power-on to the desktop: loader, control sets, drivers, session manager, log-on, Last Known Good, shutdown.
 *
 * <p>Door: {@link ntbed.boot.BootSequence} (one method a phase), {@link ntbed.boot.BootOutcome}, {@link
 * ntbed.boot.LocalSecurityAuthority}.
 *
 * <p>The rules, where they live, and what they rest on (rule ids are those that the tests name):
 *
 * <table><caption>Rules of the boot</caption>
 * <tr><th>rules</th><th>class</th><th>source</th></tr>
 * <tr><td>B1-B3, B5, B15, H5-H7</td><td>{@code Loader}, {@code BootIni}</td>
 *     <td>Resource Guide "The boot process"; Q100312,
 *     Q156202, Q124566</td></tr>
 * <tr><td>B4, B7, L1-L10</td><td>{@code ControlSetSelection}, {@code LastKnownGood}</td><td>Resource Guide
 *     "HKLM\System key"; Q102984, Q136441, Q156202</td></tr>
 * <tr><td>B5-B9, E3, E4</td><td>{@code Kernel}, {@code DriverOrder}, {@code DriverStart}</td>
 *     <td>Resource Guide, DNWINNT
 *     registry pages</td></tr>
 * <tr><td>B11-B13, H2, H4, H8</td><td>{@code SessionManager}</td><td>DNWINNT Session Manager; MSDN MoveFileEx; Q317189,
 *     Q106153</td></tr>
 * <tr><td>H9</td><td>{@code RegistryQuota}</td><td>Resource Guide; Q180926</td></tr>
 * <tr><td>B14, L4, E6, E7</td><td>{@code BootSequence}, {@code Logon}</td><td>Resource Guide "Logging on"</td></tr>
 * </table>
 *
 * <p>Inferred [I] or made up [M], each said again where it stands in the code:
 *
 * <ul>
 *   <li>[I] how long each phase takes ({@code BootSequence} and the phases it calls); what a key takes of the
 *       registry's quota ({@code RegistryQuota}); the number on the screen of a critical driver's second failure
 *       ({@code Kernel}); a control set that failed before the last one is dropped ({@code LastKnownGood}); a user's
 *       own hive follows the machine's new SID whole ({@code MachineSidChange}).
 *   <li>[M] the values in SAM and SECURITY ({@code AccountHives}); {@code Setup\CmdLine} run in place of the log-on,
 *       a restart at its end, and log-on if it cannot be run; a boot that
 *       has no Last Known Good to go back to is treated as if it ran already ({@code Kernel}); the code of the refused
 *     log-on while a set-up is under way ({@code BootSequence}); the mark that the mini-wizard leaves ({@code
 *     Services}); an empty hive for a user whose own cannot be read, and a profile without the files that SYSTEM may
 *     not copy ({@code Logon}).
 * </ul>
 *
 * <p>Not simulated: damage of a volume's own structures, copying one hive's file over another's (the keys do not come
 * along), sizes of page files, a SYSTEM hive too large for the loader, writes refused for want of registry quota,
 * hardware profiles in the loader's menu, roaming profiles, the
 * subkey {@code FileRenameOperations} of older set-ups.
 *
 * <p>May import: everything above it: {@code win32}, {@code time}, {@code trace}, {@code security}, {@code registry},
 * {@code filesystem}, {@code eventlog}, {@code crypto}, {@code process}, {@code scm}.
 */
@NullMarked
package ntbed.boot;

import org.jspecify.annotations.NullMarked;
