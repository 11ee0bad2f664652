package nl.korf.service.forms;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.service.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The request as the API reads it. */
final class InnerRequest extends HttpServletRequestWrapper {

  private static final String JSON = "application/json";

  private final String address;
  private final byte[] body;
  private final Map<String, String> headers;

  InnerRequest(
      HttpServletRequest request,
      String address,
      JsonNode body,
      String commandId,
      String language) {
    super(request);
    this.address = address;
    this.body = body.toString().getBytes(StandardCharsets.UTF_8);
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(
        Map.of(
            "Accept",
            JSON,
            "Accept-Language",
            language,
            "Content-Type",
            JSON,
            "Content-Length",
            String.valueOf(this.body.length),
            WebHeaders.IDEMPOTENCY_KEY,
            commandId));
  }

  @Override
  public String getMethod() {
    return "POST";
  }

  @Override
  public String getRequestURI() {
    return address;
  }

  @Override
  public String getServletPath() {
    return address;
  }

  @Override
  public @Nullable String getQueryString() {
    return null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public @Nullable String getParameter(String name) {
    return null;
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return null;
  }

  @Override
  public String getContentType() {
    return JSON;
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String value = headers.get(name);
    return Collections.enumeration(value == null ? List.of() : List.of(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(headers.keySet());
  }

  @Override
  public Locale getLocale() {
    return Locale.of(headers.getOrDefault("Accept-Language", "nl"));
  }

  @Override
  public Enumeration<Locale> getLocales() {
    return Collections.enumeration(List.of(getLocale()));
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Bytes(body);
  }

  private static final class Bytes extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Bytes(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("all of it is there");
    }
  }
}
