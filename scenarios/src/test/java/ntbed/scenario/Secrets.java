package ntbed.scenario;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import ntbed.crypto.KeyContainers;
import ntbed.crypto.MachineKey;
import ntbed.crypto.SessionKey;
import ntbed.filesystem.NtPath;
import org.jspecify.annotations.Nullable;

/** What the machines of Q248739 keep secret with seed 1: a run with that seed has the same machines. */
public final class Secrets {
    private static final String METABASE_OBJECT = "{A9E69610-B80D-11D0-B9B9-00A0C922E750}";
    private static final int MARK_BYTES = 4;

    private Secrets() {}

    /**
     * Something secret.
     *
     * @param name what it is
     * @param forms how it could be printed: as digits, as text, as a list of numbers
     */
    public record Secret(String name, List<String> forms) {
        static Secret of(String name, byte[] bytes) {
            HexFormat hex = HexFormat.of();
            List<String> forms = new ArrayList<>(List.of(
                    hex.formatHex(bytes),
                    hex.formatHex(bytes).toUpperCase(Locale.ROOT),
                    HexFormat.ofDelimiter(" ").formatHex(bytes),
                    HexFormat.ofDelimiter(",").formatHex(bytes),
                    HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes),
                    Arrays.toString(bytes)));
            if (bytes.length > 5) {
                forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
                forms.add(new BigInteger(1, bytes).toString());
            }
            return new Secret(name, List.copyOf(forms));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Machine keys, private keys, session keys, passwords of all machines of the article. */
    public static List<Secret> ofTheArticles() {
        List<Secret> secrets = new ArrayList<>();
        Article article = Bay.article("Q248739");
        for (Edition edition : article.setting().editions()) {
            String on = " (" + edition.word() + ")";
            Bay bay = Bay.installed(article, edition).perform(article.story().before());
            ofMachine(bay, Bay.MASTER, on, secrets);
            passwords(bay, Bay.MASTER, on, secrets);
            bay.perform(article.story().cause()).perform(article.story().after());
            machineKey(bay, "clone", on, secrets);
            Bay fork = bay.fork();
            Remedy remedy = article.remedies().get(0);
            fork.perform(remedy.prepare());
            remedy.steps().forEach(step -> fork.perform(step.steps()));
            ofMachine(fork, "new clone", on, secrets);
            passwords(fork, "new clone", on, secrets);
        }
        return secrets;
    }

    private static MachineKey machineKey(Bay bay, String machine, String on, List<Secret> secrets) {
        MachineKey key = MachineKey.of(bay.system(machine).registry()).orElseThrow();
        secrets.add(Secret.of("machine key of " + machine + on, key.bytes()));
        return key;
    }

    private static void ofMachine(Bay bay, String machine, String on, List<Secret> secrets) {
        MachineKey key = machineKey(bay, machine, on, secrets);
        KeyContainers containers = KeyContainers.of(bay.system(machine).registry());
        for (String name : containers.names()) {
            numbers(containers.open(name), "key container of " + machine + on, secrets);
        }
        byte[] metabase = bay.system(machine).files().read(NtPath.of("C:\\WINNT\\System32\\inetsrv\\Metabase.bin"));
        int blob = new String(metabase, StandardCharsets.ISO_8859_1).indexOf("IcKb") + MARK_BYTES;
        byte[] installation = Arrays.copyOfRange(metabase, blob, blob + SessionKey.INSTALLATION_BYTES);
        numbers(SessionKey.create(key, installation), "session key of " + machine + on, secrets);
    }

    private static void passwords(Bay bay, String machine, String on, List<Secret> secrets) {
        for (int id : new int[] {6021, 7502}) {
            byte[] request = ("GetData\n/LM/W3SVC\n" + id).getBytes(StandardCharsets.UTF_8);
            String answer = new String(bay.system(machine).call(METABASE_OBJECT, request), StandardCharsets.UTF_8);
            String password = answer.substring(answer.lastIndexOf('\t') + 1).strip();
            secrets.add(Secret.of(
                    "password " + id + " of " + machine + on, password.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** Whatever numbers and bytes an object of package crypto holds: there is no door to them. */
    private static void numbers(Object object, String name, List<Secret> secrets) {
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                Object value = value(object, field);
                if (value == null) {
                    continue; // made when it is needed
                }
                if (value instanceof BigInteger number) {
                    secrets.add(Secret.of(name + ", " + field.getName(), unsigned(number)));
                } else if (value instanceof byte[] bytes) {
                    secrets.add(Secret.of(name + ", " + field.getName(), bytes));
                } else if (value.getClass().getPackageName().equals("ntbed.crypto")) {
                    numbers(value, name + ", " + field.getName(), secrets);
                }
            }
        }
    }

    private static @Nullable Object value(Object object, Field field) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is closed", e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
