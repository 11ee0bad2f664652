package nl.korf.eventstore.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a client and PostgreSQL and cuts one connection at a chosen moment. It looks at
 * the server's command tags in the byte stream, nothing more.
 */
public final class TcpProxy implements AutoCloseable {

  /** When the next cut happens. */
  public enum Cut {
    /** Never. */
    NONE,
    /** The server has committed and says so; the client never hears it. */
    AFTER_COMMIT,
    /** The client's next message after it got its transaction never arrives. */
    BEFORE_COMMIT
  }

  private static final byte[] COMMITTED = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEGUN = "BEGIN\0".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listening;
  private final int target;
  private final AtomicReference<Cut> armed = new AtomicReference<>(Cut.NONE);
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean refusing;

  /** Forwards a new local port to {@code target}, a port of this machine. */
  public TcpProxy(int target) {
    this.target = target;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The port to connect to. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Arms one cut; {@code thenRefuse} also turns away all connections that come after it. */
  public void arm(Cut cut, boolean thenRefuse) {
    armed.set(cut);
    refuseAfterCut = thenRefuse;
  }

  /** Lets connections through again. */
  public void heal() {
    refusing = false;
  }

  /** How many connections were cut. */
  public int cuts() {
    return cuts.get();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private volatile boolean refuseAfterCut;

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (refusing) {
          client.close();
        } else {
          new Link(client, new Socket(InetAddress.getLoopbackAddress(), target)).start();
        }
      } catch (IOException closedOrRefused) {
        // the loop ends when the proxy is closed; a server that is away is the client's to notice
      }
    }
  }

  /** One connection in both directions. */
  private final class Link {

    private final Socket client;
    private final Socket server;
    private volatile boolean begun;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() {
      Thread.ofVirtual().start(() -> pump(client, server, this::cutRequest));
      Thread.ofVirtual().start(() -> pump(server, client, this::cutAnswer));
    }

    private boolean cutRequest(byte[] chunk, int length) {
      return begun && fire(Cut.BEFORE_COMMIT);
    }

    private boolean cutAnswer(byte[] chunk, int length) {
      if (contains(chunk, length, BEGUN)) {
        begun = true;
      }
      if (contains(chunk, length, COMMITTED)) {
        begun = false;
        return fire(Cut.AFTER_COMMIT);
      }
      return false;
    }

    private boolean fire(Cut cut) {
      if (!armed.compareAndSet(cut, Cut.NONE)) {
        return false;
      }
      refusing = refuseAfterCut;
      cuts.incrementAndGet();
      return true;
    }

    private void pump(Socket from, Socket to, Cutter cutter) {
      byte[] chunk = new byte[1 << 16];
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
          if (cutter.cut(chunk, length)) {
            return;
          }
          out.write(chunk, 0, length);
        }
      } catch (IOException ended) {
        // one side went away; closing both tells the other
      }
    }
  }

  private interface Cutter {
    boolean cut(byte[] chunk, int length);
  }

  private static boolean contains(byte[] chunk, int length, byte[] sought) {
    String text = new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
    return text.contains(new String(sought, StandardCharsets.ISO_8859_1));
  }
}
