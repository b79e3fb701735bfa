package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ntbed.filesystem.NtPath;
import ntbed.scm.StartPlan.Phase;
import ntbed.scm.StartPlan.Step;
import ntbed.scm.StartPlan.Verdict;
import ntbed.time.SeededRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartPlanTest {
    static ServiceDefinition service(String name, int start, String group, List<String> services, List<String> groups) {
        return new ServiceDefinition(
                name,
                NtPath.fold(name),
                0x10,
                start,
                1,
                null,
                group,
                null,
                services,
                groups,
                null,
                true,
                null,
                false,
                null);
    }

    private static ServiceDefinition auto(String name, String group, String... needs) {
        return service(name, 2, group, List.of(needs), List.of());
    }

    private static List<String> flat(StartPlan plan) {
        List<String> names = new ArrayList<>();
        for (Phase phase : plan.phases()) {
            for (Step step : phase.steps()) {
                String verdict = step.verdict() == Verdict.START ? "" : " " + step.verdict();
                names.add(phase.name() + "/" + step.service().name() + verdict);
            }
        }
        return names;
    }

    @Test
    @DisplayName("G1: a group named twice in the List has its first place; an empty database has no phase")
    void listWithDoubles() {
        StartPlan plan =
                StartPlan.of(List.of(auto("A", "Two"), auto("B", "one"), auto("C", "x")), List.of("One", "Two", "ONE"));
        assertThat(flat(plan)).containsExactly("One/B", "Two/A", "other groups/C");
        assertThat(StartPlan.of(List.of(), List.of("One")).phases()).isEmpty();
    }

    @Test
    @DisplayName("G3: a member that needs its own group comes after those that do not")
    void ownGroup() {
        StartPlan plan = StartPlan.of(
                List.of(
                        service("A", 2, "G", List.of(), List.of("G")),
                        auto("B", "G"),
                        service("C", 2, "G", List.of(), List.of("G")),
                        auto("D", "G")),
                List.of("G"));
        assertThat(flat(plan)).containsExactly("G/B", "G/D", "G/A", "G/C");
    }

    @Test
    @DisplayName("G8: a circle through a group is one as well; what hangs on it is not part of it")
    void circleThroughGroup() {
        StartPlan plan = StartPlan.of(
                List.of(service("A", 2, "", List.of(), List.of("x")), auto("B", "x", "A"), auto("C", "", "B")),
                List.of());
        assertThat(flat(plan)).contains("other groups/B CIRCULAR", "no group/A CIRCULAR", "no group/C");
    }

    @Test
    @DisplayName("G8: a circle of 500 is found, and the rest still starts in order")
    void circleOf500() {
        List<ServiceDefinition> services = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            services.add(auto("C" + i, "", "C" + (i + 1) % 500));
        }
        services.add(auto("X", "", "Y"));
        services.add(auto("Y", ""));
        List<String> plan = flat(StartPlan.of(services, List.of()));
        assertThat(plan.stream().filter(step -> step.endsWith(" CIRCULAR"))).hasSize(500);
        assertThat(plan.subList(500, 502)).containsExactly("no group/Y", "no group/X");
    }

    @Test
    @DisplayName("G3, G5: a chain of 100,000, half of it on demand, is drawn in without a deep stack")
    void longChain() {
        List<ServiceDefinition> services = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            services.add(service("S" + i, i == 0 ? 2 : 2 + i % 2, "", List.of("S" + (i + 1)), List.of()));
        }
        List<Step> steps = StartPlan.of(services, List.of()).phases().get(0).steps();
        assertThat(steps).hasSize(100_000);
        assertThat(steps.get(0).service().name()).isEqualTo("S99999");
        assertThat(steps.get(99_999).service().name()).isEqualTo("S0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("G3, G6: in any plan each service comes once, and after all that it can wait for")
    void anyPlan(long seed) {
        List<ServiceDefinition> services = random(300, new SeededRandom(seed));
        List<String> order = List.of("g0", "g1", "g2", "g3");
        Map<String, Integer> place = new HashMap<>();
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Phase phase : StartPlan.of(services, order).phases()) {
            for (Step step : phase.steps()) {
                assertThat(place.put(step.service().folded(), place.size())).isNull();
                verdicts.put(step.service().folded(), step.verdict());
            }
        }
        for (ServiceDefinition service : services) {
            assertThat(place.containsKey(service.folded()) || !service.isAutoStart())
                    .as(service.name())
                    .isTrue();
            for (String needed : service.dependOnServices()) {
                String other = NtPath.fold(needed);
                if (verdicts.get(service.folded()) == Verdict.START && place.containsKey(other)) {
                    assertThat(place.get(other)).isLessThan(place.get(service.folded()));
                }
            }
        }
    }

    /** As long for few services as for many: a name's length is work, too. */
    private static String nameOf(int service) {
        return "S" + (1_000_000 + service);
    }

    /** Services with up to three dependencies on earlier or later ones, in listed, unlisted and no groups. */
    static List<ServiceDefinition> random(int count, SeededRandom random) {
        List<ServiceDefinition> services = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<String> needs = new ArrayList<>();
            for (int k = random.nextInt(4); k > 0; k--) {
                boolean back = i == 0 || random.nextInt(20) == 0;
                needs.add(nameOf(random.nextInt(back ? count : i)));
            }
            List<String> groups = random.nextInt(10) == 0 ? List.of("g" + random.nextInt(8)) : List.of();
            String group = random.nextInt(2) == 0 ? "" : "g" + random.nextInt(6);
            services.add(service(nameOf(i), random.between(2, 4), group, needs, groups));
        }
        return services;
    }
}
