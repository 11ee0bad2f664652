package nl.korf.projections.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.DirectiveId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoleId;
import nl.korf.model.Subject;
import nl.korf.model.facts.DirectiveEvent.DirectiveAnswered;
import nl.korf.model.facts.DirectiveEvent.DirectiveExtended;
import nl.korf.model.facts.DirectiveEvent.DirectiveIssued;
import nl.korf.model.facts.DirectiveEvent.DirectiveLifted;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.ProgrammeEvent.InitiativeExcluded;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeClosed;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;

/** Directives and programmes by chance, about few of each. */
final class StepInsByChance {

  private static final PersonId BY = new PersonId("p-0");

  private final SplittableRandom random;
  private final int entities;

  StepInsByChance(SplittableRandom random, int entities) {
    this.random = random;
    this.entities = entities;
  }

  Fact next(Instant now) {
    return random.nextBoolean() ? directive(now) : programme();
  }

  private Fact directive(Instant now) {
    int number = random.nextInt(entities);
    DirectiveId id = new DirectiveId("directive-" + number);
    Subject target = Subject.of(new GroupId("group-" + number));
    Instant end = now.plus(Duration.ofMinutes(random.nextInt(200)));
    return switch (random.nextInt(5)) {
      case 0 -> new DirectiveLifted(id, target, BY, null);
      case 1 -> new DirectiveExtended(id, target, BY, end, null);
      case 2 -> new DirectiveAnswered(id, BY, null, FreeText.of("No"));
      default -> issued(id, target, end);
    };
  }

  private Fact issued(DirectiveId id, Subject target, Instant end) {
    DirectiveType[] types = DirectiveType.values();
    return new DirectiveIssued(
        id,
        types[random.nextInt(types.length)],
        target,
        new GroupId(target.id()),
        Party.of(new RoleId("role-" + random.nextInt(entities))),
        null,
        BY,
        null,
        null,
        LegalReference.cited("Awb art. 10:6"),
        end,
        null,
        null);
  }

  private Fact programme() {
    ProgrammeId id = new ProgrammeId("programme-" + random.nextInt(entities));
    InitiativeId initiative = new InitiativeId("initiative-" + random.nextInt(entities));
    return switch (random.nextInt(6)) {
      case 0 -> new ProgrammeClosed(id, null);
      case 1 -> new InitiativeExcluded(id, initiative, null);
      case 2, 3, 4 -> new InitiativeIncluded(id, initiative);
      default ->
          new ProgrammeEstablished(
              id,
              LocalizedText.en("Programme"),
              2020 + random.nextInt(3),
              new GroupId("group-0"),
              List.of(new BodyId("body-0")),
              null);
    };
  }
}
