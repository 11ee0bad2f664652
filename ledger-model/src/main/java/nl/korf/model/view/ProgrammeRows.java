package nl.korf.model.view;

import java.util.List;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.LocalizedText;
import nl.korf.model.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** Programmes, and the initiatives in them. */
public sealed interface ProgrammeRows extends Row {

  /**
   * A programme.
   *
   * @param year the calendar year it is for
   * @param group the group that keeps it
   * @param organisations the bodies that take part
   * @param closed whether it has ended; its initiatives go on
   * @param purposeAt position of the fact that carries its purpose, or null
   */
  record ProgrammeRow(
      ProgrammeId programme,
      LocalizedText title,
      int year,
      GroupId group,
      List<BodyId> organisations,
      boolean closed,
      @Nullable Long purposeAt)
      implements ProgrammeRows {

    public ProgrammeRow {
      organisations = List.copyOf(organisations);
    }

    @Override
    public String entity() {
      return "programme/" + programme;
    }

    ProgrammeRow ended() {
      return new ProgrammeRow(programme, title, year, group, organisations, true, purposeAt);
    }
  }

  /**
   * An initiative is in a programme.
   *
   * @param includedBy position of the fact
   */
  record InclusionRow(ProgrammeId programme, InitiativeId initiative, long includedBy)
      implements ProgrammeRows {
    @Override
    public String entity() {
      return "inclusion/" + programme + "/" + initiative;
    }
  }
}
