package nl.korf.service.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.korf.eventstore.FactLog;
import nl.korf.model.DecisionId;
import nl.korf.model.InitiativeId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoundId;
import nl.korf.model.facts.Envelope;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.facts.Tag;
import nl.korf.model.facts.Tags;
import nl.korf.projections.AsOf;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.programmes.ProgrammesView;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.service.kernel.LedgerFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Facts as pages tell them one after another: what happened, to what, by whom. */
@Component
public final class FactLines {

  private static final String PERSON = "person:";

  /**
   * What a fact is told of, where it names several: the first of these that it names, by the key of
   * its tag.
   */
  private static final List<String> MAIN =
      List.of(
          "decision",
          "dissent-on",
          "signature-on",
          "round",
          "in-round",
          "mandate",
          "initiative",
          "programme",
          "group",
          "role",
          "body",
          "power",
          "person");

  private final FactLog log;
  private final Names names;
  private final InitiativesView initiatives;
  private final DecisionsView decisions;
  private final RoundsView rounds;
  private final ProgrammesView programmes;

  FactLines(
      FactLog log,
      Names names,
      InitiativesView initiatives,
      DecisionsView decisions,
      RoundsView rounds,
      ProgrammesView programmes) {
    this.log = log;
    this.names = names;
    this.initiatives = initiatives;
    this.decisions = decisions;
    this.rounds = rounds;
    this.programmes = programmes;
  }

  /**
   * One fact.
   *
   * @param type the key of its words
   * @param of what it is told of, or null
   * @param href the page of that, or null
   * @param at when it came into force
   * @param by who did it, or null where no person did
   */
  public record Line(
      long position,
      String type,
      @Nullable Said of,
      @Nullable String href,
      Instant at,
      @Nullable Said by) {}

  /** The latest facts up to a position, at most so many, the latest first. */
  List<Line> latest(AsOf asOf, int limit, String lang) {
    List<Line> lines =
        new ArrayList<>(between(Math.max(0, asOf.position() - limit), asOf, limit, lang));
    Collections.reverse(lines);
    return lines;
  }

  /** The facts after a position up to a moment, at most so many, in order. */
  public List<Line> between(long after, AsOf asOf, int limit, String lang) {
    Names.Spoken spoken = names.at(asOf, lang);
    int facts = (int) Math.min(limit, Math.max(0, asOf.position() - after));
    return facts == 0
        ? List.of()
        : log.read(after, facts).stream()
            .map(stored -> line(LedgerFacts.recorded(stored), asOf, spoken))
            .toList();
  }

  private Line line(RecordedFact fact, AsOf asOf, Names.Spoken spoken) {
    Envelope envelope = fact.envelope();
    Tag main = main(Tags.of(fact.fact()));
    String actor = envelope.actor();
    Said name = main == null ? null : name(main, asOf, spoken);
    return new Line(
        fact.position(),
        FactTypes.nameOf(fact.fact()),
        name,
        main == null || name == null || isUnknown(name, main) ? null : href(main),
        envelope.effectiveAt(),
        actor.startsWith(PERSON)
            ? spoken.of(new PersonId(actor.substring(PERSON.length())))
            : null);
  }

  private static @Nullable Tag main(List<Tag> tags) {
    return MAIN.stream()
        .flatMap(key -> tags.stream().filter(tag -> tag.key().equals(key)))
        .findFirst()
        .orElse(null);
  }

  private Said name(Tag tag, AsOf asOf, Names.Spoken spoken) {
    String id = tag.value();
    return switch (tag.key()) {
      case "decision", "dissent-on", "signature-on" ->
          said(
              decisions.find(asOf, new DecisionId(id)).map(held -> spoken.say(held.row().title())),
              id);
      case "round", "in-round" ->
          said(rounds.find(asOf, new RoundId(id)).map(held -> spoken.say(held.row().title())), id);
      case "initiative" ->
          said(
              initiatives
                  .find(asOf, new InitiativeId(id))
                  .map(held -> spoken.say(held.row().title())),
              id);
      case "programme" ->
          said(
              programmes
                  .find(asOf, new ProgrammeId(id))
                  .map(held -> spoken.say(held.row().title())),
              id);
      case "mandate" -> spoken.holderOf(id);
      case "power" -> spoken.of(new PowerId(id));
      default -> spoken.of(Party.parse(tag.key() + ":" + id));
    };
  }

  private static Said said(Optional<Said> name, String id) {
    return name.orElseGet(() -> Said.plain(id));
  }

  /** What has no name at the moment of the page has no page then either. */
  private static boolean isUnknown(Said name, Tag tag) {
    return name.text().equals(tag.value());
  }

  private static @Nullable String href(Tag tag) {
    String section =
        switch (tag.key()) {
          case "decision", "dissent-on", "signature-on" -> "/decisions/";
          case "round", "in-round" -> "/rounds/";
          case "initiative" -> "/initiatives/";
          case "mandate" -> "/mandates/";
          case "group" -> "/groups/";
          case "person" -> "/people/";
          default -> "";
        };
    return section.isEmpty() ? null : section + tag.value();
  }
}
