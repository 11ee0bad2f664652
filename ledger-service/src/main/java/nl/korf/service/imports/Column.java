package nl.korf.service.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of one of the ledger's own tables.
 *
 * @param required whether it may not be empty
 * @param refers what its value names, or null
 * @param words the values allowed, where they are few
 */
record Column(
    String name, Type type, boolean required, @Nullable Entity refers, List<String> words) {

  /** What a value looks like. */
  enum Type {
    TEXT("text"),
    ID("an identifier: 1 to 96 of a-z 0-9 - . _, starting with a letter or digit"),
    SOURCE_PERSON("the person's id in people"),
    PARTY("a party: role:ID, group:ID, body:ID or person:ID"),
    MOMENT("a date (2014-07-30) or an instant (2014-07-30T12:00:00Z)"),
    DECIMAL("an amount: digits, with at most two decimals after a point (1250.50)"),
    COUNT("a whole number"),
    WORD("one of the words listed"),
    WORDS("words separated by ;");

    final String form;

    Type(String form) {
      this.form = form;
    }
  }

  /** What can be referred to. */
  enum Entity {
    PERSON,
    BODY,
    ROLE,
    GROUP,
    POWER,
    MANDATE,
    INITIATIVE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The key of an entity among all entities: {@code group/tiger-team}. */
    String key(String id) {
      return word() + "/" + id;
    }
  }

  static Column text(String name) {
    return new Column(name, Type.TEXT, false, null, List.of());
  }

  static Column id(String name) {
    return new Column(name, Type.ID, true, null, List.of());
  }

  static Column to(Entity entity, String name) {
    Type type = entity == Entity.PERSON ? Type.SOURCE_PERSON : Type.ID;
    return new Column(name, type, false, entity, List.of());
  }

  static Column party(String name) {
    return new Column(name, Type.PARTY, false, null, List.of());
  }

  static Column moment(String name) {
    return new Column(name, Type.MOMENT, false, null, List.of());
  }

  static Column decimal(String name) {
    return new Column(name, Type.DECIMAL, false, null, List.of());
  }

  static Column count(String name) {
    return new Column(name, Type.COUNT, false, null, List.of());
  }

  static Column word(String name, String... words) {
    return new Column(name, Type.WORD, false, null, List.of(words));
  }

  static Column word(String name, Class<? extends Enum<?>> words) {
    return new Column(name, Type.WORD, false, null, wordsOf(words));
  }

  static Column words(String name, Class<? extends Enum<?>> words) {
    return new Column(name, Type.WORDS, false, null, wordsOf(words));
  }

  static Column yesNo(String name) {
    return word(name, "yes", "no");
  }

  Column must() {
    return new Column(name, type, true, refers, words);
  }

  private static List<String> wordsOf(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
