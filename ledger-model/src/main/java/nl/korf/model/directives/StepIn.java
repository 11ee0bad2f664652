package nl.korf.model.directives;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.model.BodyId;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.Refusal;
import nl.korf.model.Refused.Reason;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.DirectiveEvent.DirectiveType;
import nl.korf.model.knowledge.Chain;
import nl.korf.model.knowledge.Dated;
import nl.korf.model.knowledge.Delegations;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.knowledge.Taxonomy;
import nl.korf.model.mandates.MandateKind;
import nl.korf.model.view.Row.MandateRow;
import org.jspecify.annotations.Nullable;

/**
 * Whether an issuer stands above what it steps into. A recommendation binds nobody and is
 * everybody's to make. Whatever binds comes from a grantor up the chain, or from the principal, of
 * the mandates by which the target is decided (Awb 10:6): those a decision used, else those the
 * group holds that reach the act. Where there is no such mandate it comes from the body the act
 * names as principal, else from the body the group belongs to or one above that.
 *
 * <p>Where the power passed to another body, whoever gave it away can only give policy rules (Awb
 * 10:16, 10:17): nothing that binds.
 */
public final class StepIn {

  /**
   * What an issuer has to show.
   *
   * @param principal the body whose power is stepped into; null where nothing binds
   * @param reasons why the issuer may not; none: it may
   */
  public record Authority(@Nullable BodyId principal, List<Reason> reasons) {
    public Authority {
      reasons = List.copyOf(reasons);
    }
  }

  private final DirectiveType type;
  private final Issuer issuer;
  private final Target target;
  private final Knowledge knowledge;

  private StepIn(DirectiveType type, Issuer issuer, Target target, Knowledge knowledge) {
    this.type = type;
    this.issuer = issuer;
    this.target = target;
    this.knowledge = knowledge;
  }

  /** Whether the issuer may step in so, as the knowledge has it. */
  public static Authority authority(
      DirectiveType type, Issuer issuer, Target target, Knowledge knowledge) {
    return type == DirectiveType.RECOMMEND
        ? new Authority(null, List.of())
        : new StepIn(type, issuer, target, knowledge).authority();
  }

  /** Whether such a directive needs the power itself, not just a place above (Awb 10:7). */
  public static boolean needsPower(DirectiveType type) {
    return type == DirectiveType.CALL_IN || type == DirectiveType.REPLACE;
  }

  /** Why the issuer lacks the power it would use; empty where it has it. */
  public static List<Reason> power(
      DirectiveType type, Issuer issuer, Target target, Act act, CompetenceProof proof) {
    return proof.verdict() == Verdict.COMPETENT
        ? List.of()
        : List.of(
            Reason.of(
                Refusal.RETAINS_NO_POWER,
                "issuer",
                issuer.party().toString(),
                "type",
                word(type),
                "target",
                target.subject().toString(),
                "power",
                act.power().value(),
                "verdict",
                proof.verdict().name(),
                "failed",
                String.valueOf(proof.failed())));
  }

  private Authority authority() {
    Optional<MandateRow> passed = passedOn();
    if (passed.isPresent()) {
      return refused(away(passed.get()));
    }
    List<Chain> chains = concerned();
    return chains.isEmpty() ? byOrganisation() : byChains(chains);
  }

