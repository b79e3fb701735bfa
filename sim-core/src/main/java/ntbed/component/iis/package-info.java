/**
 * Internet Information Server 4.0 and, on Workstation, Personal Web Server 4.0: the services of inetinfo.exe, the
 * metabase with its file, key container and session key, and the set-up program of this part of the Option Pack.
 *
 * <p>Door: {@link ntbed.component.iis.Iis}. Everything else meets it through files, registry, services and one
 * endpoint.
 *
 * <h2>The metabase object</h2>
 *
 * <p>While IISADMIN runs, inetinfo.exe serves endpoint {@code {A9E69610-B80D-11D0-B9B9-00A0C922E750}}. A request is
 * UTF-8 text: the operation on the first line, its arguments on the next, one a line; lines are parted by {@code \n}.
 * The answer is lines too, none of them for an operation that tells nothing.
 *
 * <pre>
 *   GetData      path  id                 one record: the key's own or the nearest inherited one
 *   GetAll       path                     the key's own records, ascending
 *   SetData      path  record             sets a property of a key that is there
 *   DeleteData   path  id                 takes a property of the key itself away
 *   EnumKeys     path                     names of the subkeys, upper-case order
 *   AddKey       path                     makes the key and all missing keys above it
 *   DeleteKey    path                     deletes it and all below it
 *   SaveData                              writes the file now
 *   Backup       name  [version]          answers the version; without one the next free one, 0 first
 *   Restore      name  [version]          without a version the highest one
 *   EnumBackups                           name TAB version, one a line
 *   DeleteBackup name  version
 * </pre>
 *
 * <p>A path is {@code /LM/W3SVC/1/ROOT}. A record is {@code id TAB attributes TAB user type TAB data type TAB data}:
 * the numbers decimal, the type one of DWORD, STRING, BINARY, EXPANDSZ, MULTISZ; data is decimal (unsigned), text,
 * hexadecimal digits, text, texts parted by TAB; in texts a backslash, line feed, tab is {@code \\}, {@code \n},
 * {@code \t}. Secure data comes and goes in clear text, as Adsutil of IIS 4.0 showed it (Q297989). Setting property
 * 1012 (MD_SERVER_COMMAND) of a site, 1 start, 2 stop, 3 pause, 4 continue, changes its state, property 1016 (2
 * started, 4 stopped, 6 paused); 1062 if its service does not run.
 *
 * <p>Errors: 5 the caller is no member of Administrators (Q285286), 3 no such key, MD_ERROR_DATA_NOT_FOUND
 * (0x800CC801) no such property, 183 the key to add is there, MD_ERROR_CANNOT_REMOVE_SECURE_ATTRIBUTE (0x800CC808) a
 * secure property set without the mark, 87 a request that does not fit, 123 a backup's name is not letters and
 * digits, 2 no such backup; Restore also 2140, MD_ERROR_INVALID_VERSION and NTE_ codes.
 *
 * <h2>The set-up program</h2>
 *
 * <p>{@code iissetup.exe} [M] lies on the Option Pack's disc in folder {@code iis} with the files it installs ({@link
 * ntbed.component.iis.Iis#discFiles()} has them all, by path below that folder's parent). Somebody with the rights of
 * an administrator runs {@code iissetup.exe /install FILE} or {@code iissetup.exe /remove}. FILE is text in
 * ISO-8859-1 with sections of the answer file (Q281511), as they are there; both may be missing:
 *
 * <pre>
 *   [Components]               names as in the answer file; ON installs. Without the section: all.
 *   iis_www = ON               others: iis_ftp, iis_smtp, iis_nntp; iis_common comes always
 *   [iis]
 *   PathWWWRoot = D:\www       default C:\Inetpub\wwwroot
 *   PathFTPRoot = D:\ftp       default C:\Inetpub\ftproot
 * </pre>
 *
 * <p>It ends with exit code 0, or with the code of what failed, and leaves the same number in {@code
 * HKLM\SOFTWARE\Microsoft\InetStp}, value {@code LastResult}, REG_DWORD [M]. It installs files, services, registry,
 * accounts, and starts IISADMIN, which as SYSTEM makes key container and metabase; then it asks DCOM for the metabase
 * object, so a missing NTLMSSP or Protected Storage shows as 0x80080005 (Q187710, Q218458). Other services start with
 * the machine. {@code /remove} stops and deletes the services, deletes files, accounts, metabase and MetaBack (Q230287)
 * and leaves the key container.
 *
 * <h2>What no source tells, and what is left out</h2>
 *
 * <p>Made up [M]: the file's layout ({@code MetabaseFile}) and which damage gives which code; the delay of saving;
 * that a change of the locale shows as NTE_BAD_DATA or, where there never was a container, NTE_BAD_KEYSET; which
 * portion a first restore restores; the argument by which set-up makes IISADMIN install; where set-up keeps the names
 * of the accounts. Inferred [I]: which properties are secure, how long loading takes, the services of Personal Web
 * Server.
 *
 * <p>Not simulated: packages of Microsoft Transaction Server, the third place where the passwords of IUSR_ and IWAM_
 * stand (Q297989); the mirror of virtual directories in the registry (Q230287); the wire encryption between console and
 * server; copying a metabase to another node (Iissync); anything that answers on a port.
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32}, {@code crypto} and the values
 * these speak in.
 */
@NullMarked
package ntbed.component.iis;

import org.jspecify.annotations.NullMarked;
