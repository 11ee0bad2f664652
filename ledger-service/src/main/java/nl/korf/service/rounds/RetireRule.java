package nl.korf.service.rounds;

import nl.korf.model.FreeText;
import nl.korf.model.Party;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RuleEvent.RuleRetired;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRule;
import nl.korf.service.entities.Texts;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/** No round opens under the rule any more; rounds that are open go on. */
public record RetireRule(RuleId rule, @Nullable String reason) implements Command {

  static final class Handler implements Verb<RetireRule> {

    @Override
    public Class<RetireRule> command() {
      return RetireRule.class;
    }

    @Override
    public Decided decide(RetireRule command, Boundary boundary) {

      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      SourcedRule rule =
          Reasons.subject(RoundEntities.in(entities).rule(command.rule()), command.rule());
      reasons.lead(entities, rule.group());
      Specs.notRetired(rule, command.rule(), reasons);
      @Nullable FreeText reason = Texts.of("reason", command.reason(), reasons);
      reasons.refuseIfAny();
      return Decided.facts(new RuleRetired(command.rule(), reason))
          .onBehalfOf(rule.group() == null ? null : Party.of(rule.group()));
    }
  }
}
