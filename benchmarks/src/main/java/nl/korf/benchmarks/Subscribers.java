package nl.korf.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Readers of {@code /v1/live}, each on a connection of its own, who note when each fact came. */
final class Subscribers implements AutoCloseable {

  private static final int OPEN_SECONDS_MAX = 120;
  private static final int LINE_BYTES_MAX = 1 << 16;
  private static final byte[] ID = "id: ".getBytes(StandardCharsets.UTF_8);

  private final List<Subscriber> all = new ArrayList<>();

  /**
   * Opens them, one after another, and waits until each has had its first event.
   *
   * @param token of whoever listens
   * @param facts most facts that are noted
   */
  static Subscribers open(String address, String token, int count, int facts)
      throws IOException, InterruptedException {
    Subscribers subscribers = new Subscribers();
    for (int i = 0; i < count; i++) {
      subscribers.all.add(new Subscriber(URI.create(address), token, facts));
    }
    for (Subscriber one : subscribers.all) {
      if (!one.greeted.await(OPEN_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IOException("a stream did not begin");
      }
    }
    return subscribers;
  }

  /** When each reader had the fact at a position, {@code System.nanoTime()}; 0: it had not. */
  long[] arrivals(long position) {
    return all.stream().mapToLong(one -> one.arrival(position)).toArray();
  }

  /** Whether all have had the fact at a position. */
  boolean have(long position) {
    return Arrays.stream(arrivals(position)).allMatch(at -> at != 0);
  }

  @Override
  public void close() throws IOException {
    for (Subscriber one : all) {
      one.socket.close();
    }
  }

  private static final class Subscriber {
    private final Socket socket = new Socket();
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final long[] arrivals;
    private volatile long first;
    private volatile long last;

    Subscriber(URI site, String token, int facts) throws IOException {
      arrivals = new long[facts];
      socket.connect(new InetSocketAddress(site.getHost(), site.getPort()));
      String request =
          "GET /v1/live HTTP/1.1\r\nHost: %s:%d\r\nAccept: text/event-stream\r\n"
                  .formatted(site.getHost(), site.getPort())
              + "Authorization: Bearer "
              + token
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      Thread.ofVirtual().name("subscriber").start(this::read);
    }

    long arrival(long position) {
      return greeted.getCount() == 0 && position > first && position <= last
          ? arrivals[(int) (position - first - 1)]
          : 0;
    }

    private void read() {
      byte[] line = new byte[LINE_BYTES_MAX];
      try (InputStream in = new BufferedInputStream(socket.getInputStream())) {
        int length = line(in, line);
        while (length >= 0) {
          if (startsWithId(line, length)) {
            heard(Long.parseLong(new String(line, 4, length - 4, StandardCharsets.US_ASCII)));
          }
          length = line(in, line);
        }
      } catch (IOException closed) {
        // the end of the measurement; whoever misses a fact is found by its absence
      }
    }

    private void heard(long position) {
      if (greeted.getCount() > 0) {
        first = position;
        last = position;
        greeted.countDown();
      } else if (position > last && position - first <= arrivals.length) {
        arrivals[(int) (position - first - 1)] = System.nanoTime();
        last = position;
      }
    }

    private static int line(InputStream in, byte[] line) throws IOException {
      int length = 0;
      int next = in.read();
      while (next >= 0 && next != '\n') {
        if (next != '\r' && length < line.length) {
          line[length++] = (byte) next;
        }
        next = in.read();
      }
      return next < 0 ? -1 : length;
    }

    private static boolean startsWithId(byte[] line, int length) {
      return length > ID.length && Arrays.equals(line, 0, ID.length, ID, 0, ID.length);
    }
  }
}
