package ntbed.trace;

/**
 * What every trace event carries.
 *
 * @param number position in the trace, from 1
 * @param uptimeMillis virtual milliseconds since power-on
 * @param actor who did it: {@code loader}, {@code scm}, a service, a tool, a person
 * @param cause number of the event that led to this one; 0 where nothing in the trace did
 */
public record Stamp(int number, long uptimeMillis, String actor, int cause) {}
