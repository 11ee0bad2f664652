package nl.korf.service.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./korf bench} hands over to, and when that is built again. */
class KorfBenchScriptTest {

  @TempDir private Path folder;

  private FakeHouse house;
  private Path target;

  @BeforeEach
  void theBenchmarksAsBuiltBefore() {
    house = new FakeHouse(folder);
    house.withJdk(25);
    target = house.root().resolve("benchmarks/target");
    ScriptRun.write(target.resolve("benchmarks.jar"), "not a jar");
    ScriptRun.write(target.resolve("korf.built"), "");
  }

  @Test
  void benchHandsOverToTheBenchmarks() {
    assertThat(house.run(environment("exit 1"), "bench", "--faults").out().lines())
        .endsWith("<" + target.resolve("benchmarks.jar") + ">", "<--faults>");
  }

  @Test
  void benchIsBuiltAgainWhenTheTestsOfTheStoreItHoldsChangeAndNothingElseIs() {
    house.changeTestsOfTheStore();
    Map<String, String> environment = environment("echo \"$@\" >built-with");

    ScriptRun start = house.run(environment, "start");
    ScriptRun first = house.run(environment, "bench");
    ScriptRun second = house.run(environment, "bench");

    assertThat(start.err()).as("its jar holds none of them").doesNotContain("building");
    assertThat(first.err()).contains("building");
    assertThat(House.text(house.root().resolve("built-with"))).contains("-pl benchmarks -am");
    assertThat(second.err()).as("nothing changed since").doesNotContain("building");
  }

  /** With pgbench, and a Maven that does this. */
  private Map<String, String> environment(String maven) {
    ScriptRun.writeProgram(folder.resolve("pg/pgbench"), "#!/bin/sh\n");
    Map<String, String> environment =
        ScriptRun.environment(
            "%s:%s:/usr/bin:/bin".formatted(folder.resolve("pg"), house.withMaven("3.8.7", maven)));
    environment.put("KORF_JDK_FOLDERS", house.jdks().toString());
    return environment;
  }
}
