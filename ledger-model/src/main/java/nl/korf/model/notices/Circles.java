package nl.korf.model.notices;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.ProgrammeId;
import nl.korf.model.RoundId;
import nl.korf.model.Subject;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.notices.Reason.Kind;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/** Who stands around a group, an initiative, a mandate, a round, a decision. */
record Circles(Collector told) {

  private Relations world() {
    return told.world();
  }

  /** The circles of the world as it was before the fact. */
  Circles before() {
    return new Circles(told.before());
  }

  void group(@Nullable GroupId group) {
    if (group != null) {
      party(Party.of(group));
    }
  }

  /** Members of the group above it. */
  void above(GroupId group) {
    world()
        .group(group)
        .map(row -> row.parent())
        .ifPresent(
            parent -> told.people(Kind.MEMBER_ABOVE, "group:" + group, world().members(parent)));
  }

  void body(@Nullable BodyId body) {
    if (body != null) {
      party(Party.of(body));
    }
  }

  /** Whoever acts for a party, said as what they are to it. */
  void party(@Nullable Party party) {
    if (party != null) {
      Kind kind =
          switch (party.kind()) {
            case PERSON -> Kind.NAMED;
            case ROLE -> Kind.HOLDS_ROLE;
            case GROUP -> Kind.MEMBER;
            case BODY -> Kind.EMBODIES;
          };
      told.party(kind, party.toString(), party);
    }
  }

  void initiative(@Nullable InitiativeId initiative) {
    if (initiative == null) {
      return;
    }
    String subject = "initiative:" + initiative;
    world().initiative(initiative).ifPresent(row -> groups(row, subject));
    told.people(Kind.STAKEHOLDER, subject, world().involved(initiative));
    world().proposer(initiative).ifPresent(person -> told.person(Kind.PROPOSED, subject, person));
  }

  private void groups(InitiativeRow row, String subject) {
    told.party(Kind.GROUP_OWNS, subject, Party.of(row.owner()));
    for (GroupId group : row.participants()) {
      told.party(Kind.GROUP_TAKES_PART, subject, Party.of(group));
    }
  }

  /** Holder and grantor of a mandate, and of each it hangs from; the body in whose name it is. */
  void chain(MandateId mandate) {
    String subject = "mandate:" + mandate;
    List<MandateRow> links = links(mandate, world());
    for (MandateRow link : links) {
      boolean itself = link.mandate().equals(mandate);
      told.party(itself ? Kind.HOLDS : Kind.HOLDS_ABOVE, subject, link.terms().holder());
      told.party(Kind.GRANTED, subject, link.terms().grantor());
    }
    if (!links.isEmpty()) {
      told.party(Kind.PRINCIPAL, subject, Party.of(links.getFirst().terms().principal()));
    }
  }

  /** Holder and grantor of a mandate that was used, with the others of its path beside it. */
  void used(MandateId mandate) {
    world()
        .mandate(mandate)
        .ifPresent(row -> {
          String subject = "mandate:" + mandate;
          told.party(Kind.HOLDS, subject, row.terms().holder());
          told.party(Kind.GRANTED, subject, row.terms().grantor());
        });
  }

  /** A mandate and those it hangs from, up to its root or where the walk has to stop. */
  static List<MandateRow> links(MandateId mandate, Relations world) {
    Set<MandateRow> links = new LinkedHashSet<>();
    Optional<MandateRow> next = world.mandate(mandate);
    while (next.isPresent() && links.size() < MandateTerms.DEPTH_MAX && links.add(next.get())) {
      next = Optional.ofNullable(next.get().parent()).flatMap(world::mandate);
    }
    return List.copyOf(links);
  }

  /** Whoever holds a mandate below: theirs ends, narrows or rests with this one (rule M8). */
  void below(MandateId mandate) {
    for (MandateRow link : world().below(mandate)) {
      told.party(Kind.HOLDS_BELOW, "mandate:" + mandate, link.terms().holder());
    }
  }

  /** The electorate, whoever is to be heard, the group, and those around what it decides on. */
  void round(@Nullable RoundId round) {
    if (round == null) {
      return;
    }
    voices(round);
    world()
        .round(round)
        .ifPresent(row -> {
          told.people(Kind.OBJECTED, "round:" + round, world().objectors(round));
          group(row.group());
          initiative(row.initiative());
          ProgrammeId programme = row.programme();
          if (programme != null) {
            programme(programme);
          }
        });
  }

  /** The electorate, the facilitator and whoever the rule names; not everybody around. */
  void voices(RoundId round) {
    String subject = "round:" + round;
    told.people(Kind.VOTER, subject, world().electors(round));
    world().round(round).ifPresent(row -> heard(row, subject));
  }

  private void heard(RoundRow row, String subject) {
    told.person(Kind.FACILITATES, subject, row.facilitator());
    told.person(Kind.DECIDED, subject, row.decider());
    told.person(Kind.HEARD, subject, row.castingVote());
    row.spec().advisers().forEach(party -> told.party(Kind.HEARD, subject, party));
    row.spec().mustAgree().forEach(party -> told.party(Kind.HEARD, subject, party));
    row.spec().vetoers().forEach(party -> told.party(Kind.HEARD, subject, party));
  }

  void facilitator(RoundId round) {
    world()
        .round(round)
        .ifPresent(row -> told.person(Kind.FACILITATES, "round:" + round, row.facilitator()));
  }

  /** Who took it, for whom, in whose name, under which mandates, and those around its subject. */
  void decision(@Nullable DecisionId decision) {
    if (decision == null) {
      return;
    }
    String subject = "decision:" + decision;
    world()
        .decision(decision)
        .ifPresent(row -> {
          told.person(Kind.DECIDED, subject, row.decidedBy());
          party(row.decidedFor());
          body(row.principal());
          row.mandatesUsed().forEach(this::used);
          initiative(row.initiative());
          voters(row);
        });
    told.people(Kind.DISSENTED, subject, world().dissenters(decision));
  }

  private void voters(DecisionRow row) {
    RoundId round = row.round();
    if (round != null) {
      told.people(Kind.VOTER, "round:" + round, world().electors(round));
      told.people(Kind.OBJECTED, "round:" + round, world().objectors(round));
    }
  }

  void programme(ProgrammeId programme) {
    world()
        .programme(programme)
        .ifPresent(row ->
            told.party(Kind.KEEPS_PROGRAMME, "programme:" + programme, Party.of(row.group())));
  }

  void subject(Subject subject) {
    switch (subject.kind()) {
      case INITIATIVE -> initiative(new InitiativeId(subject.id()));
      case ROUND -> round(new RoundId(subject.id()));
      case DECISION -> decision(new DecisionId(subject.id()));
      case GROUP -> group(new GroupId(subject.id()));
    }
  }
}
