/**
 * What Windows NT 4.0 itself puts on a disk: Server, Workstation and Enterprise Edition with Service Pack 3, 4, 5 or 6a
 * in {@code C:\WINNT}, healthy, as readable data.
 *
 * <p>Door: {@link ntbed.component.base.BaseInstallation}. The data: {@code services.reg} (the service database), {@code
 * system.reg}, {@code software.reg}, {@code default.reg}, one file an edition, {@code files.tsv}, {@code
 * service-packs.tsv}. Where no source gives
 * a figure it is invented [M]: computer names, owner, product ID, dates, start times of services, file versions of
 * files that no article names. The machine has an IDE disk, a CD-ROM drive, an S3 display and one network card.
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.base;

import org.jspecify.annotations.NullMarked;
