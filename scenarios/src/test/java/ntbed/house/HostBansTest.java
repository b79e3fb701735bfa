package ntbed.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The host must not leak in: no clock, chance, threads, default charset, locale or zone of the machine we run on. */
class HostBansTest {
    private static final JavaClasses HOUSE = House.CLASSES;

    @Test
    void noHostClockUseSimClock() {
        // The command line alone may say how long a run really took; that figure never enters a trace or JSON.
        noClasses()
                .that()
                .resideOutsideOfPackage("ntbed.cli")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethodWhere(nowOfJavaTime())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(HOUSE);
    }

    @Test
    void noHostChanceUseSeededRandom() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, java.security.SecureRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .check(HOUSE);
    }

    @Test
    void noThreadsUseEventQueue() {
        // Jimfs keeps its file systems in one table of the whole process, so each layer needs a name nobody else has.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("ntbed.filesystem.Layer")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.util.Timer.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .check(HOUSE);
    }

    @Test
    void noDefaultCharsetLocaleOrZone() {
        noClasses()
                .should()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethod(java.nio.charset.Charset.class, "defaultCharset")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.TimeZone.class, "getDefault")
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .check(HOUSE);
    }

    @Test
    void noCaseOfTheHostUseCaseFolding() {
        // The nearest name to a typing error, and the name of an edition: what a person types, not a name on a machine.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("ntbed.win32.CaseFolding")
                .and()
                .resideOutsideOfPackages("ntbed.cli", "ntbed.scenario")
                .should()
                .callMethod(String.class, "equalsIgnoreCase", String.class)
                .orShould()
                .callMethod(String.class, "compareToIgnoreCase", String.class)
                .orShould()
                .callMethod(String.class, "regionMatches", boolean.class, int.class, String.class, int.class, int.class)
                .orShould()
                .accessField(String.class, "CASE_INSENSITIVE_ORDER")
                .orShould()
                .callMethod(Character.class, "toUpperCase", char.class)
                .orShould()
                .callMethod(Character.class, "toLowerCase", char.class)
                .orShould()
                .callMethod(Character.class, "toUpperCase", int.class)
                .orShould()
                .callMethod(Character.class, "toLowerCase", int.class)
                .check(HOUSE);
    }

    @Test
    void noFilesOfTheHost() {
        // The volume wraps Jimfs; the command line and the article reader read and write what the user names.
        noClasses()
                .that()
                .resideOutsideOfPackages("ntbed.filesystem", "ntbed.cli", "ntbed.scenario", "ntbed.replay")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("ntbed.filesystem")
                .should()
                .callMethod(java.nio.file.FileSystems.class, "getDefault")
                .orShould()
                .callMethod(java.nio.file.Path.class, "of", String.class, String[].class)
                .orShould()
                .callMethod(java.nio.file.Paths.class, "get", String.class, String[].class)
                .check(HOUSE);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ntbed.cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaAccess<?>> nowOfJavaTime() {
        return DescribedPredicate.describe(
                "now() of java.time",
                access -> access.getTarget().getName().equals("now")
                        && access.getTargetOwner().getPackageName().equals("java.time"));
    }

    /** The rule above must be able to fail: it sees a class that breaks it. */
    @Test
    void theBansSeeAnOffender() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        assertThatThrownBy(() ->
                        noClasses().should().callMethodWhere(nowOfJavaTime()).check(offender))
                .isInstanceOf(AssertionError.class);
    }

    /** Reads the host clock, to be caught. */
    static final class Offender {
        java.time.Instant read() {
            return java.time.Instant.now();
        }
    }
}
