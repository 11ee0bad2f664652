package nl.korf.model.view;

import java.util.ArrayList;
import java.util.List;
import nl.korf.model.GroupId;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.facts.InitiativeEvent.InitiativeRevised;
import nl.korf.model.initiatives.Bloft;
import nl.korf.model.view.Row.InitiativeRow;
import org.jspecify.annotations.Nullable;

/** An initiative's row while one fact changes it. */
final class InitiativeDraft {

  private final InitiativeRow before;
  private LocalizedText title;
  private List<GroupId> participants;
  private @Nullable String maturity;
  private int version;
  private Bloft context;
  private List<LegalReference> legalReferences;
  private @Nullable Long textAt;
  GroupId owner;
  String stage;
  @Nullable String milestone;
  boolean withdrawn;

  InitiativeDraft(InitiativeRow row) {
    before = row;
    title = row.title();
    owner = row.owner();
    participants = row.participants();
    stage = row.stage();
    maturity = row.maturity();
    milestone = row.milestone();
    version = row.version();
    context = row.context();
    legalReferences = row.legalReferences();
    textAt = row.textAt();
    withdrawn = row.withdrawn();
  }

  /** A revision without a text leaves the text as it was. */
  void revise(InitiativeRevised fact, long position) {
    title = fact.title();
    version = fact.version();
    context = fact.context();
    legalReferences = fact.legalReferences();
    if (fact.text() != null) {
      textAt = position;
    }
  }

  void join(GroupId group) {
    List<GroupId> more = new ArrayList<>(participants);
    more.add(group);
    participants = InitiativeEvolution.sorted(more);
  }

  void leave(GroupId group) {
    participants = participants.stream().filter(one -> !one.equals(group)).toList();
  }

  void move(String newStage, @Nullable String newMaturity) {
    stage = newStage;
    maturity = newMaturity;
  }

  InitiativeRow row() {
    return new InitiativeRow(
        before.initiative(),
        title,
        owner,
        participants,
        stage,
        maturity,
        milestone,
        version,
        context,
        legalReferences,
        textAt,
        withdrawn);
  }
}
