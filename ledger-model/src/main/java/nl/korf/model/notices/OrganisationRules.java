package nl.korf.model.notices;

import nl.korf.model.GroupId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.facts.BodyEvent;
import nl.korf.model.facts.BodyEvent.BodyDissolved;
import nl.korf.model.facts.BodyEvent.BodyRegistered;
import nl.korf.model.facts.BodyEvent.BodyRenamed;
import nl.korf.model.facts.GroupEvent;
import nl.korf.model.facts.GroupEvent.GroupArchived;
import nl.korf.model.facts.GroupEvent.GroupDissolved;
import nl.korf.model.facts.GroupEvent.GroupFormed;
import nl.korf.model.facts.GroupEvent.GroupMoved;
import nl.korf.model.facts.GroupEvent.GroupReclassified;
import nl.korf.model.facts.GroupEvent.GroupRenamed;
import nl.korf.model.facts.GroupEvent.GroupRestored;
import nl.korf.model.facts.GroupEvent.MemberJoined;
import nl.korf.model.facts.GroupEvent.MemberLeft;
import nl.korf.model.facts.RoleEvent;
import nl.korf.model.facts.RoleEvent.RoleAbolished;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.facts.RoleEvent.RoleEnded;
import nl.korf.model.facts.RoleEvent.RoleRegistered;
import nl.korf.model.notices.Reason.Kind;

/** Who is touched by what happens to bodies, roles and groups. */
final class OrganisationRules {

  private OrganisationRules() {}

  static void affected(BodyEvent event, Circles circles) {
    switch (event) {
      case BodyRegistered fact -> circles.body(fact.parent());
      case BodyRenamed fact -> circles.body(fact.body());
      case BodyDissolved fact -> {
        circles.body(fact.body());
        circles
            .told()
            .world()
            .inNameOf(fact.body())
            .forEach(row ->
                circles.told().party(Kind.HOLDS, "mandate:" + row.mandate(), row.terms().holder()));
      }
    }
  }

  static void affected(RoleEvent event, Circles circles) {
    switch (event) {
      case RoleRegistered fact -> {
        circles.body(fact.body());
        circles.body(fact.embodies());
        above(fact.role(), circles);
      }
      case RoleAbolished fact -> holders(fact.role(), circles.before());
      case RoleAssigned fact -> {
        named(fact.person(), "role:" + fact.role(), circles);
        holders(fact.role(), circles);
      }
      case RoleEnded fact -> {
        named(fact.person(), "role:" + fact.role(), circles);
        holders(fact.role(), circles);
      }
    }
  }

  private static void holders(RoleId role, Circles circles) {
    circles.party(Party.of(role));
    above(role, circles);
  }

  /** Who holds the role it reports to. */
  private static void above(RoleId role, Circles circles) {
    circles
        .told()
        .world()
        .role(role)
        .map(row -> row.reportsTo())
        .ifPresent(
            superior -> circles.told().party(Kind.ROLE_ABOVE, "role:" + role, Party.of(superior)));
  }

  static void affected(GroupEvent event, Circles circles) {
    switch (event) {
      case GroupFormed fact -> {
        circles.above(fact.group());
        circles.body(fact.organisation());
        for (GroupId stakeholder : fact.answersTo()) {
          circles.told().party(Kind.ANSWERED_TO, "group:" + fact.group(), Party.of(stakeholder));
        }
      }
      case GroupMoved fact -> {
        group(fact.group(), circles);
        circles.before().above(fact.group());
      }
      case GroupRenamed fact -> group(fact.group(), circles);
      case GroupReclassified fact -> group(fact.group(), circles);
      case GroupArchived fact -> group(fact.group(), circles);
      case GroupRestored fact -> group(fact.group(), circles);
      case GroupDissolved fact -> group(fact.group(), circles);
      case MemberJoined fact -> {
        named(fact.person(), "group:" + fact.group(), circles);
        circles.group(fact.group());
      }
      case MemberLeft fact -> {
        named(fact.person(), "group:" + fact.group(), circles);
        circles.group(fact.group());
      }
    }
  }

  private static void group(GroupId group, Circles circles) {
    circles.group(group);
    circles.above(group);
  }

  private static void named(PersonId person, String subject, Circles circles) {
    circles.told().person(Kind.NAMED, subject, person);
  }
}
