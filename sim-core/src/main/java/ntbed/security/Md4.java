package ntbed.security;

import java.util.Arrays;

/** MD4 as RFC 1320 describes it; the JDK has none. */
final class Md4 {
    private static final int[] SHIFTS_1 = {3, 7, 11, 19};
    private static final int[] SHIFTS_2 = {3, 5, 9, 13};
    private static final int[] SHIFTS_3 = {3, 9, 11, 15};
    private static final int[] ORDER_3 = {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15};

    private final int[] state = {0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476};

    private Md4() {}

    static byte[] digest(byte[] message) {
        byte[] padded = Arrays.copyOf(message, (message.length + 8) / 64 * 64 + 64);
        padded[message.length] = (byte) 0x80;
        LittleEndian.putInt(padded, padded.length - 8, message.length << 3);
        LittleEndian.putInt(padded, padded.length - 4, message.length >>> 29);
        Md4 md4 = new Md4();
        for (int at = 0; at < padded.length; at += 64) {
            md4.block(padded, at);
        }
        byte[] digest = new byte[16];
        for (int i = 0; i < 4; i++) {
            LittleEndian.putInt(digest, 4 * i, md4.state[i]);
        }
        return digest;
    }

    private void block(byte[] bytes, int at) {
        int[] x = new int[16];
        for (int i = 0; i < 16; i++) {
            x[i] = LittleEndian.getInt(bytes, at + 4 * i);
        }
        int[] s = state.clone();
        for (int i = 0; i < 16; i++) {
            step(s, (s[1] & s[2]) | (~s[1] & s[3]), x[i], SHIFTS_1[i & 3]);
        }
        for (int i = 0; i < 16; i++) {
            int majority = (s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3]);
            step(s, majority, x[(i & 3) << 2 | i >> 2] + 0x5A82_7999, SHIFTS_2[i & 3]);
        }
        for (int i = 0; i < 16; i++) {
            step(s, s[1] ^ s[2] ^ s[3], x[ORDER_3[i]] + 0x6ED9_EBA1, SHIFTS_3[i & 3]);
        }
        for (int i = 0; i < 4; i++) {
            state[i] += s[i];
        }
    }

    /** One operation; afterwards the four words have moved on by one place, so that the next one looks the same. */
    private static void step(int[] s, int mixed, int word, int shift) {
        int turned = Integer.rotateLeft(s[0] + mixed + word, shift);
        s[0] = s[3];
        s[3] = s[2];
        s[2] = s[1];
        s[1] = turned;
    }
}
