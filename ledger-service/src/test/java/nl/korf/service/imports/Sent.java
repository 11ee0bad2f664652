package nl.korf.service.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.web.multipart.MultipartFile;

/** A file as a browser sends it. */
final class Sent implements MultipartFile {

  private final String name;
  private final byte[] bytes;

  Sent(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  static Sent text(String name, String content) {
    return new Sent(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Every file of a folder. */
  static List<MultipartFile> folder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<MultipartFile> sent = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        sent.add(new Sent(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
      }
      return sent;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An archive of these, under the names they have. */
  static Sent archive(String name, List<Sent> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Sent file : files) {
        zip.putNextEntry(new ZipEntry(file.name));
        zip.write(file.bytes);
        zip.closeEntry();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Sent(name, bytes.toByteArray());
  }

  /** A form with these files, as {@code multipart/form-data} with this boundary (RFC 7578). */
  static byte[] form(String boundary, List<? extends MultipartFile> files, String... fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i + 1 < fields.length; i += 2) {
      write(
          body,
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, fields[i], fields[i + 1]));
    }
    for (MultipartFile file : files) {
      write(
          body,
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
              .formatted(boundary, file.getOriginalFilename()));
      try {
        body.writeBytes(file.getBytes());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      write(body, "\r\n");
    }
    write(body, "--" + boundary + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String getName() {
    return "file";
  }

  @Override
  public String getOriginalFilename() {
    return name;
  }

  @Override
  public String getContentType() {
    return "application/octet-stream";
  }

  @Override
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  @Override
  public long getSize() {
    return bytes.length;
  }

  @Override
  public byte[] getBytes() {
    return bytes;
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public void transferTo(java.io.File target) throws IOException {
    Files.write(target.toPath(), bytes);
  }
}
