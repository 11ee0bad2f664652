package nl.korf.service.mandates;

import java.time.Instant;
import java.util.List;
import nl.korf.model.FreeText;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.MandateEvent.MandateNarrowed;
import nl.korf.model.invariants.Invariants;
import nl.korf.model.mandates.Exclusion;
import nl.korf.model.mandates.Scope;
import nl.korf.model.money.Limit;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.Standing;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A mandate is narrowed, by its grantor or from further up; it never widens (rule M17).
 *
 * @param limits the new limits, in the place of all earlier ones; null: as they were
 * @param by who acts; null: who asks. A registrar records the act of another
 */
public record NarrowMandate(
    MandateId mandate,
    @Nullable Scope scope,
    @Nullable List<Limit> limits,
    @Nullable List<Exclusion> addedExclusions,
    @Nullable Instant until,
    @Nullable Boolean noFurtherSubMandates,
    @Nullable String reason,
    @Nullable PersonId by)
    implements Command {

  static final class Handler implements Verb<NarrowMandate> {

    @Override
    public Class<NarrowMandate> command() {
      return NarrowMandate.class;
    }

    @Override
    public Decided decide(NarrowMandate command, Boundary boundary) {
      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      MandateRow before = Sourced.subject(entities, command.mandate());
      PersonId by = Standing.in(entities).acting(command.by(), reasons);
      @Nullable FreeText reason = Texts.required("reason", command.reason(), reasons);
      if (by == null) {
        throw reasons.refusal();
      }
      MandateNarrowed narrowed = narrowed(command, reason);
      reasons.addAll(
          Invariants.ofNarrowing(
              narrowed, by, entities.now(), Sourced.knowledge(entities), entities.now()));
      reasons.refuseIfAny();
      return Decided.facts(narrowed)
          .before(entities.firstEnd())
          .onBehalfOf(before.terms().grantor());
    }

    private static MandateNarrowed narrowed(NarrowMandate command, @Nullable FreeText reason) {
      return new MandateNarrowed(
          command.mandate(),
          command.scope(),
          command.limits(),
          command.addedExclusions() == null ? List.of() : command.addedExclusions(),
          command.until(),
          Boolean.TRUE.equals(command.noFurtherSubMandates()),
          reason);
    }
  }
}
