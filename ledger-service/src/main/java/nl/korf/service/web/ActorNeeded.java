package nl.korf.service.web;

import org.springframework.security.core.AuthenticationException;

/** An address was asked by somebody who is not known, and needs to know who. */
final class ActorNeeded extends AuthenticationException {

  ActorNeeded() {
    super("not known who asks");
  }
}
