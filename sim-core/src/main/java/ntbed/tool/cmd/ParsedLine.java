package ntbed.tool.cmd;

import ntbed.win32.CaseFolding;

/**
 * One command: its name and what stands behind it, just as it was typed.
 *
 * @param name the name without quotes, in any case; empty for an empty line
 * @param typedName the name as it was typed
 * @param tail what follows the name, with the sign that ended the name: {@code cd\winnt} has the tail {@code \winnt}
 */
record ParsedLine(String name, String typedName, String tail) {
    static final ParsedLine EMPTY = new ParsedLine("", "", "");

    /** Whether the name is that one. */
    boolean is(String command) {
        return CaseFolding.fold(name).equals(CaseFolding.fold(command));
    }

    /** The arguments without the blanks around them. */
    String arguments() {
        return tail.strip();
    }
}
