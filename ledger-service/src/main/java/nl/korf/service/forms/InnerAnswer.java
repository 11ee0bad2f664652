package nl.korf.service.forms;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the answer from the browser, which gets a page instead. */
final class InnerAnswer extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, String> headers = new TreeMap<>();
  private final PrintWriter writer = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
  private int status = HttpServletResponse.SC_OK;

  InnerAnswer(HttpServletResponse response) {
    super(response);
  }

  /** By lower-case name. */
  Map<String, String> headers() {
    return headers;
  }

  byte[] bytes() {
    writer.flush();
    return bytes.toByteArray();
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public void sendError(int code) {
    status = code;
  }

  @Override
  public void sendError(int code, String message) {
    status = code;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setHeader(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
  }

  @Override
  public void addHeader(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public Collection<String> getHeaderNames() {
    return headers.keySet();
  }

  @Override
  public void setContentType(@Nullable String type) {
    // the page has its own
  }

  @Override
  public void setContentLength(int length) {
    // the page has its own
  }

  @Override
  public void setContentLengthLong(long length) {
    // the page has its own
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void flushBuffer() {
    writer.flush();
  }

  @Override
  public void reset() {
    bytes.reset();
    headers.clear();
  }

  @Override
  public void resetBuffer() {
    bytes.reset();
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int one) {
        bytes.write(one);
      }

      @Override
      public void write(byte[] many, int offset, int length) {
        bytes.write(many, offset, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("nobody waits for it");
      }
    };
  }
}
