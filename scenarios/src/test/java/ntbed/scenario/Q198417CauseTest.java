package ntbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ntbed.filesystem.NtPath;
import ntbed.scm.ServiceControlApi.EnumeratedService;
import ntbed.scm.ServiceControlApi.ScManagerHandle;
import ntbed.win32.AccessMask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Why it happens: what Sysprep copies, and what it registers although it copied nothing. */
class Q198417CauseTest {
    @Test
    @DisplayName("S1-20, PD-01: with all tools no failure, without Psysdup2.exe one")
    void oneToolIsMissing() {
        Prepared sound = Prepared.soundClone();

        assertThat(sound.failures("clone")).isEmpty();
        assertThat(sound.messages("clone")).isEmpty();
        assertThat(Prepared.brokenClone().failures("clone")).hasSize(1);
    }

    @Test
    @DisplayName("S1-21, PD-13: only the folder that Sysprep.exe ran from counts; a copy elsewhere does not help")
    void aCopyElsewhereDoesNotHelp() {
        Prepared master = Prepared.master(Edition.SERVER);
        master.bench.copyFile(Prepared.TOOL.toString(), "C:\\Psysdup2.exe");

        Prepared clone = master.cause().afterwards();

        assertThat(clone.at("clone").fileExists("C:\\Psysdup2.exe")).isTrue();
        assertThat(clone.failures("clone")).hasSize(1);
    }

    @Test
    @DisplayName("S1-22, PD-01: Sysprep copies the file to System32")
    void copiedToSystem32() {
        Prepared master = Prepared.master(Edition.SERVER);
        assertThat(master.door("master").files().exists(Prepared.INSTALLED)).isFalse();

        master.afterwards();

        assertThat(master.at("master").fileExists(Prepared.INSTALLED.toString()))
                .isTrue();
        assertThat(master.at("clone").fileExists(Prepared.INSTALLED.toString())).isTrue();
    }

    @Test
    @DisplayName("S1-23: and adds it to the list of services")
    void addedToTheServices() {
        Prepared master = Prepared.master(Edition.SERVER);
        assertThat(master.at("master").service("Psysdup2")).isEmpty();

        // Without the log-on: the healthy service takes itself out of the list after it (decision D7).
        List<Step> after = Prepared.ARTICLE.story().after();
        master.perform(after.subList(0, after.size() - 1));

        assertThat(master.at("clone").service("Psysdup2"))
                .contains(new Observation.Service("Psysdup2", "running", "automatic", 0));
        assertThat(master.startValue("clone")).isEqualTo("REG_DWORD: 0x2");
    }

    @Test
    @DisplayName("S1-24, PD-02: without the file the entry is written all the same, and Sysprep succeeds")
    void theEntryIsWrittenWithoutTheFile() {
        Prepared master = Prepared.master(Edition.SERVER).cause();

        master.perform(Prepared.ARTICLE.story().after().subList(0, 1));

        assertThat(master.bench.station("master").isOn())
                .as("Sysprep switched it off")
                .isFalse();
        assertThat(master.at("master").fileExists(Prepared.INSTALLED.toString()))
                .isFalse();
        master.perform(Prepared.ARTICLE
                .story()
                .after()
                .subList(1, Prepared.ARTICLE.story().after().size()));
        assertThat(master.at("clone").keyExists(Prepared.KEY)).isTrue();
        assertThat(master.startValue("clone")).isEqualTo("REG_DWORD: 0x2");
    }

    @Test
    @DisplayName("S1-25: but the service fails to start")
    void theServiceFailsToStart() {
        assertThat(Prepared.brokenClone().at("clone").service("Psysdup2"))
                .contains(new Observation.Service("Psysdup2", "stopped", "automatic", 2));
    }

    @Test
    @DisplayName("S1-26: every other service is as on a clone of a complete master")
    void noOtherServiceIsAffected() {
        Map<String, Integer> broken = states(Prepared.brokenClone());
        Map<String, Integer> sound = states(Prepared.soundClone());

        broken.remove("PSYSDUP2");
        sound.remove("PSYSDUP2");
        assertThat(broken).isEqualTo(sound).hasSizeGreaterThan(10);
    }

    private static Map<String, Integer> states(Prepared machines) {
        Map<String, Integer> states = new TreeMap<>();
        int access = AccessMask.SC_MANAGER_CONNECT | AccessMask.SC_MANAGER_ENUMERATE_SERVICE;
        try (ScManagerHandle manager = machines.door("clone").services().openSCManager(null, null, access)) {
            for (int type : new int[] {0x0B, 0x30}) {
                for (EnumeratedService service : manager.enumServicesStatus(type, 3, Integer.MAX_VALUE)) {
                    states.put(
                            NtPath.fold(service.serviceName()), service.status().currentState());
                }
            }
        }
        return states;
    }

    @Test
    @DisplayName("PD-12: with Sysprep's own question answered instead of -quiet it is the same")
    void quietMakesNoDifference() {
        Prepared master = Prepared.master(Edition.SERVER).cause();
        master.bench.run("C:\\Sysprep\\Sysprep.exe answers.txt");
        master.bench.answer("Windows NT System Preparation Tool", "OK", Map.of());

        master.clone("clone", "CLONE1");

        assertThat(master.failures("clone")).hasSize(1);
        assertThat(master.messages("clone")).containsExactly("At least one service failed to start.");
    }

    @Test
    @DisplayName("PD-14: a Psysdup2.exe in System32 from an earlier complete run hides that the source is missing")
    void aStaleCopyHidesIt() {
        Prepared master = Prepared.master(Edition.SERVER);
        master.bench.copyFile(Prepared.TOOL.toString(), Prepared.INSTALLED.toString());

        Prepared clone = master.cause().afterwards();

        assertThat(clone.failures("clone")).isEmpty();
    }
}
