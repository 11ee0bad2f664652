package nl.korf.service.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.korf.service.imports.Problem.Kind;

/**
 * A CSV file as read: RFC 4180, strict UTF-8, the first line a header.
 *
 * @param header names of the columns, in order
 * @param lines the rows whose number of fields is right
 */
record CsvFile(String name, List<String> header, List<Line> lines) {

  /** Largest file, in bytes. */
  static final long FILE_BYTES_MAX = 512L * 1024 * 1024;

  /**
   * A row.
   *
   * @param number of the line it starts at, from 1
   */
  record Line(long number, List<String> fields) {}

  /** Reads a file; what is wrong with it goes to {@code problems}, with its line. */
  static Optional<CsvFile> read(Path path, Problems problems) {
    String name = path.getFileName().toString();
    return text(path, name, problems).flatMap(text -> parse(name, text, problems));
  }

  /** The row's values by column. */
  Map<String, String> values(Line line) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i), line.fields().get(i));
    }
    return values;
  }

  private static Optional<String> text(Path path, String name, Problems problems) {
    try {
      if (Files.size(path) > FILE_BYTES_MAX) {
        problems.file(
            Kind.FILE, name, "is larger than 512 MiB", "split it into folders and import each");
        return Optional.empty();
      }
      return decode(ByteBuffer.wrap(Files.readAllBytes(path)), name, problems);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static Optional<String> decode(ByteBuffer bytes, String name, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.remaining() + 1);
    CoderResult result = decoder.decode(bytes, characters, true);
    if (!result.isError()) {
      result = decoder.flush(characters);
    }
    characters.flip();
    String text = characters.toString();
    if (result.isError()) {
      long line = text.chars().filter(c -> c == '\n').count() + 1;
      int inLine = text.length() - (text.lastIndexOf('\n') + 1) + 1;
      problems.add(
          new Problem(
              Kind.ENCODING,
              name,
              line,
              null,
              "byte 0x%02X".formatted(bytes.get(bytes.position())),
              "at character %d is not UTF-8".formatted(inLine),
              "save the file as UTF-8"));
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Optional<CsvFile> parse(String name, String text, Problems problems) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(16 * 1024 * 1024)
            .ofCsvRecord(text)) {
      reader.forEach(records::add);
    } catch (CsvParseException e) {
      problems.add(syntax(name, records, e));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return records.isEmpty() ? noHeader(name, problems) : file(name, records, problems);
  }

  private static Problem syntax(String name, List<CsvRecord> records, CsvParseException e) {
    long after = records.isEmpty() ? 0 : records.getLast().getStartingLineNumber();
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new Problem(
        Kind.SYNTAX,
        name,
        after + 1,
        null,
        null,
        "is no CSV from here on (%s)".formatted(String.valueOf(cause.getMessage())),
        "quote fields that hold a comma, a quote or a line break, and double quotes inside");
  }

  private static Optional<CsvFile> noHeader(String name, Problems problems) {
    problems.file(Kind.HEADER, name, "is empty", "give it a header line or remove it");
    return Optional.empty();
  }

  private static Optional<CsvFile> file(String name, List<CsvRecord> records, Problems problems) {
    List<String> header = records.getFirst().getFields();
    if (!headerIsSound(name, header, problems)) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>(records.size());
    for (CsvRecord row : records.subList(1, records.size())) {
      if (row.getFieldCount() == header.size()) {
        lines.add(new Line(row.getStartingLineNumber(), row.getFields()));
      } else {
        problems.add(
            new Problem(
                Kind.SYNTAX,
                name,
                row.getStartingLineNumber(),
                null,
                null,
                "has %d fields, the header has %d".formatted(row.getFieldCount(), header.size()),
                "add or remove fields, or quote a field that holds a comma"));
      }
    }
    return Optional.of(new CsvFile(name, header, lines));
  }

  private static boolean headerIsSound(String name, List<String> header, Problems problems) {
    Set<String> seen = new HashSet<>();
    boolean sound = true;
    for (String column : header) {
      if (column.isBlank() || !seen.add(column)) {
        sound = false;
        problems.add(
            new Problem(
                Kind.HEADER,
                name,
                1,
                column,
                column,
                column.isBlank() ? "is a column without a name" : "names a column twice",
                "give every column a name of its own"));
      }
    }
    return sound;
  }
}
