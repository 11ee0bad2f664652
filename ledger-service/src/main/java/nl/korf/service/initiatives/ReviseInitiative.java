package nl.korf.service.initiatives;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.FreeText;
import nl.korf.model.InitiativeId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.Refusal;
import nl.korf.model.facts.Fact;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The text, title or context is revised; what is left out stays as it is. A round by consent that
 * is open begins anew on the new text; under any other rule the text is frozen until the round
 * ends.
 *
 * @param basedOn the version that was read before revising; null: whichever
 */
public record ReviseInitiative(
    InitiativeId initiative,
    @Nullable Integer basedOn,
    @Nullable LocalizedText title,
    @Nullable Bloft context,
    @Nullable List<LegalReference> legalReferences,
    @Nullable String text)
    implements Command {

  static final class Handler implements Verb<ReviseInitiative> {

    @Override
    public Class<ReviseInitiative> command() {
      return ReviseInitiative.class;
    }

    @Override
    public Decided decide(ReviseInitiative command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      InitiativeRow before = Owned.changed(command.initiative(), entities, reasons);
      reasons.when(
          command.basedOn() != null && command.basedOn() != before.version(),
          Refusal.TEXT_REVISED_SINCE,
          "initiative",
          command.initiative(),
          "version",
          before.version(),
          "based",
          command.basedOn() == null ? "–" : command.basedOn());
      @Nullable FreeText text = Texts.of("text", command.text(), reasons);
      OpenRounds rounds = OpenRounds.on(command.initiative(), entities, reasons);
      reasons.refuseIfAny();
      List<Fact> facts = new ArrayList<>();
      facts.add(revised(command, before, text));
      facts.addAll(rounds.restarted(before.version() + 1, entities.now()));
      return Owned.forOwner(
          before, Decided.facts(facts.toArray(Fact[]::new)).before(rounds.deadline()));
    }

    private static InitiativeRevised revised(
        ReviseInitiative command, InitiativeRow before, @Nullable FreeText text) {
      return new InitiativeRevised(
          command.initiative(),
          before.version() + 1,
          command.title() == null ? before.title() : command.title(),
          command.context() == null ? before.context() : command.context(),
          command.legalReferences() == null ? before.legalReferences() : command.legalReferences(),
          text);
    }
  }
}
