package nl.korf.projections;

import static nl.korf.projections.RowTable.list;
import static nl.korf.projections.RowTable.lower;

import java.util.List;
import nl.korf.model.view.RoundRows;
import nl.korf.model.view.RoundRows.BallotRow;
import nl.korf.model.view.RoundRows.ElectorRow;
import nl.korf.model.view.RoundRows.ObjectionRow;
import nl.korf.model.view.RoundRows.ResponseRow;
import nl.korf.model.view.RoundRows.RoundRow;
import nl.korf.model.view.RoundRows.RuleRow;
import org.jspecify.annotations.Nullable;

/** The columns of the rows of rounds and rules, see {@link RowTable}. */
final class RoundKeys {

  static final String ROUND =
      "round, title_nl, title_en, grp, initiative, state, deadline, opened_at";
  static final String ELECTOR = "round, person";
  static final String BALLOT = "round, person, choice, cast_at";
  static final String RESPONSE = "round, kind, party, person";
  static final String OBJECTION = "objection, round, person, state";
  static final String RULE = "rule, version, grp, retired";

  /** The state of a round that has no outcome. */
  private static final String OPEN = "OPEN";

  private RoundKeys() {}

  static RowTable table(RoundRows row) {
    return switch (row) {
      case RoundRow _ -> RowTable.ROUND;
      case ElectorRow _ -> RowTable.ELECTOR;
      case BallotRow _ -> RowTable.BALLOT;
      case ResponseRow _ -> RowTable.RESPONSE;
      case ObjectionRow _ -> RowTable.OBJECTION;
      case RuleRow _ -> RowTable.RULE;
    };
  }

  static List<@Nullable Object> of(RoundRows row) {
    return switch (row) {
      case RoundRow r ->
          list(
              r.round(),
              lower(r.title().nl()),
              lower(r.title().en()),
              r.group(),
              r.initiative(),
              r.outcome() == null ? OPEN : r.outcome().name(),
              r.deadline(),
              r.openedAt());
      case ElectorRow r -> list(r.round(), r.person());
      case BallotRow r -> list(r.round(), r.person(), r.choice().name(), r.castAt());
      case ResponseRow r -> list(r.round(), r.kind().name(), r.party().toString(), r.person());
      case ObjectionRow r -> list(r.objection(), r.round(), r.person(), r.state().name());
      case RuleRow r -> list(r.rule(), (long) r.version(), r.group(), r.retired());
    };
  }
}
