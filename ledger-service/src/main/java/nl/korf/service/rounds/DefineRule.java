package nl.korf.service.rounds;

import java.util.Objects;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.RuleId;
import nl.korf.model.facts.RuleEvent.RuleDefined;
import nl.korf.model.rules.RuleSpec;
import nl.korf.service.entities.Entities;
import nl.korf.service.entities.Reasons;
import nl.korf.service.entities.RoundEntities;
import nl.korf.service.entities.SourcedRule;
import nl.korf.service.kernel.Boundary;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A group lays down a rule, or the next version of one.
 *
 * @param rule null: a new rule, to which the ledger gives an identifier
 * @param group whose rule it is; null: any group can use it, and a registrar lays it down
 */
public record DefineRule(
    @Nullable RuleId rule, LocalizedText name, @Nullable GroupId group, AskedSpec spec)
    implements Command {

  static final class Handler implements Verb<DefineRule> {

    @Override
    public Class<DefineRule> command() {
      return DefineRule.class;
    }

    @Override
    public Decided decide(DefineRule command, Boundary boundary) {

      Entities entities = Entities.in(boundary);
      Reasons reasons = new Reasons();
      RuleId id = command.rule() != null ? command.rule() : new RuleId(boundary.newId("rule"));
      reasons.lead(entities, command.group());
      if (command.group() != null) {
        reasons.activeGroup(entities, command.group());
      }
      int before =
          RoundEntities.in(entities)
              .rule(id)
              .map(rule -> checked(rule, id, command, reasons))
              .orElse(0);
      RuleSpec spec = command.spec().spec();
      Specs.check(spec, entities, reasons);
      reasons.refuseIfAny();
      return Decided.facts(new RuleDefined(id, before + 1, command.name(), command.group(), spec))
          .onBehalfOf(command.group() == null ? null : Party.of(command.group()));
    }

    /** The last version; a rule stays that of its group. */
    private static int checked(SourcedRule rule, RuleId id, DefineRule command, Reasons reasons) {
      reasons.when(
          !Objects.equals(rule.group(), command.group()),
          Refusal.RULE_OF_ANOTHER_GROUP,
          "rule",
          id,
          "owner",
          Specs.owner(rule.group()),
          "group",
          Specs.owner(command.group()));
      Specs.notRetired(rule, id, reasons);
      return rule.latest().version();
    }
  }
}
