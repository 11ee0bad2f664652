package nl.korf.auditor;

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

/**
 * What the auditor's tool is made of. Hashes, trees and signatures rest on the JDK alone; nothing
 * knows the ledger's service, its store, a framework or a database.
 */
class AuditorArchitectureTest {

  private static final String ROOT = "nl.korf.auditor";
  private static final String MODEL = "nl.korf.model..";
  private static final String JSON = "tools.jackson..";

  /** Package (relative to the root) to what it may use besides the JDK. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.of(
              ".tree", Set.of(),
              ".note", Set.of(ROOT + ".tree"),
              ".exports", Set.of(ROOT + ".note", ROOT + ".tree", MODEL, JSON),
              ".checks",
                  Set.of(
                      ROOT + ".exports",
                      ROOT + ".note",
                      ROOT + ".tree",
                      MODEL,
                      JSON,
                      "com.fasterxml.jackson.annotation..",
                      "org.erdtman.jcs.."),
              ".replay", Set.of(ROOT + ".checks", ROOT + ".exports", MODEL, JSON),
              "", Set.of(ROOT + "..", MODEL, JSON, "picocli..")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageStandsInTheTable() {
    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toSet()))
        .isEqualTo(MAY_USE.keySet());
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
    List<String> allowed =
        new ArrayList<>(List.of("java..", "org.jspecify.annotations..", ROOT + entry.getKey()));
    allowed.addAll(entry.getValue());
    noClasses()
        .that(resideInAPackage(ROOT + entry.getKey()))
        .should()
        .dependOnClassesThat(not(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(CLASSES);
  }
}
