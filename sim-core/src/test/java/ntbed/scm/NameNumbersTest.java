package ntbed.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import ntbed.time.SeededRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NameNumbersTest {
    @Test
    @DisplayName("names are numbered as they come, whatever the table was made for")
    void asAMap() {
        NameNumbers numbers = new NameNumbers(0);
        Map<String, Integer> expected = new HashMap<>();
        SeededRandom random = new SeededRandom(7);
        for (int i = 0; i < 20_000; i++) {
            String name = Integer.toString(random.nextInt(9_000), 36).repeat(random.nextInt(3));
            Integer known = expected.putIfAbsent(name, expected.size());
            assertThat(numbers.add(name)).isEqualTo(known == null ? expected.size() - 1 : known);
        }
        assertThat(numbers.size()).isEqualTo(expected.size());
    }

    @Test
    @DisplayName("names of one hash code are two names")
    void sameHashCode() {
        assertThat("AaBB".hashCode()).isEqualTo("BBAa".hashCode());
        NameNumbers numbers = new NameNumbers(2);
        assertThat(numbers.add("AaBB")).isZero();
        assertThat(numbers.add("BBAa")).isEqualTo(1);
        assertThat(numbers.add("AaBB")).isZero();
    }
}
