package nl.korf.service.identity;

import java.util.Objects;
import nl.korf.service.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Spring Security's view of an {@link Actor}. */
final class KnownActor extends AbstractAuthenticationToken {

  private final transient Actor actor;
  private final @Nullable String digest;

  /**
   * An actor who has shown who they are.
   *
   * @param digest of the token they showed; null in a demo, where a person is picked
   */
  KnownActor(Actor actor, @Nullable String digest) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.actor = actor;
    this.digest = digest;
    setAuthenticated(true);
  }

  @Nullable String digest() {
    return digest;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Actor getPrincipal() {
    return actor;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KnownActor that
        && actor.equals(that.actor)
        && Objects.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(actor, digest);
  }
}
