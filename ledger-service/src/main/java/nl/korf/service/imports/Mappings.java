package nl.korf.service.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.korf.service.imports.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which mapping a folder is read by: the one named, else {@value #IN_FOLDER} in the folder, else a
 * built-in one that knows its files, else none, when the files are the ledger's own tables.
 */
final class Mappings {

  /** Name of a mapping that lies beside the files. */
  static final String IN_FOLDER = "korf-import.yaml";

  /** Mappings of public sets that come with the ledger. */
  static final List<String> BUILT_IN = List.of("kubernetes", "bzk-mandates", "rust-teams");

  private Mappings() {}

  /** The mapping, or null: then {@code problems} says why. */
  static @Nullable Mapping choose(
      Path folder, @Nullable Path named, Map<String, CsvFile> files, Problems problems) {
    Path beside = folder.resolve(IN_FOLDER);
    if (named != null || Files.exists(beside)) {
      return read(named == null ? beside : named, problems);
    }
    for (String name : BUILT_IN) {
      Mapping mapping = builtIn(name);
      if (knows(mapping, files)) {
        return mapping;
      }
    }
    return own(folder, files, problems);
  }

  /** A mapping that comes with the ledger. */
  static Mapping builtIn(String name) {
    String resource = "/korf-import/" + name + ".yaml";
    Problems problems = new Problems();
    try (InputStream in = Mappings.class.getResourceAsStream(resource);
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8)) {
      Mapping mapping = new MappingReader(resource, problems).read(reader);
      if (mapping == null) {
        throw new IllegalStateException(String.join("\n", problems.bounded()));
      }
      return mapping;
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static @Nullable Mapping read(Path file, Problems problems) {
    String name = String.valueOf(file.getFileName());
    try (Reader reader = Files.newBufferedReader(file)) {
      return new MappingReader(name, problems).read(reader);
    } catch (IOException e) {
      problems.file(Kind.MAPPING, name, "cannot be read", "check the path and its rights");
      return null;
    }
  }

  /** All its files are there, and most have the columns it expects. */
  private static boolean knows(Mapping mapping, Map<String, CsvFile> files) {
    if (!files.keySet().containsAll(mapping.files().keySet())) {
      return false;
    }
    long recorded = mapping.files().values().stream().filter(f -> f.notRecorded() == null).count();
    long alike =
        mapping.files().entrySet().stream()
            .filter(e -> e.getValue().notRecorded() == null)
            .filter(e ->
                Set.copyOf(Objects.requireNonNull(files.get(e.getKey())).header())
                    .equals(e.getValue().columnsNamed()))
            .count();
    return 2 * alike > recorded;
  }

  private static @Nullable Mapping own(Path folder, Map<String, CsvFile> files, Problems problems) {
    if (files.keySet().stream().noneMatch(name -> Table.of(name.replace(".csv", "")).isPresent())) {
      problems.file(
          Kind.FILE,
          String.valueOf(folder.getFileName()),
          "holds no file the ledger knows and no " + IN_FOLDER,
          "name the files after the tables (%s) or add a mapping".formatted(Table.labels()));
      return null;
    }
    String set =
        String.valueOf(folder.toAbsolutePath().normalize().getFileName())
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-")
            .replaceAll("^-+", "");
    return Mapping.own(
        set.isEmpty() ? "folder" : set,
        files.keySet(),
        files.values().stream().collect(Collectors.toMap(CsvFile::name, CsvFile::header)));
  }
}
