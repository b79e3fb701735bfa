package ntbed.tool.regedt32;

import java.util.List;
import java.util.stream.Stream;
import ntbed.filesystem.NtPath;

/** The three bases of the DWORD Editor. */
public enum Radix {
    BINARY("Binary", 2, 32),
    DECIMAL("Decimal", 10, 10),
    HEX("Hex", 16, 8);

    private final String label;
    private final int base;
    private final int digits;

    Radix(String label, int base, int digits) {
        this.label = label;
        this.base = base;
        this.digits = digits;
    }

    /** The word beside the button. */
    public String label() {
        return label;
    }

    /** The labels of all. */
    static List<String> labels() {
        return Stream.of(values()).map(Radix::label).toList();
    }

    /** The base of that label; {@link IllegalArgumentException} if there is none. */
    static Radix labelled(String label) {
        for (Radix radix : values()) {
            if (NtPath.fold(radix.label).equals(NtPath.fold(label))) {
                return radix;
            }
        }
        throw new IllegalArgumentException("no radix " + label);
    }

    /** The number as the field shows it. */
    String shown(int number) {
        String digitsOfIt = Integer.toUnsignedString(number, base);
        return this == HEX ? "0x" + digitsOfIt : digitsOfIt;
    }

    /** The number of what was typed; -1 where the field does not take it. A {@code 0x} may stand before hexadecimal. */
    long parse(String typed) {
        String plain = this == HEX && typed.startsWith("0x") ? typed.substring(2) : typed;
        if (plain.isEmpty() || plain.length() > digits) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < plain.length(); i++) {
            int digit = Character.digit(plain.charAt(i), base);
            if (digit < 0) {
                return -1;
            }
            number = number * base + digit;
        }
        return number > 0xFFFF_FFFFL ? -1 : number;
    }
}
