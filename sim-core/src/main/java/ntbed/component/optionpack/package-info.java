/**
 * The Windows NT 4.0 Option Pack: its disc and its set-up program, run unattended with an answer file.
 *
 * <p>Door: {@link ntbed.component.optionpack.OptionPack}. Facts: Q281511 (sections and keys, where errors go), Q236796
 * and Q191851 (command line), Q219717, Q195015, Q199918 (service packs, the two corrected files), Q190206 (keys without
 * effect, the ODBC driver), Q254590 (SMTP after IIS 2.0), Q187710 and Q218458 (services that are missing), Q248737
 * (several processors), Q190157 (Terminal Server). What no article says is made up [M] and stands in {@link
 * ntbed.component.optionpack.SetupText} (sentences), {@code parts.tsv} (files, what each choice takes) and {@link
 * ntbed.component.optionpack.Selection} (parts that an answer file does not name).
 *
 * <p>A part may bring a set-up program of its own, which lies below the folder of {@code setup.exe} and is run as
 * {@code program /install file} or {@code program /remove}. The file is text of sections as an answer file is: {@code
 * [Components]} with the parts that are to be there afterwards ({@code name = ON}) and the part's own section of the
 * answer file, {@code [iis]}. The program leaves its result, 0 for success, as a REG_DWORD in the registry; of {@code
 * iissetup.exe} it is {@code LastResult} under {@code HKLM\SOFTWARE\Microsoft\InetStp} [M].
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.optionpack;

import org.jspecify.annotations.NullMarked;
