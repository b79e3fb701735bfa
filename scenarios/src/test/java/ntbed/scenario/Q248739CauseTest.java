package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ntbed.component.iis.Iis;
import ntbed.crypto.MachineKey;
import ntbed.crypto.SessionKey;
import ntbed.filesystem.NtPath;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Why IIS does not run on a clone: the machine key, the session key made from it, and what that locks. */
class Q248739CauseTest {
    private static final Article ARTICLE = Bay.article("Q248739");
    private static final String CLONE = "clone";
    private static final NtPath METABASE = NtPath.of("C:\\WINNT\\System32\\inetsrv\\Metabase.bin");
    private static final String FRENCH = "- set value: {key: HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\Language,"
            + " name: Default, type: REG_SZ, data: 040c}";

    private static Bay broken() {
        return Bay.broken(ARTICLE, Edition.SERVER);
    }

    /** The story on another machine: other service pack, other browser, or something done before IIS is installed. */
    private static Bay story(int servicePack, String browser, String... first) {
        Article.Setting setting = new Article.Setting(
                List.of(Edition.SERVER),
                servicePack,
                List.of(new Article.Installed(browser, List.of()), new Article.Installed("sysprep", List.of())));
        return Bay.on(ARTICLE, Edition.SERVER, Components.master(setting, Edition.SERVER))
                .perform(first)
                .perform(ARTICLE.story().before())
                .perform(ARTICLE.story().cause())
                .perform(ARTICLE.story().after());
    }

    private static MachineKey key(Bay bay, String machine) {
        return MachineKey.of(bay.system(machine).registry()).orElseThrow();
    }

    private static byte[] metabase(Bay bay, String machine) {
        return bay.system(machine).files().read(METABASE);
    }

