package ntbed.component.iis;

import java.util.function.Function;
import java.util.function.Supplier;
import ntbed.crypto.KeyContainer;
import ntbed.crypto.SessionKey;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/**
 * A metabase file as it was read, or why it could not be. It is remembered with the file's content; so is the container
 * with which its session key and secure values were last found good, so that a machine that starts again need not do
 * the same arithmetic again.
 */
final class ReadMetabase {
    /** One object, so that the volume remembers what it made of a content. */
    static final Function<byte[], ReadMetabase> PARSER = ReadMetabase::parse;

    private final @Nullable MetabaseFile file;
    private final @Nullable Win32Error failure;
    private volatile @Nullable Opened last;

    private ReadMetabase(@Nullable MetabaseFile file, @Nullable Win32Error failure) {
        this.file = file;
        this.failure = failure;
    }

    private static ReadMetabase parse(byte[] content) {
        try {
            return new ReadMetabase(MetabaseFile.decode(content), null);
        } catch (Win32Exception damaged) {
            return new ReadMetabase(null, damaged.error());
        }
    }

    /**
     * The file.
     *
     * @throws Win32Exception what reading it gave
     */
    MetabaseFile file() {
        MetabaseFile read = file;
        if (read == null) {
            throw (failure == null ? Win32Error.NERR_InternalError : failure).raise(Layout.METABASE);
        }
        return read;
    }

    /**
     * How its secure values are sealed, after session key and every secure value were found good (decision D8).
     *
     * @param clearText what the system locale wants
     * @param container opens the key container; not asked where all is clear text
     * @throws Win32Exception NTE_ codes of the container and the session key; NTE_BAD_DATA a secure value is damaged,
     *     or the file has the other form than the locale wants (Q243087)
     */
    Sealer open(boolean clearText, Supplier<KeyContainer> container) {
        MetabaseFile read = file();
        if (clearText) {
            return requireGood(read, Sealer.clear(), false);
        }
        KeyContainer keys = container.get();
        Opened known = last;
        if (known != null && known.container.equals(keys)) {
            return known.sealer;
        }
        if (!read.encrypted()) {
            throw Win32Error.NTE_BAD_DATA.raise(Layout.METABASE);
        }
        Sealer sealer = requireGood(read, Sealer.with(SessionKey.unwrap(keys, read.sessionKey())), true);
        last = new Opened(keys, sealer);
        return sealer;
    }

    private static Sealer requireGood(MetabaseFile read, Sealer sealer, boolean encrypted) {
        if (read.encrypted() != encrypted) {
            throw Win32Error.NTE_BAD_DATA.raise(Layout.METABASE);
        }
        sealer.check(read.tree().root());
        return sealer;
    }

    private static final class Opened {
        private final KeyContainer container;
        private final Sealer sealer;

        Opened(KeyContainer container, Sealer sealer) {
            this.container = container;
            this.sealer = sealer;
        }
    }
}
