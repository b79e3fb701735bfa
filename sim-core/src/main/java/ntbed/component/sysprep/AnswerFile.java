package ntbed.component.sysprep;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;

/**
 * The answers for the mini-wizard (Q200567). Immutable.
 *
 * <p>The first line must be {@code [NT4Preinstall]}, or every parameter is ignored. An answer that does not fit its
 * page counts as not given, so that the page appears [M].
 */
final class AnswerFile {
    /** The name it has on the clone. */
    static final String INSTALLED_NAME = "$nt4pre$.inf";

    private static final String SECTION = "[NT4PREINSTALL]";
    private static final AnswerFile NONE = new AnswerFile(new TreeMap<>());

    private final SortedMap<String, String> answers;

    private AnswerFile(SortedMap<String, String> answers) {
        this.answers = Collections.unmodifiableSortedMap(answers);
    }

    /** No answer at all. */
    static AnswerFile none() {
        return NONE;
    }

    /** Reads the file's bytes. */
    static AnswerFile parse(byte[] content) {
        SortedMap<String, String> answers = new TreeMap<>();
        boolean inSection = false;
        boolean first = true;
        for (String raw : new String(content, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            String line = raw.strip();
            if (first && !NtPath.fold(line).equals(SECTION)) {
                return NONE;
            }
            if (line.startsWith("[")) {
                inSection = NtPath.fold(line).equals(SECTION);
            } else if (inSection && !line.startsWith(";") && line.indexOf('=') > 0) {
                int equals = line.indexOf('=');
                answers.put(NtPath.fold(line.substring(0, equals).strip()), unquoted(line.substring(equals + 1)));
            }
            first = false;
        }
        return new AnswerFile(answers);
    }

    private static String unquoted(String written) {
        String value = written.strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** {@code OemSkipEula=YES}; any other word is NO [M]. */
    boolean skipsLicence() {
        return isYes("OEMSKIPEULA");
    }

    /** {@code OEMSkipWelcome=1}. */
    boolean skipsWelcome() {
        return given("OEMSKIPWELCOME").filter("1"::equals).isPresent();
    }

    /** {@code OEMNoWaitAfterGUIMode=1}: no last page, restart at once. */
    boolean restartsAtOnce() {
        return given("OEMNOWAITAFTERGUIMODE").filter("1"::equals).isPresent();
    }

    /** {@code NoSidGen=YES}. */
    boolean keepsSid() {
        return isYes("NOSIDGEN");
    }

    /** {@code ProductID} if it has one of the two shapes. */
    Optional<String> productId() {
        return given("PRODUCTID").filter(WizardRules::isProductId);
    }

    /** {@code FullName} if it is not empty. */
    Optional<String> fullName() {
        return given("FULLNAME");
    }

    /** {@code OrgName}; empty where none is given. */
    String organization() {
        return given("ORGNAME").orElse("");
    }

    /** {@code ComputerName} if it is a legal one, {@code Auto} included. */
    Optional<String> computerName() {
        return given("COMPUTERNAME").filter(WizardRules::isComputerName);
    }

    /** {@code AdminPassword}, {@code *} included, if it is legal. */
    Optional<String> administratorPassword() {
        return given("ADMINPASSWORD").filter(WizardRules::isPassword);
    }

    /** {@code OEMBannerText} with its lines, if it contains "Windows NT". */
    Optional<String> banner() {
        return given("OEMBANNERTEXT")
                .filter(text -> text.contains("Windows NT"))
                .map(text -> text.replace('*', '\n'));
    }

    private boolean isYes(String key) {
        return given(key).filter(value -> NtPath.fold(value).equals("YES")).isPresent();
    }

    private Optional<String> given(String key) {
        return Optional.ofNullable(answers.get(key)).filter(value -> !value.isEmpty());
    }
}
