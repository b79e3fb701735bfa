package ntbed.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows of the architecture: which package may know which. */
class ArchitectureTest {
    private static final String ROOT = "ntbed.";

    /**
     * The packages of the world, lowest first, by their short names; each may import those named. A {@code *} stands
     * for all the packages above it that are not below another one.
     */
    private static final List<Arrow> ARROWS = arrows(
            "win32",
            "time",
            "trace: win32 time",
            "security: win32",
            "registry: win32 security time trace",
            "registry.regfile: win32 security time trace registry",
            "filesystem: win32 security time trace",
            "eventlog: win32 security time trace registry",
            "crypto: win32 security time registry",
            "process: *",
            "scm: *",
            "boot: *",
            "machine: *",
            "machine.lab: * registry.regfile");

    /** What lives behind the door: the moving parts of a running machine, for nobody outside the world. */
    private static final Set<String> BEHIND_THE_DOOR = Set.of(
            "ntbed.registry.Registry",
            "ntbed.filesystem.Volumes",
            "ntbed.eventlog.EventLogService",
            "ntbed.process.ProcessTable",
            "ntbed.process.DesktopSession",
            "ntbed.scm.ServiceControlManager",
            "ntbed.time.EventQueue",
            "ntbed.trace.Trace");

    private static final JavaClasses HOUSE = House.CLASSES;

    /** {@code from} a package {@code to} the packages it may import. */
    private record Arrow(String from, Set<String> to) {
        @Override
        public String toString() {
            return from;
        }
    }

    private static List<Arrow> arrows(String... rows) {
        List<Arrow> arrows = new ArrayList<>();
        Set<String> above = new TreeSet<>();
        for (String row : rows) {
            String name = row.split(":", 2)[0];
            Set<String> to = new TreeSet<>();
            for (String word :
                    row.substring(Math.min(row.length(), name.length() + 1)).split(" ", -1)) {
                if (word.equals("*")) {
                    to.addAll(above);
                } else if (!word.isEmpty()) {
                    to.add(ROOT + word);
                }
            }
            arrows.add(new Arrow(ROOT + name, to));
            if (!name.contains(".")) {
                above.add(ROOT + name);
            }
        }
        return arrows;
    }

    @Test
    void theWholeHouseWasRead() {
        assertThat(HOUSE.size()).as("classes read").isGreaterThan(150);
        assertThat(HOUSE.contain("ntbed.cli.Ntbed")).isTrue();
        assertThat(HOUSE.contain("ntbed.fix.Fix")).isTrue();
        assertThat(HOUSE.contain("ntbed.scm.ServiceControlManager")).isTrue();
    }

    static Stream<Arrow> arrows() {
        return ARROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void aPackageOfTheWorldImportsOnlyWhatItMay(Arrow arrow) {
        List<String> allowed = new ArrayList<>(arrow.to());
        allowed.add(arrow.from());
        classes()
                .that()
                .resideInAPackage(arrow.from())
                .should()
                .onlyDependOnClassesThat(outsideNtbedOrIn(allowed))
                .check(HOUSE);
    }

    @Test
    void everyPackageOfTheWorldHasItsRow() {
        Set<String> known = new TreeSet<>();
        ARROWS.forEach(arrow -> known.add(arrow.from()));
        Set<String> found = new TreeSet<>();
        HOUSE.forEach(type -> found.add(type.getPackageName()));
        found.removeIf(name -> name.matches("ntbed\\.(component|tool|fix|scenario|replay|cli)(\\..*)?"));
        assertThat(known).isEqualTo(found);
    }

    @Test
    void componentsAndToolsComeThroughTheDoor() {
        noClasses()
                .that()
                .resideInAnyPackage("ntbed.component..", "ntbed.tool..", "ntbed.fix..")
                .should()
                .dependOnClassesThat(named(BEHIND_THE_DOOR))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage("ntbed.component..", "ntbed.tool..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ntbed.boot..", "ntbed.trace..")
                .check(HOUSE);
        // Components keep secrets, as their originals did by CryptoAPI; a tool has no key.
        noClasses()
                .that()
                .resideInAPackage("ntbed.tool..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ntbed.crypto..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("ntbed.tool..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ntbed.machine.lab..", "ntbed.component..")
                .check(HOUSE);
    }

    @Test
    void siblingsDoNotKnowEachOther() {
        slices().matching("ntbed.component.(*)..")
                .should()
                .notDependOnEachOther()
                .check(HOUSE);
        slices().matching("ntbed.tool.(*)..").should().notDependOnEachOther().check(HOUSE);
    }

    @Test
    void theRemediesDoNotKnowEachOther() {
        List<JavaClass> remedies = HOUSE.stream()
                .filter(type -> type.getPackageName().equals("ntbed.fix.kb"))
                .filter(JavaClass::isTopLevelClass)
                .toList();
        assertThat(remedies).isNotEmpty();
        for (JavaClass remedy : remedies) {
            assertThat(remedy.getDirectDependenciesFromSelf())
                    .as(remedy.getSimpleName())
                    .noneMatch(arrow -> remedies.contains(arrow.getTargetClass())
                            && !arrow.getTargetClass().equals(remedy));
        }
    }

    @Test
    void fixesKnowTheSurfaceAndNothingElse() {
        noClasses()
                .that()
                .resideInAPackage("ntbed.fix..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ntbed.machine.lab..",
                        "ntbed.component..",
                        "ntbed.tool..",
                        "ntbed.boot..",
                        "ntbed.trace..",
                        "ntbed.crypto..",
                        "ntbed.time..",
                        "ntbed.scenario..",
                        "ntbed.replay..",
                        "ntbed.cli..")
                .check(HOUSE);
    }

    @Test
    void theWorldKnowsNoArticle() {
        noClasses()
                .that()
                .resideOutsideOfPackages("ntbed.fix..", "ntbed.scenario..", "ntbed.replay..", "ntbed.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ntbed.fix..", "ntbed.scenario..", "ntbed.replay..", "ntbed.cli..")
                .check(HOUSE);
    }

    @Test
    void noPackageCycles() {
        slices().matching("ntbed.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void jimfsBelongsToTheVolumeAndGuavaToJimfs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ntbed.filesystem")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google..")
                .check(HOUSE);
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "Guava",
                        type -> type.getPackageName().startsWith("com.google.")
                                && !type.getPackageName().startsWith("com.google.common.jimfs")))
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> outsideNtbedOrIn(List<String> packages) {
        return DescribedPredicate.describe(
                "outside ntbed or in " + packages,
                type -> !type.getPackageName().startsWith("ntbed") || packages.contains(type.getPackageName()));
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("behind the door", type -> names.contains(outermost(type)));
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
