package nl.korf.auditor;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.korf.auditor.checks.Finding;
import nl.korf.auditor.checks.Findings;
import nl.korf.model.ModelJson;

/**
 * What a command found.
 *
 * @param figures what was done, in numbers and names
 * @param notes what the result does not say, or rests on
 */
record Answer(String command, Findings findings, Map<String, Object> figures, List<String> notes) {

  static final int PROVEN = 0;
  static final int DISPROVED = 1;
  static final int UNCHECKED = 2;

  Answer {
    notes = List.copyOf(notes);
  }

  /** How the command ends. */
  int exit() {
    if (findings.disproved()) {
      return DISPROVED;
    }
    return findings.all() == 0 ? PROVEN : UNCHECKED;
  }

  String result() {
    return switch (exit()) {
      case PROVEN -> "proven";
      case DISPROVED -> "disproved";
      default -> "unchecked";
    };
  }

  /** Prints it and says how the command ends. */
  int print(PrintWriter out, boolean json) {
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("command", command);
      all.put("result", result());
      all.put("exit", exit());
      all.put("findings", findings.kept());
      all.put("findingsInAll", findings.all());
      all.put("figures", figures);
      all.put("notes", notes);
      out.println(ModelJson.mapper().writeValueAsString(all));
    } else {
      forPeople(out);
    }
    out.flush();
    return exit();
  }

  private void forPeople(PrintWriter out) {
    for (Finding finding : findings.kept()) {
      out.println(
          (finding.kind() == Finding.Kind.DISPROVED ? "DISPROVED  " : "UNCHECKED  ")
              + finding.sentence());
    }
    if (findings.all() > findings.kept().size()) {
      out.println("… and %d more".formatted(findings.all() - findings.kept().size()));
    }
    figures.forEach((name, value) -> out.println("%-26s %s".formatted(name, value)));
    notes.forEach(note -> out.println("note: " + note));
    out.println(command + ": " + result());
  }
}
