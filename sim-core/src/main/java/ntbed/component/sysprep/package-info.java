/**
 * The System Preparation Tool for Windows NT 4.0: source CD, tools folder, the run on the master, Setupcl and the
 * mini-wizard on a clone, the Psysdup2 service.
 *
 * <p>Door: {@link ntbed.component.sysprep.SysprepTools}, {@link ntbed.component.sysprep.SourceDisc}, {@link
 * ntbed.component.sysprep.WizardPerson}. Facts: Q198417,
 * Q200567, Q180962, Q195446, Q196018, Q196019, Q192855, Q214597, Q216071, Q216684, Q241048, Q246793, Q306447.
 *
 * <p>May import: {@code machine}, {@code machine.lab}, {@code process}, {@code win32} and the values these speak in.
 */
@NullMarked
package ntbed.component.sysprep;

import org.jspecify.annotations.NullMarked;
