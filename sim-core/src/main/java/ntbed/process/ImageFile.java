package ntbed.process;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The content of an executable file (.exe, .dll, .sys): which program it holds, and how this image of it behaves.
 *
 * <p>The bytes begin with {@code MZ}, as every image of NT does; a checksum covers the rest, so that any damage makes
 * the file what it would be on NT: no valid image (193). The layout behind {@code MZ} is ours.
 *
 * @param programId the {@link Program#id()}; {@link #DRIVER} for a kernel driver
 * @param parameters how it behaves, by name; see {@link GenericPrograms} for those that every service understands
 */
public record ImageFile(String programId, Map<String, String> parameters) {
    /** The program id of a kernel driver: no process can run it. Its {@code driverEntry} is a Win32 code, default 0. */
    public static final String DRIVER = "driver";

    private static final int CHECKSUM_END = 10;

    public ImageFile {
        if (programId.isEmpty() || !isClean(programId)) {
            throw new AssertionError("untidy program id: " + programId);
        }
        SortedMap<String, String> sorted = new TreeMap<>(parameters);
        sorted.forEach(ImageFile::requireClean);
        parameters = Collections.unmodifiableSortedMap(sorted);
    }

    /** An image without parameters. */
    public static ImageFile of(String programId) {
        return new ImageFile(programId, Map.of());
    }

    /** This image with one parameter more or changed. */
    public ImageFile with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new ImageFile(programId, more);
    }

    /** The bytes of an image file. */
    public static byte[] encode(String programId, Map<String, String> parameters) {
        return new ImageFile(programId, parameters).encode();
    }

    /** The bytes of this image file. */
    public byte[] encode() {
        StringBuilder body = new StringBuilder("\n").append(programId).append('\n');
        parameters.forEach(
                (name, value) -> body.append(name).append('=').append(value).append('\n'));
        byte[] bodyBytes = body.toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("MZ" + checksum(bodyBytes, 0)).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + bodyBytes.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(bodyBytes, 0, whole, head.length, bodyBytes.length);
        return whole;
    }

    /**
     * What the bytes hold; empty if they are no intact image: empty file, text, truncated, a byte changed, another
     * layout.
     */
    public static Optional<ImageFile> decode(byte[] content) {
        if (content.length < CHECKSUM_END + 2 || content[0] != 'M' || content[1] != 'Z') {
            return Optional.empty();
        }
        String found = new String(content, 2, CHECKSUM_END - 2, StandardCharsets.US_ASCII);
        if (!found.equals(checksum(content, CHECKSUM_END))) {
            return Optional.empty();
        }
        String body = new String(content, CHECKSUM_END, content.length - CHECKSUM_END, StandardCharsets.UTF_8);
        int idEnd = body.indexOf('\n', 1);
        if (body.charAt(0) != '\n' || idEnd < 2) {
            return Optional.empty();
        }
        SortedMap<String, String> parameters = new TreeMap<>();
        for (int from = idEnd + 1; from < body.length(); ) {
            int equals = body.indexOf('=', from);
            int end = body.indexOf('\n', from);
            if (equals <= from || end < equals) {
                return Optional.empty();
            }
            parameters.put(body.substring(from, equals), body.substring(equals + 1, end));
            from = end + 1;
        }
        return Optional.of(new ImageFile(body.substring(1, idEnd), parameters));
    }

    private static String checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        String hex = Long.toHexString(crc.getValue());
        return "0".repeat(8 - hex.length()) + hex;
    }

    private static void requireClean(String name, String value) {
        if (name.isEmpty() || name.indexOf('=') >= 0 || !isClean(name) || !isClean(value)) {
            throw new AssertionError("untidy image parameter: " + name + "=" + value);
        }
    }

    private static boolean isClean(String text) {
        return text.indexOf('\n') < 0;
    }
}
