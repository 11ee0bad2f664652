package nl.korf.service.web;

import java.io.IOException;

/** The body of a request goes on beyond its limit. */
final class BodyTooLarge extends IOException {

  BodyTooLarge(long limit) {
    super("a body has at most " + limit + " bytes");
  }
}
