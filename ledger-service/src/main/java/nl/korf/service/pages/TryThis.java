package nl.korf.service.pages;

import java.util.List;
import java.util.Optional;
import nl.korf.model.PersonId;
import nl.korf.model.RoundId;
import nl.korf.projections.AsOf;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.identity.Directory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a visitor of the example ledger can do first, and as whom. Its identifiers are those of the
 * example, which are the same everywhere.
 */
@Component
final class TryThis {

  private static final RoundId ROUND = new RoundId("ronde-gedeelde-werkplekken");
  private static final PersonId OFFICER = new PersonId("p-0d94857a08eeafbf9313");

  /** A lease that is too long for the officer: what is due in a year fits, in ten it does not. */
  private static final String LEASE =
      UriComponentsBuilder.fromPath("/authority")
          .queryParam("power", "p-huur")
          .queryParam("kind", "PROXY")
          .queryParam("value.category", "huur")
          .queryParam("value.each.amount", "180000")
          .queryParam("value.times", "10")
          .build()
          .toUriString();

  /** A week after the mandate above this one was revoked. */
  private static final String REVOKED =
      "/mandates/m-projectbevoegde-werken?on=2025-03-10T12:00:00Z";

  private final RoundsView rounds;
  private final Directory directory;

  TryThis(RoundsView rounds, Directory directory) {
    this.rounds = rounds;
    this.directory = directory;
  }

  /**
   * Something to try.
   *
   * @param key of its words
   */
  public record Try(String key, String href) {}

  /**
   * What can be tried.
   *
   * @param who to sign in as, as the list of people names them
   */
  public record Tries(String who, List<Try> all) {}

  /** Empty where this example was told before there was anything to try. */
  Optional<Tries> at(AsOf asOf, Frame frame) {
    return rounds
        .find(asOf, ROUND)
        .flatMap(round ->
            directory
                .find(OFFICER)
                .map(officer ->
                    new Tries(
                        officer.displayName(),
                        List.of(
                            new Try(
                                round.row().outcome() == null ? "try.answer" : "try.answered",
                                frame.link("/rounds/" + ROUND)),
                            new Try("try.ask", frame.link(LEASE)),
                            new Try("try.past", frame.link(REVOKED))))));
  }
}
