package ntbed.scenario;

/**
 * Damages a file or a value of the registry, as nothing that is meant to does.
 *
 * @param kind what happens to it
 * @param target to what
 * @param at place in it, from 0: of the byte that is flipped; where {@code TRUNCATE} cuts
 * @param bytes what {@code APPEND} adds, in hexadecimal
 */
record Damage(Kind kind, Target target, int at, String bytes) implements Step {
    /** What happens. */
    enum Kind {
        DELETE("delete"),
        EMPTY("empty"),
        FLIP("flip byte"),
        TRUNCATE("truncate"),
        APPEND("append");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    @Override
    public void perform(Bench bench) {
        bench.damage(this);
    }

    @Override
    public String written() {
        return switch (kind) {
            case DELETE, EMPTY -> kind.word + (target.isFile() ? " file: " : " value: ") + target;
            case FLIP -> kind.word + ": " + target + " at " + at;
            case TRUNCATE -> kind.word + ": " + target + " to " + at + " bytes";
            case APPEND -> kind.word + ": " + target + ", bytes " + bytes;
        };
    }

    /** The content after the damage. */
    byte[] applyTo(byte[] content) {
        return switch (kind) {
            case DELETE, EMPTY -> new byte[0];
            case FLIP -> {
                if (at < 0 || at >= content.length) {
                    throw new BenchException(target + " has only " + content.length + " bytes");
                }
                byte[] flipped = content.clone();
                flipped[at] ^= (byte) 0xFF;
                yield flipped;
            }
            case TRUNCATE -> {
                if (at < 0 || at > content.length) {
                    throw new BenchException(target + " has only " + content.length + " bytes");
                }
                yield java.util.Arrays.copyOf(content, at);
            }
            case APPEND -> {
                byte[] more = HexBytes.parse(bytes);
                byte[] longer = java.util.Arrays.copyOf(content, content.length + more.length);
                System.arraycopy(more, 0, longer, content.length, more.length);
                yield longer;
            }
        };
    }
}
