package ntbed.machine.lab;

import java.util.List;
import ntbed.process.Program;

/**
 * Something that can be installed on a machine that is off: a small uniform module. It says what it puts on the disk
 * and which programs its image files hold; no component knows another.
 */
public interface Component {
    /** Short and unique, lower case: what an article calls it. */
    String id();

    /** One line that says what it is. */
    String heading();

    /** Puts its files, keys and services on the machine, and makes its {@link #programs()} known. */
    void install(MachineBuilder machine);

    /** The programs that its image files hold, beside those that every machine knows. */
    List<Program> programs();
}
