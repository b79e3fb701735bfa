package ntbed.registry;

import ntbed.win32.Win32Error;

/**
 * A path taken apart into its root key and the rest.
 *
 * @param root the root key
 * @param path the whole path as given
 * @param from where the part after the root begins; the path's length if there is none
 */
record RootedPath(RootKey root, String path, int from) {
    /**
     * Parses a path.
     *
     * @throws ntbed.win32.Win32Exception 161 it, or the part after the root, begins with a backslash; 6 no such root
     */
    static RootedPath parse(String path) {
        int end = PathText.endOfPart(path, 0);
        if (end == 0 && !path.isEmpty()) {
            throw Win32Error.ERROR_BAD_PATHNAME.raise(path);
        }
        RootKey root = RootKey.find(path, end);
        if (root == null) {
            throw Win32Error.ERROR_INVALID_HANDLE.raise(path);
        }
        int from = Math.min(end + 1, path.length());
        if (from < path.length() && path.charAt(from) == '\\') {
            throw Win32Error.ERROR_BAD_PATHNAME.raise(path);
        }
        return new RootedPath(root, path, from);
    }

    /** The path with the root's long name. */
    String longPath() {
        String name = root.name();
        if (path.startsWith(name)) {
            return path;
        }
        return from == path.length() ? name : name + "\\" + path.substring(from);
    }
}
