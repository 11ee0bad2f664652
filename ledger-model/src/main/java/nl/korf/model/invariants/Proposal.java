package nl.korf.model.invariants;

import java.time.Instant;
import java.util.List;
import nl.korf.model.PersonId;
import nl.korf.model.knowledge.Capacities;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.mandates.MandateTerms;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/**
 * A grant under test.
 *
 * @param actor as whom the acting person can act; null for imported history
 * @param above the chain from the parent up to the root; null for a grant straight from the body
 * @param now the moment of granting
 */
public record Proposal(
    Grant grant,
    @Nullable Capacities actor,
    @Nullable Chain above,
    Knowledge knowledge,
    Instant now) {

  static Proposal by(PersonId actor, Grant grant, Knowledge knowledge, Instant now) {
    return new Proposal(
        grant, Capacities.of(actor, knowledge), above(grant, knowledge), knowledge, now);
  }

  static Proposal imported(Grant grant, Knowledge knowledge) {
    return new Proposal(grant, null, above(grant, knowledge), knowledge, knowledge.on());
  }

  private static @Nullable Chain above(Grant grant, Knowledge knowledge) {
    return grant.parent() == null ? null : Chain.of(grant.parent(), knowledge);
  }

  MandateTerms terms() {
    return grant.terms();
  }

  Grant.Form form() {
    return grant.form();
  }

  /** Whether an act of the ledger is tested, no imported history. */
  boolean act() {
    return actor != null;
  }

  boolean root() {
    return grant.parent() == null;
  }

  /** The mandate it is passed on from; null for a root and where it is not known. */
  @Nullable MandateRow parent() {
    List<MandateRow> ancestors = ancestors();
    return ancestors.isEmpty() ? null : ancestors.getFirst();
  }

  /** The parent first, the root last; empty for a root. */
  List<MandateRow> ancestors() {
    return above == null ? List.of() : above.links().stream().map(link -> link.row()).toList();
  }

  /** When it would start. */
  Instant from() {
    Instant from = terms().from();
    return from == null ? now : from;
  }
}
