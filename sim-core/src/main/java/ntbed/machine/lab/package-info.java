/**
 * Behind the door: what builds machines and what breaks them. Only installers, tests and scenarios come here.
 *
 * <p>Door: {@link ntbed.machine.lab.MachineBuilder}, {@link ntbed.machine.lab.FaultInjector}.
 *
 * <p>May import: everything that {@code machine} may, and {@code machine}.
 */
@NullMarked
package ntbed.machine.lab;

import org.jspecify.annotations.NullMarked;
