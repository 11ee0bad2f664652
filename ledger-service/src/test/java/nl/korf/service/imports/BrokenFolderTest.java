package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.korf.service.imports.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFolderTest {

  @TempDir Path temporary;

  @Test
  void aSoundFolderHasNoProblems() {
    assertThat(problems(Folder.sound(temporary))).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
    Folder broken =
        Folder.sound(temporary)
            .with(
                "memberships.csv",
                "group,person,capacity,from,until",
                "tigers,ann,,2020-02-01,",
                "lions,ann,lead,2020-02-31,",
                "tigers,zoe,lead,2020-02-01,2019-01-01");

    assertThat(problems(broken))
        .extracting(Problem::kind, Problem::file, Problem::line, Problem::column, Problem::value)
        .containsExactly(
            tuple(Kind.MISSING_VALUE, 2L, "capacity", null),
            tuple(Kind.FORM, 3L, "from", "2020-02-31"),
            tuple(Kind.REFERENCE, 3L, "group", "lions"),
            tuple(Kind.REFERENCE, 4L, "person", "zoe"),
            tuple(Kind.ORDER, 4L, "until", "2019-01-01"));
  }

  @Test
  void aFileThatIsNotUtf8IsToldWithTheLine() {
    byte[] latin = {'i', 'd', ',', 'n', 'a', 'm', 'e', '\n', 'a', ',', (byte) 0xE9, '\n'};

    assertThat(problems(Folder.sound(temporary).with("people.csv", latin)))
        .filteredOn(problem -> problem.kind() == Kind.ENCODING)
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.place()).isEqualTo("people.csv:2");
          assertThat(problem.value()).isEqualTo("byte 0xE9");
        });
  }

  @Test
  void aRowWithTooFewFieldsIsTold() {
    Folder broken = Folder.sound(temporary).with("people.csv", "id,name,team", "ann,Ann", "bob,,");

    assertThat(problems(broken))
        .filteredOn(problem -> problem.kind() == Kind.SYNTAX)
        .extracting(Problem::place)
        .containsExactly("people.csv:2");
  }

  @Test
  void aQuoteThatIsNeverClosedIsTold() {
    Folder broken = Folder.sound(temporary).with("people.csv", "id,name,team", "ann,\"Ann,no");

    assertThat(problems(broken)).extracting(Problem::kind).contains(Kind.SYNTAX);
  }

  @Test
  void headersAreChecked() {
    Folder broken = Folder.sound(temporary).with("people.csv", "name,shoe_size", "Ann,39");

    assertThat(problems(broken))
        .filteredOn(problem -> problem.kind() == Kind.HEADER)
        .extracting(Problem::place)
        .containsExactlyInAnyOrder("people.csv:1, column shoe_size", "people.csv:1, column id");
  }

  @Test
  void aColumnNamedTwiceIsTold() {
    Folder broken = Folder.sound(temporary).with("people.csv", "id,id", "ann,ann");

    assertThat(problems(broken)).extracting(Problem::kind).contains(Kind.HEADER);
  }

  @Test
  void aRowGivenTwiceIsTold() {
    Folder broken =
        Folder.sound(temporary)
            .with("people.csv", "id,name,team", "ann,Ann,no", "ann,Ann,no", "bob,,");

    assertThat(problems(broken))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Kind.DUPLICATE);
          assertThat(problem.place()).isEqualTo("people.csv:3, column id");
        });
  }

  @Test
  void aWordThatIsNotKnownIsToldWithTheWordsThatAre() {
    Folder broken =
        Folder.sound(temporary).with("people.csv", "id,name,team", "ann,Ann,maybe", "bob,Bob,no");

    assertThat(problems(broken))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Kind.WORD);
          assertThat(problem.todo()).isEqualTo("use one of yes, no");
        });
  }

  @Test
  void aCircleIsTold() {
    Folder broken =
        Folder.sound(temporary)
            .with(
                "groups.csv",
                "id,name_en,kind,parent,from",
                "tigers,Tigers,team,lions,2020-01-01",
                "lions,Lions,team,tigers,2020-01-01");

    assertThat(problems(broken)).extracting(Problem::kind).containsExactly(Kind.CYCLE);
  }

  @Test
  void aFileNobodyKnowsIsTold() {
    assertThat(problems(Folder.sound(temporary).with("shoes.csv", "size", "39")))
        .extracting(Problem::kind, Problem::place)
        .containsExactly(org.assertj.core.api.Assertions.tuple(Kind.FILE, "shoes.csv"));
  }

  @Test
  void aMappingThatIsWrongIsTold() {
    Folder broken =
        Folder.sound(temporary)
            .with(
                "korf-import.yaml",
                "set: mine",
                "files:",
                "  people.csv:",
                "    tables:",
                "      - {table: persons, columns: {id: id}}");

    assertThat(problems(broken)).extracting(Problem::kind).contains(Kind.MAPPING);
  }

  @Test
  void whatIsInTheLedgerAlreadyMayBeNamed() {
    Folder folder =
        Folder.sound(temporary)
            .with("groups.csv", "id,name_en,kind,parent,from", "tigers,Tigers,team,zoo,2020-01-01");

    assertThat(problems(folder)).extracting(Problem::value).containsExactly("zoo");
    assertThat(problems(folder, Set.of("group/zoo"))).isEmpty();
  }

  @Test
  void theReportIsBoundedAndSaysHowManyThereAre() {
    String[] lines = new String[101];
    lines[0] = "group,person,capacity,from,until";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = "tigers,nobody-%d,lead,2020-02-01,".formatted(i);
    }
    Problems problems = new Problems();
    check(Folder.sound(temporary).with("memberships.csv", lines), Set.of(), problems);

    assertThat(problems.all()).hasSize(100);
    assertThat(problems.bounded())
        .hasSize(Problems.PRINTED_PER_KIND_MAX + 1)
        .last()
        .isEqualTo("… and 90 more of this kind (100 in all)");
  }

  private static org.assertj.core.groups.Tuple tuple(
      Kind kind, long line, String column, @org.jspecify.annotations.Nullable String value) {
    return org.assertj.core.api.Assertions.tuple(kind, "memberships.csv", line, column, value);
  }

  private static List<Problem> problems(Folder folder) {
    return problems(folder, Set.of());
  }

  private static List<Problem> problems(Folder folder, Set<String> inTheLedger) {
    Problems problems = new Problems();
    check(folder, inTheLedger, problems);
    return problems.all();
  }

  private static void check(Folder folder, Set<String> inTheLedger, Problems problems) {
    FolderContent content = new ImportFolder(folder.path(), problems).read(null);
    if (content != null) {
      new FolderCheck(content, problems).run(keys -> inTheLedger);
    }
  }
}
