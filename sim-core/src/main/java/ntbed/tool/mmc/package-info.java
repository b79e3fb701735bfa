/**
 * Internet Service Manager in the Microsoft Management Console: tree of sites and directories, property sheets, start
 * and stop of sites, backups of the configuration.
 *
 * <p>Door: {@link ntbed.tool.mmc.InternetServiceManager}.
 *
 * <p>It asks the metabase object, whoever serves that, by calls of lines of text (see {@code MetabaseClient}). Made up
 * [M]: what the tree shows while the metabase cannot be reached (the sites of set-up, all stopped), the content of the
 * client's key container, texts of boxes other than the two of Q248739.
 *
 * <p>May import: {@code machine}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.tool.mmc;

import org.jspecify.annotations.NullMarked;