    private static String ask(Bay bay, String machine, String request) {
        byte[] answer = bay.door(machine)
                .call("{A9E69610-B80D-11D0-B9B9-00A0C922E750}", request.getBytes(StandardCharsets.UTF_8));
        return new String(answer, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("S3-05, MB-08: Service Pack 6a with Internet Explorer 5.01 is free of it, either alone is not")
    void laterVersions() {
        Bay free = story(6, "internetexplorer-5.01");
        assertThat(free.state(CLONE, "IISADMIN")).isEqualTo("running");
        assertThat(free.state(CLONE, "W3SVC")).isEqualTo("running");
        assertThat(free.events(CLONE, 7024)).isEmpty();
        assertThat(free.messages(CLONE)).isEmpty();
        assertThat(key(free, CLONE))
                .as("the machine key is another all the same")
                .isNotEqualTo(masterKey(free));

        assertThat(story(6, "internetexplorer-4.01").state(CLONE, "IISADMIN")).isEqualTo("stopped");
        assertThat(story(5, "internetexplorer-5.01").state(CLONE, "IISADMIN")).isEqualTo("stopped");
        assertThat(story(3, "internetexplorer-4.01").state(CLONE, "IISADMIN")).isEqualTo("stopped");
        assertThat(story(5, "internetexplorer-4.01").state(CLONE, "IISADMIN")).isEqualTo("stopped");
    }

    /** The key of the master as it was when its disk was copied: that of the base machine, which was never cloned. */
    private static MachineKey masterKey(Bay bay) {
        bay.perform("- at: base", "- power on", "- log on: Administrator");
        return key(bay, "base");
    }

    @Test
    @DisplayName("S3-11: two machines that were installed each have a machine key of their own")
    void installedMachines() {
        Bay server = Bay.on(ARTICLE, Edition.SERVER, Components.base(Edition.SERVER, 4))
                .startAndLogOn(Bay.MASTER);
        Bay workstation = Bay.on(ARTICLE, Edition.WORKSTATION, Components.base(Edition.WORKSTATION, 4))
                .startAndLogOn(Bay.MASTER);

        assertThat(key(server, Bay.MASTER)).isNotEqualTo(key(workstation, Bay.MASTER));
    }

    @Test
    @DisplayName("S3-12: a clone made with Sysprep has a key other than the master's, and than another clone's")
    void clones() {
        Bay clones = broken().clone(Bay.MASTER, "second", "CLONE2");
        MachineKey first = key(clones, CLONE);
        MachineKey second = key(clones, "second");

        assertThat(first).isNotEqualTo(second);
        MachineKey master = masterKey(clones);
        assertThat(first).isNotEqualTo(master);
        assertThat(second).isNotEqualTo(master);
    }

    @Test
    @DisplayName("S3-13: what belongs to one computer is encrypted in the metabase when IIS is installed")
    void encrypted() {
        Bay bay = Bay.installed(ARTICLE, Edition.SERVER).perform(ARTICLE.story().before());
        String answer = ask(bay, Bay.MASTER, "GetData\n/LM/W3SVC\n6021");
        String password = answer.substring(answer.lastIndexOf('\t') + 1).strip();
        byte[] file = metabase(bay, Bay.MASTER);

        assertThat(password).hasSizeGreaterThan(5);
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)) {
            assertThat(new String(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(password.getBytes(charset), StandardCharsets.ISO_8859_1));
        }
        assertThat(Iis.readable(file))
                .anyMatch(line -> line.contains("\t6021\t") && line.endsWith("(secure)"))
                .anyMatch(line -> line.contains("\t6020\t") && line.endsWith("IUSR_NTSERVER"));
    }

    @Test
    @DisplayName("S3-14: a blob opens with the session key it was sealed with, and with no other")
    void sessionKey() {
        MachineKey machineKey = MachineKey.generate(new SeededRandom(1));
        byte[] installation = new byte[SessionKey.INSTALLATION_BYTES];
        SessionKey key = SessionKey.create(machineKey, installation);
        byte[] blob = key.seal("6021", "secret".getBytes(StandardCharsets.US_ASCII));
        SessionKey other = SessionKey.create(MachineKey.generate(new SeededRandom(2)), installation);

        assertThat(new String(key.open("6021", blob), StandardCharsets.US_ASCII))
                .isEqualTo("secret");
        assertThatThrownBy(() -> other.open("6021", blob)).isInstanceOf(Win32Exception.class);
    }

    @Test
    @DisplayName("S3-14: with its session key damaged the metabase does not open on its own machine either")
    void damagedSessionKey() {
        Bay bay = Bay.installed(ARTICLE, Edition.SERVER)
                .perform(ARTICLE.story().before())
                .perform("- run: net stop iisadmin /y");
        int blob = new String(metabase(bay, Bay.MASTER), StandardCharsets.ISO_8859_1).indexOf("IcKb");
        assertThat(blob).isPositive();
        bay.bench.shutDownAll();

        bay.perform("- flip byte: {file: '" + METABASE + "', at: " + (blob + 20) + "}")
                .startAndLogOn(Bay.MASTER);

        assertThat(bay.state(Bay.MASTER, "IISADMIN")).isEqualTo("stopped");
    }

    @Test
    @DisplayName(
            "S3-15: another machine key makes another session key; the same one and the same installation, the same")
    void derivation() {
        MachineKey machineKey = MachineKey.generate(new SeededRandom(1));
        MachineKey otherKey = MachineKey.generate(new SeededRandom(2));
        byte[] installation = new byte[SessionKey.INSTALLATION_BYTES];
        byte[] otherInstallation = installation.clone();
        otherInstallation[0] = 1;

        assertThat(SessionKey.create(machineKey, installation))
                .isEqualTo(SessionKey.create(machineKey, installation))
                .isNotEqualTo(SessionKey.create(otherKey, installation))
                .isNotEqualTo(SessionKey.create(machineKey, otherInstallation));
    }

    @Test
    @DisplayName("S3-16, MB-04: on the clone the file reads as before but for its secure entries")
    void certainParts() {
        Bay bay = Bay.installed(ARTICLE, Edition.SERVER).perform(ARTICLE.story().before());
        bay.perform("- run: net stop iisadmin /y");
        List<String> before = new ArrayList<>(Iis.readable(metabase(bay, Bay.MASTER)));

        bay.perform(ARTICLE.story().cause()).perform(ARTICLE.story().after());

        assertThat(Iis.readable(metabase(bay, CLONE))).isEqualTo(before);
        assertThat(before).anyMatch(line -> line.endsWith("(secure)")).anyMatch(line -> line.contains("Inetpub"));
        assertThatThrownBy(() -> ask(bay, CLONE, "GetData\n/LM/W3SVC\n6021")).isInstanceOf(Win32Exception.class);
    }

    @Test
    @DisplayName("S3-17, MB-09: with all of it in clear text, as under French (Standard), the clone's services run")
    void essential() {
        assertThat(broken().state(CLONE, "W3SVC")).isEqualTo("stopped");

        Bay french = story(4, "internetexplorer-4.01", FRENCH);

        assertThat(french.state(CLONE, "IISADMIN")).isEqualTo("running");
        assertThat(french.state(CLONE, "W3SVC")).isEqualTo("running");
        assertThat(french.events(CLONE, 7024)).isEmpty();
    }
}