  private Authority byChains(List<Chain> chains) {
    for (Chain chain : chains) {
      Optional<Authority> found = in(chain);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Set<String> above = new LinkedHashSet<>();
    for (Chain chain : chains) {
      chain.links().forEach(link -> above.add(link.row().terms().grantor().toString()));
      above.add(Party.of(chain.root().terms().principal()).toString());
    }
    return refused(below(above));
  }

  /** The place of the issuer in a chain, going up; empty where it has none. */
  private Optional<Authority> in(Chain chain) {
    BodyId principal = chain.root().terms().principal();
    @Nullable MandateRow passed = null;
    for (Dated<MandateRow> link : chain.links()) {
      passed = passed == null && passesPower(link.row()) ? link.row() : passed;
      if (issuer.is(link.row().terms().grantor())) {
        return Optional.of(above(principal, passed));
      }
    }
    return issuer.is(Party.of(principal))
        ? Optional.of(above(principal, passed))
        : Optional.empty();
  }

  private Authority above(BodyId principal, @Nullable MandateRow passed) {
    return passed == null ? new Authority(principal, List.of()) : refused(away(passed));
  }

  private Authority byOrganisation() {
    Act act = target.act();
    List<BodyId> bodies =
        act != null && act.principal() != null ? List.of(act.principal()) : target.organisations();
    return bodies.stream()
        .filter(body -> issuer.is(Party.of(body)))
        .findFirst()
        .map(body -> new Authority(body, List.of()))
        .orElseGet(() ->
            refused(
                below(
                    bodies.stream()
                        .map(body -> Party.of(body).toString())
                        .collect(Collectors.toCollection(LinkedHashSet::new)))));
  }

  /** The chains of the mandates by which the target is decided. */
  private List<Chain> concerned() {
    if (!target.used().isEmpty()) {
      return List.of(Chain.of(target.used().getFirst(), knowledge));
    }
    return target.group() == null
        ? List.of()
        : effective(Set.of(Party.of(target.group()))).stream()
            .filter(chain -> reaches(chain.links().getFirst().row()))
            .toList();
  }

  /**
   * The delegation by which the issuer, or the body it delegated for, lost the power the act
   * exercises (Awb 10:17).
   */
  private Optional<MandateRow> passedOn() {
    Act act = target.act();
    if (act == null) {
      return Optional.empty();
    }
    return principals().stream()
        .filter(body -> act.principal() == null || act.principal().equals(body))
        .flatMap(body -> Delegations.lost(body, act, knowledge).stream())
        .findFirst();
  }

  /** The bodies the issuer acts as, and those for which it delegated to the target's side. */
  private Set<BodyId> principals() {
    Set<BodyId> bodies = new LinkedHashSet<>();
    issuer.counts().stream()
        .filter(party -> party.kind() == Party.Kind.BODY)
        .forEach(party -> bodies.add(new BodyId(party.id())));
    Set<Party> sides = new LinkedHashSet<>();
    target.organisations().forEach(body -> sides.add(Party.of(body)));
    effective(sides).stream()
        .map(chain -> chain.links().getFirst().row())
        .filter(row -> passesPower(row) && issuer.is(row.terms().grantor()))
        .forEach(row -> bodies.add(row.terms().principal()));
    return bodies;
  }

  private List<Chain> effective(Set<Party> holders) {
    List<Chain> chains = new ArrayList<>();
    for (MandateId held : knowledge.mandatesHeldBy(holders)) {
      Chain chain = Chain.of(held, knowledge);
      if (chain.effective(knowledge.on())) {
        chains.add(chain);
      }
    }
    return chains;
  }

  private boolean reaches(MandateRow row) {
    Act act = target.act();
    return act == null
        || (Taxonomy.within(act.power(), row.terms().power(), knowledge)
            && (act.principal() == null || act.principal().equals(row.terms().principal())));
  }

  private static boolean passesPower(MandateRow row) {
    return row.terms().kind() == MandateKind.DELEGATION;
  }

  private static Authority refused(Reason reason) {
    return new Authority(null, List.of(reason));
  }

  private Reason below(Set<String> above) {
    return Reason.of(
        Refusal.NOT_ABOVE,
        "issuer",
        issuer.party().toString(),
        "type",
        word(type),
        "target",
        target.subject().toString(),
        "above",
        above.isEmpty() ? "–" : String.join(", ", above));
  }

  private Reason away(MandateRow passed) {
    return Reason.of(
        Refusal.POWER_PASSED_ON,
        "issuer",
        issuer.party().toString(),
        "type",
        word(type),
        "target",
        target.subject().toString(),
        "mandate",
        passed.mandate().value(),
        "holder",
        passed.terms().holder().toString(),
        "position",
        Long.toString(passed.version()));
  }

  private static String word(DirectiveType type) {
    return type.name();
  }
}
