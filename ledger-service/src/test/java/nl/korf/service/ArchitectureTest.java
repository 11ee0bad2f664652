package nl.korf.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.service.kernel.KernelThatKnowsAnAddress;
import nl.korf.service.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Which package may use which; a package that is not in the table has no place yet. */
class ArchitectureTest {

  private static final String ROOT = "nl.korf.service";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("", Set.of("host", "imports")),
          Map.entry("kernel", Set.of()),
          Map.entry("web", Set.of("host", "kernel")),
          Map.entry("host", Set.of()),
          Map.entry("identity", Set.of("host", "kernel", "web")),
          Map.entry("entities", Set.of("kernel")),
          Map.entry("people", Set.of("entities", "identity", "kernel", "web")),
          Map.entry("bodies", Set.of("entities", "kernel", "web")),
          Map.entry("roles", Set.of("entities", "kernel", "web")),
          Map.entry("groups", Set.of("entities", "kernel", "web")),
          Map.entry("powers", Set.of("entities", "kernel", "web")),
          Map.entry("initiatives", Set.of("entities", "kernel", "web")),
          Map.entry("mandates", Set.of("entities", "kernel", "web")),
          Map.entry("authority", Set.of("entities", "kernel", "web")),
          Map.entry("decisions", Set.of("authority", "entities", "identity", "kernel", "web")),
          Map.entry("rounds", Set.of("authority", "entities", "kernel", "web")),
          Map.entry("timers", Set.of("founding", "host", "kernel", "rounds")),
          Map.entry("directives", Set.of("authority", "entities", "kernel", "web")),
          Map.entry("programmes", Set.of("entities", "kernel", "web")),
          Map.entry("founding", Set.of("authority", "host", "kernel", "web")),
          Map.entry("ledger", Set.of("founding", "kernel", "web")),
          Map.entry("notices", Set.of("host", "kernel")),
          Map.entry("inbox", Set.of("identity", "kernel", "notices", "pages", "web")),
          Map.entry("forms", Set.of("identity", "kernel", "pages", "web")),
          Map.entry("feed", Set.of("founding", "identity", "kernel", "web")),
          Map.entry("live", Set.of("identity", "web")),
          Map.entry("map", Set.of("founding", "identity", "kernel", "live", "pages", "web")),
          Map.entry("pages", Set.of("founding", "identity", "kernel", "rounds", "web")),
          Map.entry(
              "imports",
              Set.of("entities", "founding", "host", "identity", "kernel", "pages", "web")),
          Map.entry(
              "example",
              Set.of(
                  "authority",
                  "bodies",
                  "decisions",
                  "directives",
                  "groups",
                  "identity",
                  "initiatives",
                  "kernel",
                  "mandates",
                  "people",
                  "powers",
                  "programmes",
                  "roles",
                  "rounds")));

  private static final JavaClasses APPLICATION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageUsesOnlyWhatTheTableAllows() {
    assertThat(violations(APPLICATION)).isEmpty();
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(APPLICATION);
  }

  @Test
  void aForbiddenUseIsFound() {
    JavaClasses wrong = new ClassFileImporter().importClasses(KernelThatKnowsAnAddress.class);
    assertThat(violations(wrong)).anyMatch(found -> found.contains("kernel may not use web"));
  }

  @Test
  void aPackageWithoutAPlaceIsFound() {
    JavaClasses stranger = new ClassFileImporter().importClasses(TestApplication.class);
    assertThat(violations(stranger)).anyMatch(found -> found.contains("testing has no place"));
  }

  private static List<String> violations(JavaClasses classes) {
    return classes.stream().flatMap(ArchitectureTest::violations).distinct().sorted().toList();
  }

  private static Stream<String> violations(JavaClass type) {
    String here = nameOf(type);
    Set<String> allowed = MAY_USE.get(here);
    if (allowed == null) {
      return Stream.of("%s has no place in the table (%s)".formatted(here, type.getName()));
    }
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(ArchitectureTest::isOurs)
        .map(ArchitectureTest::nameOf)
        .filter(there -> !there.equals(here) && !allowed.contains(there))
        .map(there -> "%s may not use %s (%s)".formatted(here, there, type.getName()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /** The package below the root, all that is below it included. */
  private static String nameOf(JavaClass type) {
    if (type.getPackageName().equals(ROOT)) {
      return "";
    }
    String below = type.getPackageName().substring(ROOT.length() + 1);
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
  }
}
