package nl.korf.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How to run a class of this program in a JVM of its own, from an unpacked class path as from the
 * packed jar, whose libraries a plain class path does not see.
 */
final class ChildJvm {

  /** Spring Boot's launcher that takes the name of a class. */
  private static final String PACKED_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private ChildJvm() {}

  /** The command, to which the arguments of the class can be added; with the flags of this JVM. */
  static List<String> command(String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-agent") && !flag.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    if (isPacked()) {
      command.addAll(List.of("-Dloader.main=" + mainClass, PACKED_LAUNCHER));
    } else {
      command.add(mainClass);
    }
    return command;
  }

  private static boolean isPacked() {
    return Objects.requireNonNull(ChildJvm.class.getResource("ChildJvm.class"))
        .toString()
        .startsWith("jar:nested:");
  }
}
