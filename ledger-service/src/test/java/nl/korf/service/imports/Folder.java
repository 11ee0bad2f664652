package nl.korf.service.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder to import, written by a test. */
record Folder(Path path) {

  /** A folder with two people and a group, sound in itself. */
  static Folder sound(Path path) {
    return new Folder(path)
        .with("people.csv", "id,name,team", "ann,Ann,no", "bob,Bob,no")
        .with("groups.csv", "id,name_en,kind,parent,from", "tigers,Tigers,team,,2020-01-01")
        .with(
            "memberships.csv",
            "group,person,capacity,from,until",
            "tigers,ann,lead,2020-02-01,",
            "tigers,bob,member,2020-02-01,2021-02-01");
  }

  Folder with(String name, String... lines) {
    return with(name, String.join("\r\n", lines).concat("\r\n").getBytes(StandardCharsets.UTF_8));
  }

  Folder with(String name, byte[] content) {
    try {
      Files.write(path.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
