package nl.korf.model.facts;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.FreeText;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** Facts about programmes: initiatives of several organisations, brought together for a year. */
public sealed interface ProgrammeEvent extends Fact {

  /**
   * A programme was set up.
   *
   * @param year the calendar year it is for
   * @param group the group that keeps it and decides on it
   * @param organisations the bodies that take part
   */
  record ProgrammeEstablished(
      @Open @Tagged("programme") ProgrammeId programme,
      @Open LocalizedText title,
      @Open int year,
      @Open @Tagged("group") GroupId group,
      @Open List<BodyId> organisations,
      @Personal @Nullable FreeText purpose)
      implements ProgrammeEvent {

    public ProgrammeEstablished {
      organisations = List.copyOf(organisations);
    }
  }

  /** An initiative was taken up into the programme. */
  record InitiativeIncluded(
      @Open @Tagged("programme") ProgrammeId programme,
      @Open @Tagged("initiative") InitiativeId initiative)
      implements ProgrammeEvent {}

  /** An initiative was taken out of the programme. */
  record InitiativeExcluded(
      @Open @Tagged("programme") ProgrammeId programme,
      @Open @Tagged("initiative") InitiativeId initiative,
      @Personal @Nullable FreeText reason)
      implements ProgrammeEvent {}

  /** The programme ended; its initiatives go on. */
  record ProgrammeClosed(
      @Open @Tagged("programme") ProgrammeId programme, @Personal @Nullable FreeText reason)
      implements ProgrammeEvent {}
}
