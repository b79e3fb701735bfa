package ntbed.registry;

/**
 * A value with its name.
 *
 * @param name as it was first written; empty for the key's default value
 * @param value type and data
 */
public record NamedValue(String name, RegistryValue value) {}
