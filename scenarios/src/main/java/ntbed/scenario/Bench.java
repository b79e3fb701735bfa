package ntbed.scenario;

import java.util.List;
import java.util.Map;

/** Where the machines of one run stand, by name: what steps act on. One of them is the one that is sat at. */
interface Bench {
    /** Where the benches of a run come from: each begins with one machine, {@code master}, installed and off. */
    interface Maker {
        Bench make(String heading, Article.Setting setting);
    }

    /** Whether there is a machine of that name. */
    boolean has(String machine);

    /** Sits down at a machine. */
    void at(String machine);

    /** Switches it on and lets it start to the log-on box. */
    void powerOn();

    void shutDown();

    void restart();

    /** Pulls the plug. */
    void cutPower();

    /** A new machine gets a copy of the disk of this one, which is off. */
    void copyDisk(String to);

    void logOn(String user, String password);

    void waitFor(long millis);

    void insertDisc(String disc);

    void install(String component);

    /** Runs a command line as the user who is logged on, until the machine has come to rest or to its end. */
    void run(String commandLine);

    /** Answers the window of that title. */
    void answer(String window, String button, Map<String, String> fields);

    /** Which edition its machines are. */
    Edition edition();

    /** Runs something during which steps are done as the machine itself. */
    void asSystem(Runnable work);

    /** Damages a file or a value. */
    void damage(Damage damage);

    /** Gives a key or a file an owner and an access list. */
    void setPermissions(SetPermissions permissions);

    void addUser(String name, String password, List<String> groups);

    void renameFile(String from, String to);

    void copyFile(String from, String to);

    void setValue(String key, String name, String type, List<String> data);

    /** Deletes a value, or, if no value is named, the key with all below it. */
    void deleteFromRegistry(String key, String valueName);

    /** Uses the tool that is open, or opens one; {@code field} names a box or list of its window. */
    void useTool(Step.ToolVerb verb, String field, String argument);

    /** Writes a file of text lines. */
    void writeFile(String path, List<String> lines);

    /** Does at the machine what a fix does, as the user who is logged on; whether that restarted the machine. */
    boolean applyFix(String fix);

    /** What can be seen at a machine since it last started. */
    Observation observe(String machine);

    /** The machine that is sat at, as it is now. */
    Glimpse glimpse();

    /** Shuts down whatever runs. */
    void shutDownAll();

    /** The same machines, all of them off, on another bench; costs nothing. */
    Bench fork(String heading);

    /** The paths of keys, values and files in which a machine differs from the one of that name on another bench. */
    List<String> differences(String machine, Bench other);

    /** What it took so far, and the traces of it. */
    ArticleRun.Counts counts();

    List<ArticleRun.MachineTrace> traces();
}
