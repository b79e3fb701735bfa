package ntbed.process;

/** The machine behind a process. A mark: {@code ntbed.machine} knows its own and turns it into the full door. */
public interface ProcessHost {}
