package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import ntbed.registry.RegistryValue;
import ntbed.registry.ValueType;
import ntbed.time.SeededRandom;
import ntbed.win32.Win32Exception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedMachineTest {
    private static final List<String> VALUES = List.of(
            "Type", "Start", "ErrorControl", "ImagePath", "DisplayName", "Group", "Tag", "ObjectName", "DeleteFlag");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("K3: whatever stands in the keys, the manager answers with Win32 codes and comes to an end")
    void junk(long seed) {
        SeededRandom random = new SeededRandom(seed);
        ScmFixture scm = ScmFixture.with(new Spec("Healthy").auto()).groups("g0", "", "g1", "g0");
        for (int i = 0; i < 60; i++) {
            scm.add(junkService("J" + i, random));
        }
        scm.boot();
        assertThat(scm.state("Healthy")).isEqualTo("RUNNING");
        for (int i = 0; i < 60; i++) {
            String name = "J" + i;
            try (var service = scm.service(name)) {
                var config = service.queryServiceConfig();
                assertThat(config).isNotNull();
                service.startService(List.of());
            } catch (Win32Exception e) {
                assertThat(e.code()).isPositive();
            }
        }
        scm.run(1_000_000);
    }

    private static Spec junkService(String name, SeededRandom random) {
        Spec spec = new Spec(name).start(random.between(2, 3)).group("g" + random.nextInt(4));
        spec.image = null;
        spec.needs(junkName(random), "J" + random.nextInt(60));
        if (random.nextInt(3) == 0) {
            spec.needsGroup("g" + random.nextInt(9), junkName(random));
        }
        for (int k = random.nextInt(3); k > 0; k--) {
            String value = VALUES.get(random.nextInt(VALUES.size()));
            spec.set(value, RegistryValue.of(new ValueType(random.nextInt(12)), random.nextBytes(random.nextInt(9))));
        }
        if (random.nextInt(5) == 0) {
            spec.without(VALUES.get(random.nextInt(4)));
        }
        return spec;
    }

    private static String junkName(SeededRandom random) {
        String junk = new String(random.nextBytes(1 + random.nextInt(6)), StandardCharsets.ISO_8859_1);
        return junk.replace('\0', '?');
    }

    @Test
    @DisplayName("G8: 10,000 services with a circle of 500 among them come to an end")
    void tenThousand() {
        ScmFixture scm = ScmFixture.with();
        for (int i = 0; i < 9_500; i++) {
            Spec service = new Spec("S" + i).auto();
            service.image = null;
            scm.add(i % 3 == 0 ? service.needs("S" + (i + 1) % 9_500) : service.needsGroup("Nobody"));
        }
        for (int i = 0; i < 500; i++) {
            Spec service = new Spec("C" + i).auto().needs("C" + (i + 1) % 500);
            service.image = null;
            scm.add(service);
        }
        scm.boot();
        assertThat(scm.started()).isEmpty();
        assertThat(scm.popups()).hasSize(1);
        assertThat(scm.start("C7")).isEqualTo(1059);
        assertThat(scm.scm().enumServicesStatus(0x30, 3, 10_000)).hasSize(10_000);
        assertThat(scm.service("C7").enumDependentServices(3, 10_000)).hasSize(499);
    }
}
