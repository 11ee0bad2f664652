package nl.korf.service.web;

import java.io.IOException;

/** The body of a request goes on beyond its limit. */
final class BodyTooLarge extends IOException {

  private final long limit;

  BodyTooLarge(long limit) {
    super("a body has at most " + limit + " bytes");
    this.limit = limit;
  }

  long limit() {
    return limit;
  }
}
