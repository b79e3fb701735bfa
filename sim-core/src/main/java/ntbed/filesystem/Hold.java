package ntbed.filesystem;

/** A file kept from being changed: a running image, a hive, a log; ends with {@link #close}. */
public interface Hold extends AutoCloseable {
    /** Lets go; nothing happens the second time. */
    @Override
    void close();
}
