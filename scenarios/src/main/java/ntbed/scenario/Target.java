package ntbed.scenario;

/**
 * A file, a key or a value: what can be damaged, protected, or looked at byte by byte.
 *
 * @param file path of the file; empty = it is a key or a value
 * @param key path of the key
 * @param name name of the value; empty = the key itself, or its default value where a value is meant
 */
record Target(String file, String key, String name) {
    static Target file(String path) {
        return new Target(path, "", "");
    }

    boolean isFile() {
        return !file.isEmpty();
    }

    @Override
    public String toString() {
        return isFile() ? file : name.isEmpty() ? key : key + ", " + name;
    }
}
