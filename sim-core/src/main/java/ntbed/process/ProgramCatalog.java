package ntbed.process;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The programs that image files may hold, by id. Immutable; the order in which they were named never shows. */
public final class ProgramCatalog {
    private static final int LONGEST_HEADING = 80;

    private final SortedMap<String, Program> programs;

    private ProgramCatalog(SortedMap<String, Program> programs) {
        this.programs = programs;
    }

    /** A catalogue of these; two of one id, or an untidy id or heading, are an {@link AssertionError}. */
    public static ProgramCatalog of(Program... programs) {
        return new ProgramCatalog(new TreeMap<>()).plus(programs);
    }

    /** This catalogue with more programs. */
    public ProgramCatalog plus(Program... more) {
        SortedMap<String, Program> all = new TreeMap<>(programs);
        for (Program program : more) {
            requireTidy(program);
            Program other = all.put(program.id(), program);
            if (other != null) {
                throw new AssertionError("two programs called " + program.id());
            }
        }
        return new ProgramCatalog(all);
    }

    /** The program of that id. */
    public Optional<Program> find(String id) {
        return Optional.ofNullable(programs.get(id));
    }

    /** All programs, by ascending id. */
    public Collection<Program> all() {
        return Collections.unmodifiableCollection(programs.values());
    }

    private static void requireTidy(Program program) {
        String id = program.id();
        if (id.isEmpty() || !id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
            throw new AssertionError("an id is small letters, digits and hyphens: " + id);
        }
        String heading = program.heading();
        if (heading.isEmpty()
                || heading.length() > LONGEST_HEADING
                || !heading.strip().equals(heading)
                || heading.indexOf('\n') >= 0
                || heading.endsWith(".")
                || Character.isLowerCase(heading.charAt(0))) {
            throw new AssertionError("a heading is one line that begins with a capital, without full stop: " + heading);
        }
    }
}
