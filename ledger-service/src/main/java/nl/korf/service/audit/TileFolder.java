package nl.korf.service.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A folder with tiles and the latest checkpoint, as any web server can serve them (C2SP
 * tlog-tiles). A copy: what is missing is written again. Every file is there whole or not at all,
 * and the checkpoint comes last, so that everything it needs is there.
 */
final class TileFolder {

  private static final String CHECKPOINT = "checkpoint";

  private final Path folder;
  private final TileTable tiles;
  private final LeafBundles bundles;

  TileFolder(Path folder, JdbcClient database) {
    this.folder = folder;
    this.tiles = new TileTable(database);
    this.bundles = new LeafBundles(database);
  }

  /** Brings the folder to a checkpoint; it never goes back to a smaller one. */
  void copy(Checkpoints.Published checkpoint) throws IOException {
    String note = checkpoint.note().toString();
    long before = size();
    if (before > checkpoint.size() || (before == checkpoint.size() && note.equals(checkpoint()))) {
      return;
    }
    long size = checkpoint.size();
    for (int level = 0; level < Tile.levels(size); level++) {
      for (long index = first(level, before); Tile.widthAt(level, index, size) > 0; index++) {
        int width = Tile.widthAt(level, index, size);
        Tile tile = tiles.tile(level, index, width).first(width);
        write(new TilePath(level, index, width), tile.hashes());
      }
    }
    for (long index = first(0, before); Tile.widthAt(0, index, size) > 0; index++) {
      int width = Tile.widthAt(0, index, size);
      write(new TilePath(null, index, width), bundles.read(index, width));
    }
    move(folder.resolve(CHECKPOINT), note.getBytes(StandardCharsets.UTF_8));
  }

  /** The first tile of a level that was not full at a size. */
  private static long first(int level, long size) {
    return size >> ((level + 1) * Tile.HEIGHT);
  }

  private long size() throws IOException {
    String note = checkpoint();
    try {
      return note.isEmpty() ? 0 : Checkpoint.parse(Note.parse(note).text()).size();
    } catch (IllegalArgumentException damaged) {
      return 0;
    }
  }

  private String checkpoint() throws IOException {
    Path file = folder.resolve(CHECKPOINT);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private void write(TilePath path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path.toString());
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    move(file, bytes);
    if (path.width() == Tile.WIDTH) {
      deletePartials(file.resolveSibling(file.getFileName() + ".p"));
    }
  }

  private static void move(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.write(draft, bytes);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The full tile holds all of them. */
  private static void deletePartials(Path partials) throws IOException {
    if (!Files.isDirectory(partials)) {
      return;
    }
    try (Stream<Path> files = Files.list(partials)) {
      files.forEach(TileFolder::delete);
    }
    delete(partials);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
