package ntbed.filesystem;

/** An open file: a handle that holds its share mode until {@link #close}; 6 afterwards. */
public interface OpenFile extends AutoCloseable {
    /** Where it is. */
    NtPath path();

    /** Whole content; needs FILE_READ_DATA. */
    byte[] read();

    /** Replaces the content; needs FILE_WRITE_DATA. */
    void write(byte[] content);

    /** Appends; needs FILE_APPEND_DATA. */
    void append(byte[] content);

    /** Gives the handle back. */
    @Override
    void close();
}
