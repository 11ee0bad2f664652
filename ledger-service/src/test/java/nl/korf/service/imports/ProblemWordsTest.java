package nl.korf.service.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.service.imports.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a folder is said in Dutch too. */
class ProblemWordsTest {

  private static final ProblemWords DUTCH = ProblemWords.in("nl");

  @TempDir Path temporary;

  @Test
  void whateverIsWrongWithAFolderIsSaidInDutch() throws java.io.IOException {
    List<Problem> problems = new ArrayList<>();
    Folder folder = Folder.sound(fresh("a"));
    problems.addAll(
        problems(
            folder
                .with(
                    "memberships.csv",
                    "group,person,capacity,from,until",
                    "tigers,ann,,2020-02-01,",
                    "lions,ann,lead,2020-02-31,",
                    "tigers,zoe,lead,2020-02-01,2019-01-01")
                .with("people.csv", "id,name,team", "ann,Ann,maybe", "ann,Ann,no", "bob,,x,y")
                .with("shoes.csv", "size", "39")
                .with("bodies.csv", "id,id", "a,b")
                .with("roles.csv", "name,shoe_size", "Ann,39")
                .with("powers.csv", "")
                .with("groups.csv", "id,name_en,kind,parent,from", "A B,,team,a,2020-01-01")));
    problems.addAll(
        problems(
            Folder.sound(fresh("b"))
                .with(
                    "groups.csv",
                    "id,name_en,kind,parent,from",
                    "tigers,Tigers,team,lions,2020-01-01",
                    "lions,Lions,team,tigers,2020-01-01")
                .with("people.csv", new byte[] {'i', 'd', '\n', (byte) 0xE9, '\n'})
                .with("bodies.csv", "id,\"name", "a")));
    problems.addAll(
        problems(
            Folder.sound(fresh("c"))
                .with(
                    "korf-import.yaml",
                    "set: Mine!",
                    "zone: Nowhere",
                    "unknownStart: once",
                    "shoes: 39",
                    "files:",
                    "  people.csv:",
                    "    tables:",
                    "      - {table: persons, columns: {id: id}}",
                    "      - {table: people, columns: {shoe: id}}")));
    problems.addAll(problems(new Folder(fresh("d")).with("x.csv", "a", "b")));

    assertThat(problems.stream().map(Problem::kind).distinct()).contains(Kind.values());
    assertThat(
            problems.stream()
                .flatMap(problem -> Stream.of(problem.what(), problem.todo()))
                .filter(DUTCH::isForeign))
        .isEmpty();
  }

  @Test
  void partsOfASentenceStayAndWordsInItArePutIntoDutchToo() {
    assertThat(DUTCH.say("ends before it starts (2020-02-01)"))
        .isEqualTo("eindigt voordat het begint (2020-02-01)");
    assertThat(DUTCH.say("write a whole number")).isEqualTo("schrijf een geheel getal");
    assertThat(DUTCH.say("use one of $1, yes")).isEqualTo("gebruik een van $1, yes");
  }

  /** The control: a sentence nobody translated stays, and is known to be English. */
  @Test
  void aSentenceThatIsNotInTheListIsShownAsEnglish() {
    assertThat(DUTCH.say("is blue")).isEqualTo("is blue");
    assertThat(DUTCH.isForeign("is blue")).isTrue();
    assertThat(ProblemWords.in("en").isForeign("is blue")).isFalse();
  }

  private Path fresh(String name) throws java.io.IOException {
    return java.nio.file.Files.createDirectory(temporary.resolve(name));
  }

  private static List<Problem> problems(Folder folder) {
    Problems problems = new Problems();
    FolderContent content = new ImportFolder(folder.path(), problems).read(null);
    if (content != null) {
      new FolderCheck(content, problems).run(_ -> Set.of());
    }
    return problems.all();
  }
}
