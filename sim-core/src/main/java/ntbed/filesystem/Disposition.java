package ntbed.filesystem;

/** What opening does where a file is there or missing; names of {@code CreateFile}. */
public enum Disposition {
    /** 80 if it is there. */
    CREATE_NEW,
    /** Creates, or empties what is there. */
    CREATE_ALWAYS,
    /** 2 if it is missing. */
    OPEN_EXISTING,
    /** Opens or creates. */
    OPEN_ALWAYS,
    /** 2 if it is missing; empties it. */
    TRUNCATE_EXISTING
}
