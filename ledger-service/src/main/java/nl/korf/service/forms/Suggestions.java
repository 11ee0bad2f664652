package nl.korf.service.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.Identifier;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoleId;
import nl.korf.model.RoundId;
import nl.korf.model.RuleId;
import nl.korf.model.rounds.RuleSpecs;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.model.view.RoundRows.RuleRow;
import nl.korf.model.view.Row;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.Page;
import nl.korf.projections.bodies.BodiesView;
import nl.korf.projections.decisions.DecisionsView;
import nl.korf.projections.groups.GroupsView;
import nl.korf.projections.initiatives.InitiativesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.powers.PowersView;
import nl.korf.projections.programmes.ProgrammesView;
import nl.korf.projections.roles.RolesView;
import nl.korf.projections.rounds.RoundsView;
import nl.korf.projections.rules.RulesView;
import nl.korf.service.forms.Shown.Choice;
import nl.korf.service.identity.Directory;
import org.springframework.stereotype.Component;

/**
 * What can be referred to, by name: a browser offers it while somebody types. The first of each
 * sort only; any identifier can be typed.
 */
@Component
final class Suggestions {

  /** Most that is offered of one sort. */
  static final int OFFERED_MAX = 200;

  private static final RoundsView.Filter ANY_ROUND = new RoundsView.Filter(null, null, null);

  private final Map<Class<?>, BiFunction<AsOf, String, List<Choice>>> sources =
      new LinkedHashMap<>();

  Suggestions(
      GroupsView groups,
      InitiativesView initiatives,
      RolesView roles,
      BodiesView bodies,
      PowersView powers,
      MandatesView mandates,
      DecisionsView decisions,
      RoundsView rounds,
      RulesView rules,
      ProgrammesView programmes,
      Directory directory) {
    offer(GroupId.class, at -> groups.page(at, GroupsView.Filter.ALL, null, OFFERED_MAX));
    offer(
        InitiativeId.class,
        at -> initiatives.page(at, InitiativesView.Filter.ALL, null, OFFERED_MAX));
    offer(RoleId.class, at -> roles.page(at, RolesView.Filter.ALL, null, OFFERED_MAX));
    offer(BodyId.class, at -> bodies.page(at, BodiesView.Filter.ALL, null, OFFERED_MAX));
    offer(PowerId.class, at -> powers.page(at, PowersView.Filter.ALL, null, OFFERED_MAX));
    offer(MandateId.class, at -> mandates.page(at, MandatesView.Filter.ALL, null, OFFERED_MAX));
    offer(DecisionId.class, at -> decisions.page(at, DecisionsView.Filter.ALL, null, OFFERED_MAX));
    offer(RoundId.class, at -> rounds.page(at, ANY_ROUND, null, OFFERED_MAX));
    offer(
        ProgrammeId.class, at -> programmes.page(at, ProgrammesView.Filter.ALL, null, OFFERED_MAX));
    sources.put(RuleId.class, (asOf, lang) -> rules(rules, asOf, lang));
    sources.put(PersonId.class, (_, _) -> people(directory));
    sources.put(Party.class, this::parties);
  }

  private <R extends Row> void offer(Class<?> sort, Function<AsOf, Page<Held<R>>> page) {
    sources.put(
        sort,
        (asOf, lang) ->
            page.apply(asOf).items().stream().map(held -> choice(held.row(), lang)).toList());
  }

  private static Choice choice(Row row, String lang) {
    return switch (row) {
      case GroupRow group -> choice(group.group(), group.name(), lang);
      case InitiativeRow initiative -> choice(initiative.initiative(), initiative.title(), lang);
      case RoleRow role -> choice(role.role(), role.name(), lang);
      case BodyRow body -> choice(body.body(), body.name(), lang);
      case PowerRow power -> choice(power.power(), power.name(), lang);
      case DecisionRow decision -> choice(decision.decision(), decision.title(), lang);
      case RoundRow round -> choice(round.round(), round.title(), lang);
      case RuleRow rule -> choice(rule.rule(), rule.name(), lang);
      case ProgrammeRow programme -> choice(programme.programme(), programme.title(), lang);
      case MandateRow mandate ->
          new Choice(
              mandate.mandate().value(),
              "%s → %s".formatted(mandate.terms().power(), mandate.terms().holder()));
      default -> throw new IllegalArgumentException("nothing refers to " + row.entity());
    };
  }

  private static List<Choice> people(Directory directory) {
    return directory.list("", OFFERED_MAX).stream()
        .map(entry -> new Choice(entry.person().value(), entry.displayName()))
        .toList();
  }

  /** Of a sort, at a moment, in a language; empty where nothing can be offered. */
  List<Choice> of(Class<?> sort, AsOf asOf, String lang) {
    BiFunction<AsOf, String, List<Choice>> source = sources.get(sort);
    return source == null ? List.of() : source.apply(asOf, lang);
  }

  private static List<Choice> rules(RulesView rules, AsOf asOf, String lang) {
    List<Choice> all = new ArrayList<>();
    RuleSpecs.presets()
        .forEach(preset -> all.add(choice(preset.ref().rule(), preset.name(), lang)));
    rules
        .page(asOf, new RulesView.Filter(null, false), null, OFFERED_MAX)
        .items()
        .forEach(held -> all.add(choice(held.row(), lang)));
    return all;
  }

  private List<Choice> parties(AsOf asOf, String lang) {
    List<Choice> all = new ArrayList<>();
    Map<Class<?>, Party.Kind> kinds = new LinkedHashMap<>();
    kinds.put(RoleId.class, Party.Kind.ROLE);
    kinds.put(GroupId.class, Party.Kind.GROUP);
    kinds.put(BodyId.class, Party.Kind.BODY);
    kinds.put(PersonId.class, Party.Kind.PERSON);
    kinds.forEach((sort, kind) ->
        of(sort, asOf, lang)
            .forEach(
                one -> all.add(new Choice(new Party(kind, one.value()).toString(), one.label()))));
    return all;
  }

  private static Choice choice(Identifier id, LocalizedText name, String lang) {
    return new Choice(id.value(), name.in(lang));
  }
}
