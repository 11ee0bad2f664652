package nl.korf.service.identity;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.korf.eventstore.CommandIdReused;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.projections.Page;
import nl.korf.service.identity.Tokens.Issued;
import nl.korf.service.identity.Tokens.Token;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Actor.Right;
import nl.korf.service.web.Example;
import nl.korf.service.web.Fault;
import nl.korf.service.web.InvalidRequest;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.PageQuery;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API tokens over HTTP, for registrars. No facts: an installation's own rows. */
@RestController
class TokenRoutes {

  private final Tokens tokens;
  private final Directory directory;

  TokenRoutes(Tokens tokens, Directory directory) {
    this.tokens = tokens;
    this.directory = directory;
  }

  /**
   * What is asked for.
   *
   * @param label what its holder calls it
   * @param person whom it is for; absent: a registrar of the name in {@code label}
   * @param rights beside what everybody may
   */
  record TokenRequest(String label, @Nullable PersonId person, List<Right> rights) {}

  @PostMapping("/v1/tokens")
  @Example("{\"label\": \"reporting\", \"rights\": []}")
  @Operation(summary = "Issues an API token; its secret is in this answer only")
  ResponseEntity<Issued> issue(@RequestBody TokenRequest asked, Submission submission) {
    Actor registrar = submission.actor();
    registrar.require(Right.REGISTER);
    Set<Right> rights = Set.copyOf(asked.rights());
    rights.forEach(registrar::require);
    Actor holder = actor(asked, rights);
    return tokens
        .issue(submission.commandId(), asked.label(), holder, registrar.name())
        .map(issued -> answer(ResponseEntity.created(addressOf(issued.token())), issued))
        .orElseGet(() -> repeated(submission, asked, holder));
  }

  private static URI addressOf(UUID token) {
    return URI.create("/v1/tokens/" + token);
  }

  private static ResponseEntity<Issued> answer(ResponseEntity.BodyBuilder answer, Issued issued) {
    return answer.cacheControl(CacheControl.noStore()).body(issued);
  }

  /** The same request finds its token, not the secret; another one finds the id in use. */
  private ResponseEntity<Issued> repeated(Submission submission, TokenRequest asked, Actor holder) {
    UUID id = submission.commandId();
    Token known = tokens.find(id).orElseThrow(() -> new NotFound("token " + id));
    boolean same =
        known.label().equals(asked.label())
            && known.actor().equals(holder.name())
            && Set.copyOf(known.rights()).equals(holder.rights())
            && known.issuedBy().equals(submission.actor().name());
    if (!same) {
      throw new CommandIdReused(id, 0);
    }
    return answer(ResponseEntity.ok(), new Issued(id, known.label(), known.actor(), null));
  }

  @GetMapping("/v1/tokens")
  @Operation(summary = "Lists the tokens there were, without their secrets")
  ResponseEntity<Page<Token>> list(Actor actor, PageQuery page) {
    actor.require(Right.REGISTER);
    List<Token> found = tokens.list(after(page.cursor()), page.limit() + 1);
    boolean more = found.size() > page.limit();
    List<Token> items = more ? found.subList(0, page.limit()) : found;
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Page<>(items, more ? items.getLast().token().toString() : null));
  }

  /** The token a cursor names: one that was listed. */
  private @Nullable UUID after(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      UUID token = UUID.fromString(cursor);
      if (tokens.find(token).isPresent()) {
        return token;
      }
    } catch (IllegalArgumentException noToken) {
      throw new InvalidRequest("cursor", Fault.BAD_CURSOR);
    }
    throw new InvalidRequest("cursor", Fault.BAD_CURSOR);
  }

  @PostMapping("/v1/tokens/{token}/revocations")
  @Operation(summary = "Ends a token for good")
  ResponseEntity<Token> revoke(@PathVariable UUID token, Submission submission) {
    submission.actor().require(Right.REGISTER);
    tokens.revoke(token);
    Token revoked = tokens.find(token).orElseThrow(() -> new NotFound("token " + token));
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(revoked);
  }

  private Actor actor(TokenRequest asked, Set<Right> rights) {
    PersonId person = asked.person();
    if (person == null) {
      return new Actor("registrar:" + asked.label(), null, rights);
    }
    if (directory.find(person).isEmpty()) {
      throw new Refused(Refusal.PERSON_UNKNOWN, "person", person.value());
    }
    return new Actor("person:" + person, person, rights);
  }
}
