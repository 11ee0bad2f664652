package nl.korf.model.invariants;

import java.util.List;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PowerId;
import nl.korf.model.Refusal;
import nl.korf.model.invariants.Grant.Form;
import nl.korf.model.invariants.Grant.GroupDecision;
import nl.korf.model.invariants.GrantRows.Row;
import nl.korf.model.mandates.Condition;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.jspecify.annotations.Nullable;

/** The rows about mandates that a group holds, about writing, and about delegation. */
final class MoreGrantRows {

  private MoreGrantRows() {}

  static List<Row> groups() {
    return List.of(
        group(Refusal.GROUP_DECIDES, null),
        group(Refusal.GROUP_DECIDES, decided("group:walls", true, "m-9", "estate", null)),
        group(Refusal.GROUP_DECIDES, decided("group:roofs", false, "m-9", "estate", null)),
        group(Refusal.GROUP_DECIDES, decided("group:roofs", true, "m-1", "estate", null)),
        group(Refusal.GROUP_DECIDES, decided("group:roofs", true, "m-9", "works", null)),
        group(Refusal.GROUP_DECISION_USED, decided("group:roofs", true, "m-9", "estate", "m-3")));
  }

  private static Row group(Refusal refusal, @Nullable GroupDecision decision) {
    return new Row(
        refusal,
        "sam",
        false,
        world -> world.pass("m-9", "m-1", Terms.of("role:sg", "group:roofs").build()),
        above -> above,
        Terms.of("group:roofs", "role:officer"),
        new Form(World.RECORD, null, decision));
  }

  static GroupDecision decided(
      String group, boolean byRound, String under, String power, @Nullable String carriedOutBy) {
    return new GroupDecision(
        new DecisionId("d-1"),
        Party.parse(group),
        byRound,
        List.of(new MandateId(under)),
        new PowerId(power),
        carriedOutBy == null ? null : new MandateId(carriedOutBy));
  }

  static List<Row> delegations() {
    Condition asked =
        new Condition(
            Condition.Kind.INSTRUCTION, null, null, null, null, LocalizedText.en("as told"));
    return List.of(
        GrantRows.root(
            Refusal.RECORD_MISSING,
            "mia",
            GrantRows.toSg(),
            world -> world,
            new Form(null, null, null)),
        GrantRows.root(
            Refusal.POWER_DELEGATED,
            "mia",
            GrantRows.toSg().power("works"),
            world -> GrantRows.withAgency(world).delegate("m-d", toAgency().build())),
        GrantRows.root(
            Refusal.DELEGATE_NOT_A_BODY,
            "mia",
            Terms.of("role:minister", "role:outsider").kind(MandateKind.DELEGATION).on("Act 1"),
            world -> GrantRows.withAgency(world).roleIn("agency", "outsider", null, null)),
        GrantRows.root(
            Refusal.DELEGATION_STANDS_ALONE,
            "mia",
            toAgency().kind(MandateKind.DELEGATION, MandateKind.PROXY),
            GrantRows::withAgency),
        GrantRows.root(
            Refusal.DELEGATE_SUBORDINATE,
            "mia",
            Terms.of("role:minister", "body:service").kind(MandateKind.DELEGATION).on("Act 1"),
            world -> world.body("service", "minister")),
        GrantRows.root(
            Refusal.DELEGATION_WITHOUT_BASIS,
            "mia",
            Terms.of("role:minister", "body:agency").kind(MandateKind.DELEGATION),
            GrantRows::withAgency),
        GrantRows.root(
            Refusal.DELEGATION_CONDITIONED, "mia", toAgency().under(asked), GrantRows::withAgency),
        GrantRows.root(
            Refusal.DELEGATION_CONDITIONED,
            "mia",
            toAgency().limits(GrantRows.HUNDRED),
            GrantRows::withAgency));
  }

  static Terms toAgency() {
    return Terms.of("role:minister", "body:agency").kind(MandateKind.DELEGATION).on("Act 1");
  }
}
