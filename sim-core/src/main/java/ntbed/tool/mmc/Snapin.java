package ntbed.tool.mmc;

import java.util.Optional;
import ntbed.machine.Win32;
import ntbed.process.Desktop;
import ntbed.process.Window;
import ntbed.win32.Win32Error;
import ntbed.win32.Win32Exception;
import org.jspecify.annotations.Nullable;

/** The snap-in's connection to the metabase, and what it says when that fails. */
final class Snapin {
    private static final String TOOL = "mmc";

    private final Win32 win32;
    private @Nullable MetabaseClient metabase;

    Snapin(Win32 win32) {
        this.win32 = win32;
    }

    Win32 win32() {
        return win32;
    }

    void trace(String action) {
        win32.traceToolUse(TOOL, action);
    }

    /** Connects anew; says nothing if that fails (decision D9). */
    void connect() {
        metabase = null;
        try {
            metabase = MetabaseClient.connect(win32);
        } catch (Win32Exception unreachable) {
            trace("connect: " + unreachable.error());
        }
    }

    boolean isConnected() {
        return metabase != null;
    }

    /** The metabase; throws MD_ERROR_NOT_INITIALIZED where it could not be reached when the console was opened. */
    MetabaseClient metabase() {
        MetabaseClient connected = metabase;
        if (connected == null) {
            throw Win32Error.MD_ERROR_NOT_INITIALIZED.raise(MetabaseClient.CLASS_ID);
        }
        return connected;
    }

    void messageBox(String text) {
        Desktop.Dialog unused =
                win32.desktop().show(Window.message(InternetServiceManager.NAME, text, "OK"), (answer, last) -> {});
    }

    /** Reads or writes what a property sheet shows; what to tell if that fails. */
    Optional<String> problemConfiguring(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (Win32Exception e) {
            return Optional.of(isLost(e) ? ConsoleText.error(e.error()) : ConsoleText.INVALID_CONFIGURATION);
        }
    }

    /**
     * Lists what a site or directory holds; a failure is told, and false. Where the metabase does not answer, its path
     * is what cannot be found (Q248739, Q241151); else the error is that of the directory (Q239043, Q186794).
     */
    boolean enumerating(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Win32Exception e) {
            if (isLost(e)) {
                messageBox(ConsoleText.error(e.error()));
            } else {
                boolean metabasePath = !isConnected() || e.code() < 0;
                messageBox(ConsoleText.cannotEnumerate(metabasePath ? Win32Error.ERROR_PATH_NOT_FOUND : e.error()));
            }
            return false;
        }
    }

    /** Does something whose failure is told by the system's own text. */
    Optional<String> problem(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (Win32Exception e) {
            return Optional.of(ConsoleText.error(e.error()));
        }
    }

    /** A site's description, by which the tree calls it; where there is none its service and number. [M] */
    String siteName(SiteKind kind, String path) {
        String otherwise = kind.label() + path.substring(path.lastIndexOf('/')).replace('/', ' ');
        try {
            return metabase().text(path, Setting.SERVER_COMMENT).orElse(otherwise);
        } catch (Win32Exception unreadable) {
            return otherwise;
        }
    }

    /** A line was changed through its sheet. */
    void changed(Node node) {
        if (node.kind() == Node.Kind.SITE) {
            node.rename(siteName(node.site(), node.path()));
        }
    }

    /** The object's process ended after the console had reached it (Q224371). */
    private boolean isLost(Win32Exception e) {
        return isConnected()
                && (e.error() == Win32Error.RPC_S_SERVER_UNAVAILABLE || e.error() == Win32Error.RPC_S_CALL_FAILED);
    }
}
