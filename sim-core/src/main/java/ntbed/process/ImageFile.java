package ntbed.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The content of an executable file (.exe, .dll, .sys): which program it holds, and how this image of it behaves.
 *
 * <p>The bytes begin with {@code MZ}, as every image of NT does; a checksum covers the rest, so that any damage makes
 * the file what it would be on NT: no valid image (193). The layout behind {@code MZ} is ours: lines, the last one
 * empty. What is appended behind it is no part of the image and does not hinder the loader, as on NT; a program that
 * cares asks {@link #isUnaltered}.
 *
 * @param programId the {@link Program#id()}; {@link #DRIVER} for a kernel driver
 * @param parameters how it behaves, by name; see {@link GenericPrograms} for those that every service understands
 */
public record ImageFile(String programId, Map<String, String> parameters) {
    /** The program id of a kernel driver: no process can run it. Its {@code driverEntry} is a Win32 code, default 0. */
    public static final String DRIVER = "driver";

    /**
     * Parameter: a library of System32 that the image imports from, and its oldest version that will do, parted by a
     * blank: {@code imagehlp.dll 4.0.1381.4}. Without it the process is not made (126, 127).
     */
    public static final String NEEDS = "needs";

    private static final int CHECKSUM_END = 10;
    private static final String SEAL = "seal";

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

    /**
     * This image with a digest of itself in the parameter {@code seal}, as its maker puts it in: {@link #isUnaltered}
     * tells it from an image that somebody changed afterwards [M].
     */
    public ImageFile sealed() {
        return with(SEAL, seal());
    }

    /**
     * Whether the bytes are a {@link #sealed} image as it was made: intact, nothing appended, no parameter changed.
     */
    public static boolean isUnaltered(byte[] content) {
        Optional<ImageFile> image = decode(content);
        return image.isPresent()
                && end(content) == content.length
                && image.get().seal().equals(image.get().parameters.get(SEAL));
    }

    private String seal() {
        MessageDigest digest = sha1();
        digest.update(programId.getBytes(StandardCharsets.UTF_8));
        parameters.forEach((name, value) -> {
            if (!name.equals(SEAL)) {
                digest.update(("\n" + name + "=" + value).getBytes(StandardCharsets.UTF_8));
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
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
        byte[] bodyBytes = body.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("MZ" + checksum(bodyBytes, 0, bodyBytes.length)).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + bodyBytes.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(bodyBytes, 0, whole, head.length, bodyBytes.length);
        return whole;
    }

    /**
     * What the bytes hold; empty if they are no intact image: empty file, text, truncated, a byte of the image changed,
     * another layout.
     */
    public static Optional<ImageFile> decode(byte[] content) {
        if (content.length < CHECKSUM_END + 2 || content[0] != 'M' || content[1] != 'Z') {
            return Optional.empty();
        }
        String found = new String(content, 2, CHECKSUM_END - 2, StandardCharsets.US_ASCII);
        int imageEnd = end(content);
        if (imageEnd == 0 || !found.equals(checksum(content, CHECKSUM_END, imageEnd))) {
            return Optional.empty();
        }
        String body = new String(content, CHECKSUM_END, imageEnd - CHECKSUM_END - 1, StandardCharsets.UTF_8);
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

    /** Where the image ends, behind its empty line; 0 if it has none. */
    private static int end(byte[] content) {
        for (int i = CHECKSUM_END; i < content.length - 1; i++) {
            if (content[i] == '\n' && content[i + 1] == '\n') {
                return i + 2;
            }
        }
        return 0;
    }

    private static String checksum(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
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
