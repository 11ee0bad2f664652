package nl.korf.service.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A witness as C2SP tlog-witness describes it, for one ledger, in memory. */
final class TestWitness implements AutoCloseable {

  private final byte[] seed = Ed25519.newSeed();
  private final VerifierKey key;
  private final Clock clock;
  private final HttpServer server;
  private volatile VerifierKey ledger;
  private volatile boolean broken;
  private long size;
  private byte[] root = Merkle.empty();
  private int conflicts;

  TestWitness(String name, VerifierKey ledger, Clock clock) {
    this.key = new VerifierKey(name, VerifierKey.Kind.COSIGNATURE, Ed25519.publicOf(seed));
    this.ledger = ledger;
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/w/add-checkpoint", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w");
  }

  VerifierKey key() {
    return key;
  }

  /** From now on it trusts this key of the ledger. */
  void trust(VerifierKey other) {
    ledger = other;
  }

  /** From now on it answers nothing but errors, or well again. */
  void breakDown(boolean down) {
    broken = down;
  }

  synchronized long size() {
    return size;
  }

  synchronized int conflicts() {
    return conflicts;
  }

  /** Pretends that it was shown an older checkpoint last. */
  synchronized void goBackTo(long olderSize, byte[] olderRoot) {
    size = olderSize;
    root = olderRoot;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer = broken ? new Answer(500, "", "text/plain") : add(body);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Answer(int status, String body, String type) {}

  private synchronized Answer add(String body) {
    int end = body.indexOf("\n\n");
    List<String> lines = body.substring(0, end).lines().toList();
    Note note = Note.parse(body.substring(end + 2));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    long old = Long.parseLong(lines.getFirst().substring("old ".length()));
    if (!ledger.verifies(note)) {
      return new Answer(403, "", "text/plain");
    }
    if (old > checkpoint.size()) {
      return new Answer(400, "", "text/plain");
    }
    if (old != size || (old == checkpoint.size() && !Arrays.equals(root, checkpoint.root()))) {
      conflicts++;
      return new Answer(409, size + "\n", "text/x.tlog.size");
    }
    List<byte[]> proof =
        lines.stream().skip(1).map(line -> Base64.getDecoder().decode(line)).toList();
    if (!Proofs.consistent(old, root, checkpoint.size(), checkpoint.root(), proof)) {
      return new Answer(422, "", "text/plain");
    }
    size = checkpoint.size();
    root = checkpoint.root();
    return new Answer(200, cosign(note.text()).line(), "text/plain");
  }

  private Note.Signature cosign(String text) {
    long seconds = clock.instant().getEpochSecond();
    byte[] signature =
        Ed25519.sign(seed, VerifierKey.signed(VerifierKey.Kind.COSIGNATURE, seconds, text));
    byte[] bytes =
        ByteBuffer.allocate(VerifierKey.HASH_BYTES + Long.BYTES + signature.length)
            .put(key.hash())
            .putLong(seconds)
            .put(signature)
            .array();
    return new Note.Signature(key.name(), bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
