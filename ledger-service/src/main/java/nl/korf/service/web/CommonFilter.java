package nl.korf.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import nl.korf.service.host.NodeRoles;
import nl.korf.service.host.NodeRoles.Role;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first filter: the API's version on every answer whatever becomes of it, no addresses that end
 * in a slash, bounded bodies, in a demo no host but this machine, and nothing but health where this
 * process has not the role {@code web}.
 */
final class CommonFilter extends OncePerRequestFilter {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** Bytes of a body that is too large which are still read; after them the connection breaks. */
  private static final long READ_AWAY_BYTES_MAX = 32 << 20;

  private static final int READ_AWAY_BYTES = 16 << 10;

  private static final String HEALTH = "/actuator/health";

  private final WebSettings settings;
  private final NodeRoles roles;

  CommonFilter(WebSettings settings, NodeRoles roles) {
    this.settings = settings;
    this.roles = roles;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(WebHeaders.API_VERSION, WebSettings.API_VERSION);
    String path = request.getRequestURI();
    if (path.equals(ApiDescription.PATH)) {
      response.setHeader("Access-Control-Allow-Origin", "*");
    }
    long limit = settings.bodyBytesMax(path);
    if (settings.example() && !LOOPBACK.contains(request.getServerName())) {
      ProblemWriter.write(request, response, ProblemKind.WRONG_HOST);
    } else if (!roles.has(Role.WEB) && !path.startsWith(HEALTH)) {
      ProblemWriter.write(request, response, ProblemKind.WEB_ELSEWHERE);
    } else if (path.length() > 1 && path.endsWith("/")) {
      ProblemWriter.write(request, response, ProblemKind.NOT_FOUND);
    } else if (request.getContentLengthLong() > limit) {
      readAway(request.getInputStream());
      ProblemWriter.write(
          request, response, ProblemKind.BODY_TOO_LARGE, "limit", Long.toString(limit));
    } else {
      chain.doFilter(new Bounded(request, limit), response);
    }
  }

  /** A client that is still sending would lose the answer with the connection. */
  private static void readAway(InputStream body) throws IOException {
    byte[] bytes = new byte[READ_AWAY_BYTES];
    long left = READ_AWAY_BYTES_MAX;
    int read = body.read(bytes);
    while (read >= 0 && left > 0) {
      left -= read;
      read = body.read(bytes);
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /** A request whose body ends in {@link BodyTooLarge} when it goes on beyond the limit. */
  private static final class Bounded extends HttpServletRequestWrapper {
    private final long limit;

    Bounded(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream(), limit);
    }
  }

  private static final class BoundedStream extends ServletInputStream {
    private final ServletInputStream body;
    private final long limit;
    private long count;

    BoundedStream(ServletInputStream body, long limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = body.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int more) throws IOException {
      count += more;
      if (count > limit) {
        throw new BodyTooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
