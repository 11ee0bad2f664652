package nl.korf.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as forms need: keeps cookies, follows nothing, reads hidden fields. */
public final class Browser implements AutoCloseable {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI site;

  /** A browser that has seen nothing of the site yet. */
  public Browser(URI site) {
    this.site = site;
  }

  public HttpResponse<String> open(String path) {
    return send(HttpRequest.newBuilder(site.resolve(path)).GET());
  }

  /** Opens a page and sends its form with these fields, name, value, name, value. */
  public HttpResponse<String> submit(String page, String action, String... fields) {
    Matcher secret = CSRF.matcher(open(page).body());
    if (!secret.find()) {
      throw new AssertionError("no form on " + page);
    }
    Map<String, String> all = pairs(fields);
    all.put("_csrf", secret.group(1));
    return post(action, all);
  }

  /**
   * Opens a page and sends its form with files.
   *
   * @param body made from the secret of the form, with this boundary
   */
  public HttpResponse<String> submitFiles(
      String page, String action, String boundary, Function<String, byte[]> body) {
    Matcher secret = CSRF.matcher(open(page).body());
    if (!secret.find()) {
      throw new AssertionError("no form on " + page);
    }
    return send(
        HttpRequest.newBuilder(site.resolve(action))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.apply(secret.group(1)))));
  }

  /** Sends a form that was on no page of the site, as another site would. */
  public HttpResponse<String> forge(String action, String... fields) {
    return post(action, pairs(fields));
  }

  /** The session this browser is in. */
  public Optional<HttpCookie> session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("korf-session"))
        .findFirst();
  }

  private HttpResponse<String> post(String action, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(site.resolve(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> pairs(String... namesAndValues) {
    Map<String, String> pairs = new TreeMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }

  @Override
  public void close() {
    http.close();
  }
}
