package ntbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramCatalogTest {
    private record Named(String id, String heading) implements Program {
        @Override
        public void main(NtProcess process) {
            process.exit(0);
        }
    }

    @Test
    void aProgramIsFoundByItsId() {
        Program own = new Named("psysdup", "Gives the machine its own product ID");
        assertThat(ProgramCatalog.of(own).find("psysdup")).contains(own);
        assertThat(ProgramCatalog.of(own).find("Psysdup")).isEmpty();
    }

    @Test
    void theOrderOfRegistrationNeverShows() {
        Program one = new Named("one", "First");
        Program two = new Named("two", "Second");
        assertThat(ProgramCatalog.of(two, one).all()).containsExactly(one, two);
        assertThat(ProgramCatalog.of(one).plus(two).all()).containsExactly(one, two);
    }

    @Test
    void addingLeavesTheOldCatalogueAsItWas() {
        ProgramCatalog small = ProgramCatalog.of();
        small.plus(new Named("more", "More"));
        assertThat(small.all()).isEmpty();
    }

    @Test
    void twoProgramsOfOneIdAreABug() {
        assertThatThrownBy(() -> ProgramCatalog.of(new Named("a", "One"), new Named("a", "Two")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("two programs called a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "small letter", "Full stop.", " Blank before", "Blank behind ", "Two\nlines"})
    void anUntidyHeadingIsABug(String heading) {
        assertThatThrownBy(() -> ProgramCatalog.of(new Named("a", heading))).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Capital", "with blank", "dot.exe"})
    void anUntidyIdIsABug(String id) {
        assertThatThrownBy(() -> ProgramCatalog.of(new Named(id, "Heading"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void theGenericProgramsAreTidy() {
        assertThat(GenericPrograms.catalog().all())
                .extracting(Program::id)
                .containsExactly("console", "service", "shared-service");
    }
}
