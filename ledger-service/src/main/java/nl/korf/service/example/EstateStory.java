package nl.korf.service.example;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nl.korf.model.PersonId;
import nl.korf.service.example.Network.Initiative;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.ExampleStory;
import nl.korf.service.kernel.StoryClock;
import org.springframework.stereotype.Component;

/**
 * The story of an invented national estate service, September 2023 to September 2026, and what is
 * being decided at the moment it is told.
 */
@Component
final class EstateStory implements ExampleStory {

  /** Everything left to chance follows from this. */
  private static final long SEED = 20230901L;

  private static final Instant BEGIN = Instant.parse("2023-09-01T08:00:00Z");

  /** After the last fact of the story proper; a clock that stands before it is taken to be here. */
  private static final Instant END = Instant.parse("2026-09-26T08:00:00Z");

  private final Directory directory;

  EstateStory(Directory directory) {
    this.directory = directory;
  }

  @Override
  public String ledgerName() {
    return "Rijksvastgoeddienst (voorbeeld)";
  }

  @Override
  public Instant begin() {
    return BEGIN;
  }

  @Override
  public void tell(Commands commands, StoryClock clock, Instant present) {
    Told told = told(present);
    directory.registerAll(told.names());
    told.script().tell(commands, clock);
  }

  /**
   * The story written down.
   *
   * @param names of the people in it
   */
  record Told(Script script, Map<PersonId, String> names) {}

  static Told told(Instant present) {
    SplittableRandom random = new SplittableRandom(SEED);
    Script script = new Script();
    Cast cast = new Cast(script, BEGIN.plusSeconds(60), random.split());
    Ladder ladder = new Ladder(script, cast);
    ladder.powers(BEGIN.plusSeconds(3_600));
    ladder.first(BEGIN.plusSeconds(7_200));
    ladder.anew(Turns.ANEW);
    Network network =
        new Network(script, cast, Instant.parse("2023-09-18T08:00:00Z"), random.split());
    network.propose();
    List<Initiative> initiatives = network.initiatives();
    Turns turns = new Turns(script, cast);
    turns.lease(initiatives.getFirst());
    turns.decisions(initiatives);
    turns.suspension();
    turns.revocation(initiatives.get(3));
    Above above = new Above(script, cast);
    above.hold(initiatives.get(1));
    above.programme(initiatives);
    new UnderWay(script, cast, present.isBefore(END) ? END : present).round();
    return new Told(script, cast.names());
  }
}
