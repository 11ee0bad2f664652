package nl.korf.auditor.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An export that is served over HTTP, as a folder or as a zip file. */
final class Address implements ExportFiles {

  private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int UNKNOWN = 404;

  private final HttpClient client;
  private final String base;

  private Address(HttpClient client, String base) {
    this.client = client;
    this.base = base;
  }

  /**
   * Opens what an address serves: a zip file is fetched first, a folder file by file.
   *
   * @throws IOException when it does not answer
   */
  static ExportFiles at(String url) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(ANSWER_WAIT_MAX)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    if (!URI.create(url).getPath().endsWith(".zip")) {
      return new Address(client, url.endsWith("/") ? url : url + "/");
    }
    Path file = Files.createTempFile("korf-export", ".zip");
    try (InputStream in = get(client, url)) {
      if (in == null) {
        throw new IOException(url + " is not there");
      }
      Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return Zip.open(url, file, true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  @Override
  public String name() {
    return base;
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    return get(client, base + path);
  }

  private static @Nullable InputStream get(HttpClient client, String url) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_WAIT_MAX).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() == OK) {
        return response.body();
      }
      response.body().close();
      if (response.statusCode() == UNKNOWN) {
        return null;
      }
      throw new IOException("%s answers %d".formatted(url, response.statusCode()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + url);
    }
  }

  @Override
  public Optional<NavigableSet<String>> paths() {
    return Optional.empty();
  }

  @Override
  public void close() {
    client.close();
  }
}
