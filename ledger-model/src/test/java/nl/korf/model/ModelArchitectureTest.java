package nl.korf.model;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages of the language and the rules, and what each may use of the others. */
class ModelArchitectureTest {

  private static final String ROOT = "nl.korf.model";

  /** What only holds values. */
  private static final Set<String> VALUES =
      Set.of(".money", ".mandates", ".authority", ".initiatives", ".rules");

  /** Package (relative to the root) to the packages it may use besides the root's own values. */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              entry("", Set.of()),
              entry(".money", Set.of()),
              entry(".map", Set.of()),
              entry(".initiatives", Set.of()),
              entry(".rules", Set.of()),
              entry(".mandates", Set.of(".money")),
              entry(".authority", Set.of(".money", ".mandates")),
              entry(".facts", VALUES),
              entry(".rounds", with(".facts")),
              entry(".view", with(".facts", ".rounds")),
              entry(".decisions", with(".facts", ".rounds", ".view", ".competence")),
              entry(".knowledge", with(".facts", ".rounds", ".view")),
              entry(".invariants", with(".facts", ".view", ".knowledge")),
              entry(".competence", with(".facts", ".view", ".knowledge", ".invariants")),
              entry(".directives", with(".facts", ".view", ".knowledge")),
              entry(".notices", with(".facts", ".view", ".knowledge"))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static Set<String> with(String... packages) {
    Set<String> all = new HashSet<>(VALUES);
    all.addAll(Set.of(packages));
    return all;
  }

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
    List<String> allowed =
        new ArrayList<>(
            List.of(
                "java..",
                "javax.crypto..",
                "org.jspecify.annotations..",
                "com.fasterxml.jackson.annotation..",
                "tools.jackson..",
                ROOT,
                ROOT + entry.getKey()));
    entry.getValue().forEach(used -> allowed.add(ROOT + used));
    noClasses()
        .that(resideInAPackage(ROOT + entry.getKey()))
        .should()
        .dependOnClassesThat(not(resideInAnyPackage(allowed.toArray(String[]::new))))
        .check(CLASSES);
  }
}
