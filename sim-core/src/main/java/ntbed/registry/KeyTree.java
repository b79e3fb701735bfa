package ntbed.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ntbed.security.SecurityDescriptor;
import ntbed.time.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A key with everything below it, as it stood at one moment: an immutable value that costs nothing to hold.
 *
 * <p>A change makes a new node for the key and for those above it; all else is shared.
 */
public final class KeyTree {
    /** Of a key's and a value's cell in a hive, beside its name and data. */
    private static final int KEY_BYTES = 0x50;

    private static final int VALUE_BYTES = 0x18;

    private final KeyName name;
    private final Facts facts;
    private final FileTime lastWriteTime;
    private final Values values;
    private final Subkeys subkeys;
    private final boolean holdsVolatile;
    private volatile @Nullable Object memo;

    /** 0 until it is asked for; threads that ask at once find the same. */
    private int quotaBytes;

    /** What seldom changes and is often equal among keys. A link has a target, other keys have none. */
    record Facts(
            String className,
            SecurityDescriptor security,
            boolean isVolatile,
            @Nullable String link) {
        Facts stable() {
            return isVolatile ? new Facts(className, security, false, link) : this;
        }
    }

    KeyTree(KeyName name, Facts facts, FileTime lastWriteTime, Values values, Subkeys subkeys) {
        this(name, facts, lastWriteTime, values, subkeys, subkeys.anyVolatile());
    }

    private KeyTree(KeyName name, Facts facts, FileTime time, Values values, Subkeys subkeys, boolean holdsVolatile) {
        this.name = name;
        this.facts = facts;
        this.lastWriteTime = time;
        this.values = values;
        this.subkeys = subkeys;
        this.holdsVolatile = holdsVolatile;
    }

    /** A key without values and subkeys. */
    static KeyTree bare(KeyName name, Facts facts, FileTime time) {
        return new KeyTree(name, facts, time, Values.NONE, Subkeys.NONE, false);
    }

    /** The key's own name in the case it was created with. */
    public String name() {
        return name.shown();
    }

    /** The class, often empty. */
    public String className() {
        return facts.className();
    }

    /** When the key or one of its values was last changed, or a subkey created or deleted. */
    public FileTime lastWriteTime() {
        return lastWriteTime;
    }

    /** Owner, DACL, SACL. */
    public SecurityDescriptor security() {
        return facts.security();
    }

    /** Whether it is gone at power-off. */
    public boolean isVolatile() {
        return facts.isVolatile();
    }

    /** The values in the order they were first set. */
    public List<NamedValue> values() {
        return values;
    }

    /** A value by name, without regard to case; the empty name is the default value. */
    public Optional<RegistryValue> value(String valueName) {
        int index = values.find(valueName);
        return index < 0 ? Optional.empty() : Optional.of(values.get(index).value());
    }

    /** The subkeys in upper-case order. */
    public List<KeyTree> subkeys() {
        return subkeys;
    }

    /** How many subkeys there are. */
    public int subkeyCount() {
        return subkeys.size();
    }

    /**
     * A key below this one by relative path, without regard to case; an empty path is this key.
     *
     * <p>A link on the way is seen as the empty key that it is; only the live registry follows links.
     */
    public Optional<KeyTree> descend(String path) {
        KeyTree key = this;
        int from = PathText.nextPart(path, 0);
        while (key != null && from < path.length()) {
            int to = PathText.endOfPart(path, from);
            key = key.subkeys.find(path, from, to);
            from = PathText.nextPart(path, to);
        }
        return Optional.ofNullable(key);
    }

    /**
     * What a reader made of this key, kept as long as the key stays as it is; the node is immutable, so it is read once
     * for all machines that share it.
     *
     * @param type of the result, which must be immutable; a key keeps one result, of the type last asked for
     * @param reader a pure function of the key
     */
    public <T> T memo(Class<T> type, Function<KeyTree, T> reader) {
        Object known = memo;
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T made = reader.apply(this);
        memo = made;
        return made;
    }

    /** What the key and all below it count against the registry's quota, in bytes (H9). */
    public int quotaBytes() {
        int known = quotaBytes;
        if (known == 0) {
            long bytes = (long) KEY_BYTES + name().length();
            for (int i = 0; i < values.size(); i++) {
                NamedValue value = values.get(i);
                bytes += (long) VALUE_BYTES
                        + value.name().length()
                        + value.value().size();
            }
            for (int i = 0; i < subkeys.size(); i++) {
                bytes += subkeys.get(i).quotaBytes();
            }
            known = (int) Math.min(bytes, Integer.MAX_VALUE);
            quotaBytes = known;
        }
        return known;
    }

    /** The name object, which is the key's identity. */
    KeyName keyName() {
        return name;
    }

    Facts facts() {
        return facts;
    }

    /** Where the link leads, for a key that is one. */
    @Nullable
    String link() {
        return facts.link();
    }

    @Nullable
    KeyTree subkey(String text, int from, int to) {
        return subkeys.find(text, from, to);
    }

    Subkeys subkeyTable() {
        return subkeys;
    }

    Values valueTable() {
        return values;
    }

    KeyTree withValues(Values newValues, FileTime time) {
        return new KeyTree(name, facts, time, newValues, subkeys, holdsVolatile);
    }

    KeyTree withFacts(Facts newFacts, FileTime time) {
        return new KeyTree(name, newFacts, time, values, subkeys, holdsVolatile);
    }

    /** The same content under another identity. */
    KeyTree as(KeyName newName, Facts newFacts) {
        return new KeyTree(newName, newFacts, lastWriteTime, values, subkeys, holdsVolatile);
    }

    /** With a subkey added or replaced; the time is this key's own. */
    KeyTree withSubkey(KeyTree key, FileTime time) {
        boolean more = holdsVolatile || key.holdsVolatile || key.isVolatile();
        return new KeyTree(name, facts, time, values, subkeys.with(key), more);
    }

    KeyTree withoutSubkey(KeyName gone, FileTime time) {
        return new KeyTree(name, facts, time, values, subkeys.without(gone), holdsVolatile);
    }

    /** Whether some key below this one may be volatile. */
    boolean holdsVolatile() {
        return holdsVolatile;
    }

    /** What of this key reaches the disk: itself without volatile keys. Costs nothing where there are none. */
    KeyTree withoutVolatile() {
        if (!holdsVolatile) {
            return this;
        }
        return new KeyTree(name, facts, lastWriteTime, values, subkeys.withoutVolatile(), false);
    }
}
