package nl.korf.projections;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages of the read models, and what each may use. */
class ProjectionsArchitectureTest {

  private static final String ROOT = "nl.korf.projections";
  private static final String LANGUAGE = "nl.korf.model..";
  private static final String DATABASE = "org.postgresql..";
  private static final String STORE = "nl.korf.eventstore";
  private static final String LOGGING = "org.slf4j..";

  /** Package (relative to the root) to what it may use besides Java, the language and the root. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("", Set.of(STORE, DATABASE, LOGGING)),
              Map.entry(".people", Set.of()),
              Map.entry(".bodies", Set.of()),
              Map.entry(".roles", Set.of()),
              Map.entry(".rounds", Set.of()),
              Map.entry(".rules", Set.of()),
              Map.entry(".map", Set.of()),
              Map.entry(".pyramid", Set.of()),
              Map.entry(".groups", Set.of()),
              Map.entry(".powers", Set.of()),
              Map.entry(".mandates", Set.of()),
              Map.entry(".initiatives", Set.of()),
              Map.entry(".decisions", Set.of()),
              Map.entry(".directives", Set.of()),
              Map.entry(".programmes", Set.of()),
              Map.entry(
                  ".knowledge",
                  Set.of(
                      ROOT + ".people",
                      ROOT + ".bodies",
                      ROOT + ".roles",
                      ROOT + ".groups",
                      ROOT + ".powers",
                      ROOT + ".mandates",
                      ROOT + ".initiatives",
                      ROOT + ".decisions"))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageStandsInTheTable() {
    Set<String> present =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring(ROOT.length()))
            .collect(Collectors.toSet());

    assertThat(present).isEqualTo(MAY_USE.keySet());
  }

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyWhatTheTableAllows() {
    return MAY_USE.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(ROOT + entry.getKey(), () -> check(entry)));
  }

  @Test
  void noCycleRunsThroughThePackages() {
    slices().matching(ROOT + ".(*)").should().beFreeOfCycles().check(CLASSES);
  }

  private static void check(Map.Entry<String, Set<String>> entry) {
    List<String> allowed = new ArrayList<>(entry.getValue());
    allowed.addAll(
        List.of(
            "java..",
            "javax.sql..",
            "org.jspecify.annotations..",
            LANGUAGE,
            ROOT,
            ROOT + entry.getKey()));
    noClasses()
        .that(resideInAPackage(ROOT + entry.getKey()))
        .should()
        .dependOnClassesThat(not(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(CLASSES);
  }
}
