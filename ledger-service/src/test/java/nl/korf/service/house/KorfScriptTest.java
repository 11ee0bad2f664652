package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one script a person must know, run with faked JDKs and a faked Maven. */
class KorfScriptTest {

  private static final String TOOLS = "/usr/bin:/bin";

  @TempDir private Path folder;

  private FakeHouse house;

  @BeforeEach
  void aHouseWithAnOlderJavaFirstOnThePath() {
    house = new FakeHouse(folder);
    house.withJdk(17);
  }

  @Test
  void helpNamesEveryCommandAndNeedsNoJdk() {
    ScriptRun help = house.run(environment("JAVA_HOME", "/nowhere"), "help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("start", "demo", "import", "audit", "test", "bench", "--data", "--port");
    assertThat(house.run(environment()).out()).as("no command at all").isEqualTo(help.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "restore", "strat"})
  void anUnknownCommandEndsWithTwoAndASentence(String command) {
    ScriptRun run = house.run(environment(), command);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).containsOnlyOnce("\n").contains("'" + command + "'").endsWith(".\n");
  }

  @Test
  void anInstalledJdkIsFoundThoughTheDefaultJavaIsOlder() {
    house.withJdk(27);
    house.withJdk(25);

    ScriptRun run = house.run(environment("JAVA_HOME", jdk(17)), "start");

    assertThat(run.out()).as(run.err()).startsWith("java 25 ");
  }

  @Test
  void theCallersJdkComesFirst() {
    house.withJdk(25);
    house.withJdk(27);

    assertThat(house.run(environment("JAVA_HOME", jdk(27)), "start").out()).startsWith("java 27 ");
  }

  @Test
  void withoutAJdkOneSentenceSaysWhatToInstall() {
    ScriptRun run = house.run(environment("JAVA_HOME", jdk(17)), "demo");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsOnlyOnce("\n")
        .contains("JDK of version 25 or newer", "install one")
        .endsWith(".\n");
  }

