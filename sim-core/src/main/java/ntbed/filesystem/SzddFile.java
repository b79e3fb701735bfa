package ntbed.filesystem;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A file compressed for a setup disc, as {@code compress.exe} makes and {@code expand.exe} reads it: SZDD, a head of 14
 * bytes, then LZSS with a window of 4096 bytes (format: public descriptions of the Lempel-Ziv installer format).
 */
public final class SzddFile {
    private static final byte[] MAGIC = {'S', 'Z', 'D', 'D', (byte) 0x88, (byte) 0xF0, 0x27, 0x33, 'A'};
    private static final int HEAD = 14;
    private static final int WINDOW = 4096;

    private SzddFile() {}

    /**
     * Compresses; every byte as a literal, which is legal and simple.
     *
     * @param lastLetter of the name, which the compressed file's name has lost to the underscore
     */
    public static byte[] compress(byte[] content, char lastLetter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MAGIC, 0, MAGIC.length);
        out.write(lastLetter);
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(content.length >>> shift);
        }
        for (int i = 0; i < content.length; i++) {
            if (i % 8 == 0) {
                out.write(0xFF);
            }
            out.write(content[i]);
        }
        return out.toByteArray();
    }

    /** The content; empty if the bytes are no such file, or end too early. */
    public static Optional<byte[]> expand(byte[] compressed) {
        if (!isCompressed(compressed)) {
            return Optional.empty();
        }
        int size = 0;
        for (int i = 0; i < 4; i++) {
            size |= (compressed[10 + i] & 0xFF) << (8 * i);
        }
        if (size < 0 || size > WINDOW * compressed.length) {
            return Optional.empty();
        }
        return new Expansion(compressed, size).run();
    }

    /** Whether the bytes begin as such a file does. */
    public static boolean isCompressed(byte[] content) {
        return content.length >= HEAD && startsWithMagic(content);
    }

    /**
     * The file's own name: the underscore at the end of the disc's name gives way to the letter it stands for, a
     * capital if the letter before it is one.
     */
    public static String fullName(String nameOnDisc, byte[] compressed) {
        String start = nameOnDisc.substring(0, nameOnDisc.length() - 1);
        String letter = String.valueOf((char) (compressed[9] & 0xFF));
        boolean capital = !start.isEmpty() && Character.isUpperCase(start.charAt(start.length() - 1));
        return start + (capital ? NtPath.fold(letter) : letter);
    }

    private static boolean startsWithMagic(byte[] compressed) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (compressed[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** One run through the compressed bytes. */
    private static final class Expansion {
        private final byte[] in;
        private final byte[] out;
        private final byte[] window = new byte[WINDOW];
        private int at = HEAD;
        private int filled;
        private int position = WINDOW - 16;

        Expansion(byte[] in, int size) {
            this.in = in;
            this.out = new byte[size];
            java.util.Arrays.fill(window, (byte) ' ');
        }

        Optional<byte[]> run() {
            while (filled < out.length) {
                if (at >= in.length) {
                    return Optional.empty();
                }
                int flags = in[at++];
                for (int bit = 0; bit < 8 && filled < out.length; bit++) {
                    if (!(((flags >> bit) & 1) == 1 ? literal() : match())) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(out);
        }

        private boolean literal() {
            if (at >= in.length) {
                return false;
            }
            put(in[at++]);
            return true;
        }

        private boolean match() {
            if (at + 1 >= in.length) {
                return false;
            }
            int low = in[at++] & 0xFF;
            int high = in[at++] & 0xFF;
            int from = low | ((high & 0xF0) << 4);
            for (int i = 0; i < (high & 0x0F) + 3 && filled < out.length; i++) {
                put(window[(from + i) % WINDOW]);
            }
            return true;
        }

        private void put(byte b) {
            out[filled++] = b;
            window[position] = b;
            position = (position + 1) % WINDOW;
        }
    }
}
