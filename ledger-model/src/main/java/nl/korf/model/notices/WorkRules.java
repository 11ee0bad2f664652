package nl.korf.model.notices;

import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.ProgrammeId;
import nl.korf.model.facts.InitiativeEvent;
import nl.korf.model.facts.InitiativeEvent.GroupJoinedInitiative;
import nl.korf.model.facts.InitiativeEvent.GroupLeftInitiative;
import nl.korf.model.facts.InitiativeEvent.InitiativeLinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.InitiativeEvent.InitiativeRestored;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.facts.InitiativeEvent.InitiativeTransferred;
import nl.korf.model.facts.InitiativeEvent.InitiativeUnlinked;
import nl.korf.model.facts.InitiativeEvent.InitiativeWithdrawn;
import nl.korf.model.facts.InitiativeEvent.MilestoneSet;
import nl.korf.model.facts.InitiativeEvent.PersonInvolved;
import nl.korf.model.facts.InitiativeEvent.PersonReleased;
import nl.korf.model.facts.InitiativeEvent.StageChanged;
import nl.korf.model.facts.ProgrammeEvent;
import nl.korf.model.facts.ProgrammeEvent.InitiativeExcluded;
import nl.korf.model.facts.ProgrammeEvent.InitiativeIncluded;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeClosed;
import nl.korf.model.facts.ProgrammeEvent.ProgrammeEstablished;
import nl.korf.model.notices.Reason.Kind;

/** Who is touched by what happens to initiatives and programmes. */
final class WorkRules {

  private WorkRules() {}

  static void affected(InitiativeEvent event, Circles circles) {
    switch (event) {
      case InitiativeProposed fact -> circles.initiative(fact.initiative());
      case InitiativeRevised fact -> circles.initiative(fact.initiative());
      case InitiativeTransferred fact -> {
        circles.initiative(fact.initiative());
        circles.before().initiative(fact.initiative());
      }
      case GroupJoinedInitiative fact -> part(fact.initiative(), fact.group(), circles);
      case GroupLeftInitiative fact -> part(fact.initiative(), fact.group(), circles);
      case PersonInvolved fact -> person(fact.initiative(), fact.person(), circles);
      case PersonReleased fact -> person(fact.initiative(), fact.person(), circles);
      case MilestoneSet fact -> circles.initiative(fact.initiative());
      case InitiativeLinked fact -> both(fact.initiative(), fact.target(), circles);
      case InitiativeUnlinked fact -> both(fact.initiative(), fact.target(), circles);
      case StageChanged fact -> circles.initiative(fact.initiative());
      case InitiativeWithdrawn fact -> circles.initiative(fact.initiative());
      case InitiativeRestored fact -> circles.initiative(fact.initiative());
    }
  }

  private static void part(InitiativeId initiative, GroupId group, Circles circles) {
    circles.group(group);
    circles.initiative(initiative);
  }

  private static void person(InitiativeId initiative, PersonId person, Circles circles) {
    circles.told().person(Kind.NAMED, "initiative:" + initiative, person);
    circles.initiative(initiative);
  }

  private static void both(InitiativeId initiative, InitiativeId target, Circles circles) {
    circles.initiative(initiative);
    circles.initiative(target);
  }

  static void affected(ProgrammeEvent event, Circles circles) {
    switch (event) {
      case ProgrammeEstablished fact -> programme(fact.programme(), circles);
      case InitiativeIncluded fact -> {
        circles.programme(fact.programme());
        circles.initiative(fact.initiative());
      }
      case InitiativeExcluded fact -> {
        circles.programme(fact.programme());
        circles.initiative(fact.initiative());
      }
      case ProgrammeClosed fact -> programme(fact.programme(), circles);
    }
  }

  private static void programme(ProgrammeId programme, Circles circles) {
    circles.programme(programme);
    circles
        .told()
        .world()
        .programme(programme)
        .ifPresent(row -> row.organisations().forEach(circles::body));
  }
}
