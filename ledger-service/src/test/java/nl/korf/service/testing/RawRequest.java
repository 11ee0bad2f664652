package nl.korf.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request byte for byte, for what no client library lets through. */
public final class RawRequest {

  private static final int ANSWER_MILLIS_MAX = 30_000;

  private RawRequest() {}

  /**
   * Sends it on a connection of its own; the answer is everything that comes back.
   *
   * @param head request line and headers, without the empty line at their end
   */
  public static String send(URI address, String head) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      String request = head + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