  @Test
  void argumentsReachJavaAsTheyWereGivenInTheFolderOfTheCaller() throws IOException {
    house.withJdk(25);
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));

    ScriptRun run =
        house.run(
            elsewhere,
            environment("KORF_JAVA_OPTS", "-Xmx1g -Da=b"),
            "import",
            "my folder",
            "--data",
            "d*");

    assertThat(run.out().lines())
        .startsWith("java 25 in " + elsewhere.toRealPath())
        .contains("<-Daxoniq.update-checker.disabled=true>", "<-Xmx1g>", "<-Da=b>")
        .endsWith("<-jar>", jar(), "<import>", "<my folder>", "<--data>", "<d*>");
  }

  @Test
  void anAotCacheIsUsedWhereThereIsOneAndNotMissedWhereThereIsNone() {
    house.withJdk(25);
    Path unpacked = house.root().resolve("ledger-service/target/korf");

    assertThat(house.run(environment(), "start").out()).doesNotContain("AOTCache");

    ScriptRun.write(unpacked.resolve("korf.aot"), "trained");
    assertThat(house.run(environment(), "start").out()).contains("<-XX:AOTCache=" + unpacked);
    assertThat(house.run(environment("KORF_AOT", "off"), "start").out()).doesNotContain("AOTCache");
  }

  @Test
  void newerSourcesAreBuiltFirstWithALineAModule() {
    house.withJdk(25);
    house.changeSources();
    String maven =
        """
        echo "[INFO] Building Korf: event store 0.1.0-SNAPSHOT      [1/2]"
        echo "[INFO] noise"
        echo "[INFO] Building Korf: the application 0.1.0-SNAPSHOT  [2/2]"
        echo "$@" >built-with
        """;

    ScriptRun first = house.run(withMaven(maven), "start");
    ScriptRun second = house.run(withMaven(maven), "start");

    assertThat(first.err())
        .contains("Korf: event store (1/2)", "Korf: the application (2/2)")
        .doesNotContain("noise");
    assertThat(House.text(house.root().resolve("built-with")))
        .contains("-pl ledger-service -am -Punchecked", "package");
    assertThat(first.out()).startsWith("java 25 ");
    assertThat(second.err()).as("nothing changed").doesNotContain("building");
  }

  @Test
  void aFailedBuildShowsItsErrorsAndTheLogAndStartsNothing() {
    house.withJdk(25);
    house.changeSources();

    ScriptRun run = house.run(withMaven("echo '[ERROR] Bad.java:[3] broken'; exit 1"), "start");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Bad.java:[3] broken", "korf-build.log");
    assertThat(house.root().resolve("target/korf-build.lock")).doesNotExist();
  }

  @Test
  void testRunsTheWholeBuildAndSaysWhetherThereIsRealData() throws IOException {
    Path jdk = house.withJdk(25);
    Map<String, String> environment =
        withMaven("echo \"$PWD $*\"; echo \"JAVA_HOME=$JAVA_HOME\"; exit 7");

    ScriptRun without = house.run(environment, "test");
    ScriptRun.write(folder.resolve("shared/data/a-set/README.md"), "a set");
    ScriptRun with = house.run(environment, "test");

    assertThat(without.code()).as("Maven's own").isEqualTo(7);
    assertThat(without.out())
        .contains("real data: absent", house.root().toRealPath() + " -B", " verify")
        .contains("JAVA_HOME=" + jdk);
    assertThat(with.out()).contains("real data: 1 sets");
  }

  @Test
  void testCompilesAnewWhatWasBuiltWithoutItsChecks() {
    house.withJdk(25);
    house.changeSources();
    Path classes = house.root().resolve("ledger-service/target/classes/A.class");
    Map<String, String> environment =
        withMaven(
            "mkdir -p ledger-service/target/classes; echo >ledger-service/target/classes/A.class");
    house.run(environment, "start");
    assertThat(classes).as("what start built").exists();

    house.run(withMaven("exit 0"), "test");

    assertThat(classes).doesNotExist();
  }

  @Test
  void continuousIntegrationRunsExactlyTheTestCommand() {
    ScriptRun.writeProgram(house.root().resolve(".ci/run"), House.text(".ci/run"));
    ScriptRun.writeProgram(house.root().resolve("korf"), "#!/bin/sh\necho \"$# $*\"\n");

    ScriptRun run =
        ScriptRun.of(
            folder,
            environment("CI", "true"),
            List.of("bash", house.root().resolve(".ci/run").toString()));

    assertThat(run.out()).isEqualTo("1 test\n");
  }

  @Test
  void theScriptAndTheEntryOfContinuousIntegrationCanBeRun() {
    assertThat(House.file("korf")).isExecutable();
    assertThat(House.file(".ci/run")).isExecutable();
  }

  @Test
  void testHandsTheBrowserOverThatItsCallerNames() {
    house.withJdk(25);

    assertThat(house.run(withMaven("echo $KORF_CHROMIUM"), "test").out())
        .contains(folder.resolve("a browser").toString());

    Map<String, String> wrong = withMaven("echo built");
    wrong.put("KORF_CHROMIUM", "/nowhere/chromium");
    ScriptRun refused = house.run(wrong, "test");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("KORF_CHROMIUM names /nowhere/chromium");
  }

  @Test
  void testInstallsABrowserWhereItMayAndElseSaysWhatToInstall() {
    house.withJdk(25);
    Path bare = house.withToolsAlone();
    Map<String, String> environment = withMaven("echo $KORF_CHROMIUM");
    environment.remove("KORF_CHROMIUM");
    environment.put("PATH", folder.resolve("maven") + ":" + bare);

    ScriptRun.writeProgram(bare.resolve("id"), "#!/bin/sh\necho 1000\n");
    ScriptRun anybody = house.run(environment, "test");
    ScriptRun.writeProgram(bare.resolve("id"), "#!/bin/sh\necho 0\n");
    ScriptRun.writeProgram(
        bare.resolve("apt-get"),
        """
        #!/bin/sh
        for package; do :; done
        printf '#!/bin/sh\\n' >"%1$s/$package" && chmod +x "%1$s/$package"
        """
            .formatted(bare));
    ScriptRun root = house.run(environment, "test");

    assertThat(anybody.code()).isEqualTo(1);
    assertThat(anybody.out()).isEmpty();
    assertThat(anybody.err())
        .containsOnlyOnce("\n")
        .contains("Chromium", "install it", "KORF_CHROMIUM")
        .endsWith(".\n");
    if (Files.exists(Path.of("/etc/debian_version"))) {
      assertThat(root.out()).as(root.err()).contains(bare.resolve("chromium").toString());
      assertThat(root.err()).contains("installing Debian's package chromium");
    } else {
      assertThat(root.err()).as("apt is Debian's").isEqualTo(anybody.err());
    }
  }

  private String jdk(int feature) {
    return house.jdks().resolve("jdk-" + feature).toString();
  }

  private String jar() {
    try {
      return "<" + house.root().toRealPath().resolve(FakeHouse.JAR) + ">";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Map<String, String> environment(String... more) {
    Map<String, String> environment = ScriptRun.environment(jdk(17) + "/bin:" + TOOLS, more);
    environment.put("KORF_JDK_FOLDERS", house.jdks().toString());
    environment.put("KORF_CHROMIUM", house.withBrowser().toString());
    return environment;
  }

  private Map<String, String> withMaven(String script) {
    Map<String, String> environment = environment();
    environment.merge("PATH", house.withMaven("3.8.7", script) + ":", (path, bin) -> bin + path);
    return environment;
  }
}
