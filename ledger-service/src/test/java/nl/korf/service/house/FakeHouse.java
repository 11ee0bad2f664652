package nl.korf.service.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder with the real script and nothing real beside it: JDKs and a Maven that only tell how
 * they were called. Its name has a space, because such folders exist.
 */
final class FakeHouse {

  static final String JAR = "ledger-service/target/ledger-service-0.1.0-SNAPSHOT-exec.jar";

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "chmod",
          "dirname",
          "find",
          "grep",
          "mkdir",
          "readlink",
          "sed",
          "sort",
          "tail",
          "tr",
          "uname",
          "unshare",
          "wc");

  private final Path base;
  private final Path root;

  FakeHouse(Path folder) {
    base = folder;
    root = folder.resolve("a house");
    ScriptRun.writeProgram(root.resolve("korf"), House.text("korf"));
    ScriptRun.write(root.resolve(JAR), "not a jar");
    ScriptRun.write(root.resolve("pom.xml"), "<project/>");
    ScriptRun.write(root.resolve("ledger-service/target/korf.built"), "");
    setAge(root.resolve("pom.xml"), 60);
  }

  Path root() {
    return root;
  }

  /** The folder in which {@link #withJdk} puts its JDKs. */
  Path jdks() {
    return base.resolve("jdks");
  }

  /** A JDK of this feature version that answers how it was called. */
  Path withJdk(int feature) {
    Path home = jdks().resolve("jdk-" + feature);
    ScriptRun.write(home.resolve("release"), "JAVA_VERSION=\"%d.0.2\"\n".formatted(feature));
    ScriptRun.writeProgram(home.resolve("bin/javac"), "#!/bin/sh\n");
    ScriptRun.writeProgram(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        echo "java %d in $PWD"
        for word; do echo "<$word>"; done
        """
            .formatted(feature));
    return home;
  }

  /** A Maven that takes its answers from a script. */
  Path withMaven(String version, String script) {
    Path bin = base.resolve("maven");
    ScriptRun.writeProgram(
        bin.resolve("mvn"),
        """
        #!/bin/sh
        if [ "$1" = -v ]; then echo "Apache Maven %s"; exit 0; fi
        %s
        """
            .formatted(version, script));
    return bin;
  }

  /** A browser that can be run and does nothing. */
  Path withBrowser() {
    Path program = base.resolve("a browser");
    ScriptRun.writeProgram(program, "#!/bin/sh\n");
    return program;
  }

  /** A folder with the tools the script needs, and none of what it looks for. */
  Path withToolsAlone() {
    Path bin = base.resolve("tools");
    for (String tool : TOOLS) {
      Path real = Path.of("/usr/bin", tool);
      Path from = Files.exists(real) ? real : Path.of("/bin", tool);
      ScriptRun.writeProgram(bin.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(from));
    }
    return bin;
  }

  /** Makes the sources newer than what was built. */
  void changeSources() {
    setAge(root.resolve("ledger-service/target/korf.built"), 120);
  }

  /** Makes what the tests of the event store share newer than what was built. */
  void changeTestsOfTheStore() {
    setAge(root.resolve("ledger-service/target/korf.built"), 30);
    setAge(root.resolve("benchmarks/target/korf.built"), 30);
    ScriptRun.write(root.resolve("event-store/src/test/java/Fsck.java"), "class Fsck {}");
  }

  ScriptRun run(Map<String, String> environment, String... arguments) {
    return run(base, environment, arguments);
  }

  ScriptRun run(Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", root.resolve("korf").toString()));
    command.addAll(List.of(arguments));
    return ScriptRun.of(folder, environment, command);
  }

  private static void setAge(Path file, long seconds) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
