package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every source to the house style. */
class TidyTest {

  private static final String[] TEXTS = {
    ".md",
    ".sql",
    ".html",
    ".css",
    ".js",
    ".yml",
    ".yaml",
    ".properties",
    ".xml",
    ".csv",
    "/korf",
    "/run",
    "Dockerfile"
  };

  @Test
  void everyJavaSourceIsTidy() {
    List<Path> sources = House.javaSources();

    assertThat(sources).as("sources found").hasSizeGreaterThan(20);
    assertThat(sources.stream().flatMap(file -> untidinessOf(file).stream())).isEmpty();
  }

  @Test
  void noOtherTextPutsWorkOff() {
    assertThat(
            House.written(TEXTS).stream()
                .flatMap(file -> Tidiness.ofText(name(file), House.text(file)).stream()))
        .isEmpty();
  }

  @Test
  void everyPackageHasAFrontPageThatMarksNulls() {
    Map<String, String> sources = new TreeMap<>();
    House.javaSources().forEach(file -> sources.put(name(file), House.text(file)));

    assertThat(Packages.withoutFrontPage(sources)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("untidySources")
  void anUntidySourceIsFound(String what, String source, String complaint) {
    assertThat(Tidiness.ofJava("Bad.java", source))
        .as(what)
        .singleElement()
        .asString()
        .contains(complaint);
  }

  static Stream<Arguments> untidySources() {
    String statements = "\n    work();".repeat(Tidiness.METHOD_LINES_MAX - 1);
    String longMethod = "class Bad {\n  void m() {" + statements + "\n  }\n}\n";
    String longFile = "// a line\n".repeat(Tidiness.FILE_LINES_MAX + 1);
    return Stream.of(
        Arguments.of("long method", longMethod, "m has 51 lines"),
        Arguments.of("long file", longFile, "has 301 lines"),
        Arguments.of("wildcard", "import java.util.*;\nclass Bad {}", "imports java.util.* whole"),
        Arguments.of("static wildcard", "import static a.B.*;\nclass Bad {}", "a.B.* whole"),
        Arguments.of("module", "import module java.base;\nclass Bad {}", "java.base whole"),
        Arguments.of("work put off", "// TO" + "DO later\nclass Bad {}", "says TO" + "DO"),
        Arguments.of("disabled test", "@Dis" + "abled class Bad {}", "says @Dis" + "abled"),
        Arguments.of("sleep", "class Bad { { Thread.sl" + "eep(1); } }", "says Thread.sl"));
  }

  @Test
  void aTidySourceIsNotComplainedAbout() {
    String method = "\n  int m() {" + "\n    work();".repeat(48) + "\n  }\n";
    String source = "import java.util.List;\nrecord Good(List<String> names) {" + method + "}\n";

    assertThat(Tidiness.ofJava("Good.java", source)).isEmpty();
  }

  @Test
  void aPackageWithoutAFrontPageIsFound() {
    String page = "/** What it owns. */\n@NullMarked\npackage p;\n";
    Map<String, String> sources =
        Map.of(
            "m/src/main/java/bare/A.java", "",
            "m/src/main/java/unmarked/A.java", "",
            "m/src/main/java/unmarked/package-info.java", "/** What it owns. */\npackage p;\n",
            "m/src/main/java/silent/package-info.java", "@NullMarked\npackage p;\n",
            "m/src/test/java/good/ATest.java", "",
            "m/src/main/java/good/package-info.java", page);

    assertThat(Packages.withoutFrontPage(sources))
        .containsExactly("m: bare", "m: silent", "m: unmarked");
  }

  private static List<String> untidinessOf(Path file) {
    return Tidiness.ofJava(name(file), House.text(file));
  }

  private static String name(Path file) {
    return House.root().relativize(file).toString();
  }

  /** Packages by module: main and test sources of one package share a front page. */
  private static final class Packages {

    static List<String> withoutFrontPage(Map<String, String> sourcesByName) {
      return sourcesByName.keySet().stream()
          .collect(Collectors.groupingBy(Packages::packageOf, TreeMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .filter(entry -> entry.getValue().stream().noneMatch(f -> isFrontPage(f, sourcesByName)))
          .map(Map.Entry::getKey)
          .toList();
    }

    private static boolean isFrontPage(String file, Map<String, String> sources) {
      String text = sources.getOrDefault(file, "");
      return file.endsWith("/package-info.java")
          && text.contains("/**")
          && text.contains("@NullMarked");
    }

    private static String packageOf(String file) {
      String module = file.substring(0, file.indexOf("/src/"));
      String folder = file.substring(0, file.lastIndexOf('/'));
      String path = folder.replaceFirst("^.*/src/[^/]+/java/", "");
      return module + ": " + path.replace('/', '.');
    }
  }
}
