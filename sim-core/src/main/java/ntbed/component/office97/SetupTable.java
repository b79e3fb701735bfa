package ntbed.component.office97;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The setup table file: a text with the product ID and a sum over all before the sum, which setup checks. Who changes
 * the product ID and leaves the sum has damaged the file (Q214597; the form is ours [M]).
 *
 * @param productId the number in the About box
 */
record SetupTable(String productId) {
    private static final String PRODUCT_ID = "ProductID=";
    private static final String SUM = "Checksum=";

    /** The file's bytes. */
    byte[] encode() {
        String head = "[Microsoft Office 97, Professional Edition]\r\n" + PRODUCT_ID + productId + "\r\n";
        return (head + SUM + sum(head) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What the file says, intact or not; empty if there is no product ID in it. */
    static Optional<SetupTable> read(byte[] content) {
        return line(content, PRODUCT_ID).map(SetupTable::new);
    }

    /** Whether the sum fits. */
    static boolean isIntact(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int sumAt = text.indexOf(SUM);
        return sumAt >= 0
                && line(content, SUM)
                        .filter(sum(text.substring(0, sumAt))::equals)
                        .isPresent();
    }

    private static Optional<String> line(byte[] content, String key) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(key);
        int end = text.indexOf('\r', from);
        return from < 0 || end < 0 ? Optional.empty() : Optional.of(text.substring(from + key.length(), end));
    }

    private static String sum(String head) {
        CRC32 crc = new CRC32();
        crc.update(head.getBytes(StandardCharsets.ISO_8859_1));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
