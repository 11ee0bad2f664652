package nl.korf.service.decisions;

import java.util.List;
import java.util.Optional;
import nl.korf.model.BodyId;
import nl.korf.model.DecisionId;
import nl.korf.model.LocalizedText;
import nl.korf.model.MandateId;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.competence.AuthorityCheck;
import nl.korf.model.competence.SignatureBlock;
import nl.korf.model.competence.SignatureBlock.Citation;
import nl.korf.model.competence.SignatureBlock.Signing;
import nl.korf.model.view.MandateRows.SignatureRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.projections.AsOf;
import nl.korf.projections.Held;
import nl.korf.projections.bodies.BodiesView;
import nl.korf.projections.mandates.MandatesView;
import nl.korf.projections.roles.RolesView;
import nl.korf.service.identity.Directory;
import nl.korf.service.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words under decisions, with the names they need. */
@Component
class SignatureBlocks {

  private final MandatesView mandates;
  private final BodiesView bodies;
  private final RolesView roles;
  private final Directory directory;

  SignatureBlocks(MandatesView mandates, BodiesView bodies, RolesView roles, Directory directory) {
    this.mandates = mandates;
    this.bodies = bodies;
    this.roles = roles;
    this.directory = directory;
  }

  /**
   * The words under a decision.
   *
   * @param signing how the signer came to sign
   * @param signer who signs, or null where a group or nobody known decided
   * @param nl the lines in Dutch
   * @param en the lines in English
   */
  record Words(
      DecisionId decision,
      Signing signing,
      @Nullable PersonId signer,
      List<String> nl,
      List<String> en) {}

  /** Who signs, and by which proof. */
  private record Signer(Signing signing, @Nullable PersonId person, CompetenceProof proof) {}

  Words under(DecisionRow decision, AsOf asOf) {
    BodyId principal = decision.principal();
    if (principal == null) {
      throw new NotFound("body in whose name decision " + decision.decision() + " was taken");
    }
    Signer signer =
        mandates
            .signature(asOf, decision.decision())
            .map(Held::row)
            .map(SignatureBlocks::signed)
            .orElseGet(() -> decided(decision));
    SignatureBlock block =
        new SignatureBlock(
            bodyName(principal, asOf),
            signer.signing(),
            function(signer.proof(), asOf),
            name(signer.person()),
            AuthorityCheck.delegation(decision.competence())
                .map(delegation -> citation(delegation, asOf))
                .orElse(null));
    return new Words(
        decision.decision(),
        signer.signing(),
        signer.person(),
        block.lines("nl"),
        block.lines("en"));
  }

  private static Signer signed(SignatureRow row) {
    Signing signing = row.mandate() == null ? Signing.ITSELF : Signing.UNDER_SIGNING_MANDATE;
    return new Signer(signing, row.by(), row.competence());
  }

  private static Signer decided(DecisionRow row) {
    Signing signing = row.mandatesUsed().isEmpty() ? Signing.ITSELF : Signing.UNDER_MANDATE;
    return new Signer(signing, row.decidedBy(), row.competence());
  }

  private LocalizedText bodyName(BodyId body, AsOf asOf) {
    return bodies
        .find(asOf, body)
        .map(held -> held.row().name())
        .orElseGet(() -> LocalizedText.of(body.value(), body.value()));
  }

  /** The role by which the signer acts, where it is one. */
  private @Nullable LocalizedText function(CompetenceProof proof, AsOf asOf) {
    Optional<Party> through =
        proof.path().isEmpty()
            ? Optional.ofNullable(proof.values().get("through")).map(Party::parse)
            : Optional.of(proof.path().getFirst().through());
    return through
        .filter(party -> party.kind() == Party.Kind.ROLE)
        .flatMap(party -> roles.find(asOf, new RoleId(party.id())))
        .map(held -> held.row().name())
        .orElse(null);
  }

  private @Nullable String name(@Nullable PersonId person) {
    return person == null
        ? null
        : directory.find(person).map(Directory.Entry::displayName).orElse(person.value());
  }

  private Citation citation(MandateId delegation, AsOf asOf) {
    LocalizedText named = LocalizedText.of(delegation.value(), delegation.value());
    return mandates
        .find(asOf, delegation)
        .map(Held::row)
        .map(row ->
            new Citation(
                row.terms().title() == null ? named : row.terms().title(), row.published()))
        .orElseGet(() -> new Citation(named, null));
  }
}
