package nl.korf.service.example;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.StoryClock;
import org.jspecify.annotations.Nullable;

/** The commands of the story with their moments; told in order of time, then as written down. */
final class Script {

  private static final Actor REGISTRAR = Actor.registrar("voorbeeld");

  private final List<Step> steps = new ArrayList<>();

  /**
   * One command.
   *
   * @param refused why the ledger says no to it, or null: it says yes
   */
  private record Step(
      int number, Instant at, Actor actor, Command command, @Nullable Refusal refused) {

    /** The same at every telling. */
    UUID commandId() {
      String name = "korf-voorbeeld/" + number + "/" + command.getClass().getSimpleName();
      return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The registrar does this. */
  void registrar(Instant at, Command command) {
    add(at, REGISTRAR, command, null);
  }

  /** A person does this. */
  void person(Instant at, PersonId person, Command command) {
    add(at, Actor.of(person), command, null);
  }

  /** A person tries this, and the ledger says no. */
  void refused(Instant at, PersonId person, Command command, Refusal why) {
    add(at, Actor.of(person), command, why);
  }

  /** How many commands it has. */
  int size() {
    return steps.size();
  }

  void tell(Commands commands, StoryClock clock) {
    steps.stream()
        .sorted(Comparator.comparing(Step::at).thenComparingInt(Step::number))
        .forEach(step -> {
          clock.set(step.at());
          tell(step, commands);
        });
  }

  private static void tell(Step step, Commands commands) {
    try {
      commands.send(step.command(), step.actor(), step.commandId());
    } catch (Refused no) {
      if (step.refused() == null
          || no.reasons().stream().noneMatch(r -> r.refusal() == step.refused())) {
        throw new IllegalStateException(
            "the story breaks off at %s: %s".formatted(step.at(), step.command()), no);
      }
      return;
    }
    if (step.refused() != null) {
      throw new IllegalStateException("the ledger should have refused " + step.command());
    }
  }

  private void add(Instant at, Actor actor, Command command, @Nullable Refusal refused) {
    steps.add(new Step(steps.size() + 1, at, actor, command, refused));
  }
}
