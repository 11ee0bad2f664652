package nl.korf.service.imports;

import static nl.korf.service.imports.Column.count;
import static nl.korf.service.imports.Column.decimal;
import static nl.korf.service.imports.Column.id;
import static nl.korf.service.imports.Column.moment;
import static nl.korf.service.imports.Column.party;
import static nl.korf.service.imports.Column.text;
import static nl.korf.service.imports.Column.to;
import static nl.korf.service.imports.Column.word;
import static nl.korf.service.imports.Column.words;
import static nl.korf.service.imports.Column.yesNo;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.korf.model.facts.BodyEvent.Register;
import nl.korf.model.facts.PowerEvent.PowerFlag;
import nl.korf.model.facts.RoleEvent.Cardinality;
import nl.korf.model.mandates.MandateKind;
import nl.korf.service.imports.Column.Entity;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's own tables: what a folder can hold, column by column. {@code docs/import-format.md}
 * says what each means; a test keeps the two alike.
 */
@SuppressWarnings("ImmutableEnumChecker") // the collections are unmodifiable
enum Table {
  PEOPLE(Entity.PERSON, key("id"), text("id").must(), text("name"), yesNo("team")),
  BODIES(
      Entity.BODY,
      key("id"),
      id("id"),
      text("name_nl"),
      text("name_en"),
      word("register", Register.class),
      text("number"),
      text("kind").must(),
      to(Entity.BODY, "parent"),
      text("legal_basis"),
      moment("from"),
      moment("until")),
  ROLES(
      Entity.ROLE,
      key("id"),
      id("id"),
      text("name_nl"),
      text("name_en"),
      to(Entity.BODY, "body").must(),
      to(Entity.BODY, "embodies"),
      to(Entity.ROLE, "reports_to"),
      to(Entity.ROLE, "specialises"),
      word("cardinality", Cardinality.class),
      text("legal_basis"),
      moment("from"),
      moment("until")),
  APPOINTMENTS(
      null,
      key("person", "role", "from"),
      to(Entity.PERSON, "person").must(),
      to(Entity.ROLE, "role").must(),
      moment("from"),
      moment("until")),
  GROUPS(
      Entity.GROUP,
      key("id"),
      id("id"),
      text("name_nl"),
      text("name_en"),
      text("kind").must(),
      to(Entity.GROUP, "parent"),
      to(Entity.BODY, "organisation"),
      text("purpose"),
      moment("from"),
      moment("until"),
      word("end", "archived", "dissolved")),
  GROUP_HISTORY(
      null,
      key("group", "from"),
      to(Entity.GROUP, "group").must(),
      to(Entity.GROUP, "parent"),
      text("kind").must(),
      word("state", "active", "archived").must(),
      moment("from"),
      moment("until"),
      word("end", "archived", "dissolved")),
  GROUP_ACCOUNTS(
      null,
      key("group", "answers_to"),
      to(Entity.GROUP, "group").must(),
      to(Entity.GROUP, "answers_to").must()),
  MEMBERSHIPS(
      null,
      key("group", "person", "capacity", "from"),
      to(Entity.GROUP, "group").must(),
      to(Entity.PERSON, "person").must(),
      text("capacity").must(),
      moment("from"),
      moment("until")),
  POWERS(
      Entity.POWER,
      key("id"),
      id("id"),
      to(Entity.POWER, "parent"),
      text("name_nl"),
      text("name_en"),
      text("category"),
      words("flags", PowerFlag.class),
      text("legal_basis"),
      moment("from")),
  ATTRIBUTIONS(
      null,
      key("power", "body", "from"),
      to(Entity.POWER, "power").must(),
      to(Entity.BODY, "body").must(),
      text("legal_basis"),
      moment("from"),
      moment("until")),
  MANDATES(Entity.MANDATE, key("id"), MandateColumns.mandates()),
  MANDATE_LIMITS(null, key("mandate", "category"), MandateColumns.limits()),
  EXCLUSIONS(null, key("id"), MandateColumns.exclusions()),
  MANDATE_CHANGES(null, key("mandate", "at", "change"), MandateColumns.changes()),
  INITIATIVES(
      Entity.INITIATIVE,
      key("id"),
      id("id"),
      text("title_nl"),
      text("title_en"),
      to(Entity.GROUP, "owner").must(),
      text("stage"),
      text("text"),
      text("milestone"),
      text("business"),
      text("legal"),
      text("operational"),
      text("functional"),
      text("technological"),
      text("legal_references"),
      moment("from")),
  INITIATIVE_GROUPS(
      null,
      key("initiative", "group", "from"),
      to(Entity.INITIATIVE, "initiative").must(),
      to(Entity.GROUP, "group").must(),
      word("relation", "owner", "participant"),
      moment("from"),
      moment("until")),
  INITIATIVE_PEOPLE(
      null,
      key("initiative", "person", "capacity", "from"),
      to(Entity.INITIATIVE, "initiative").must(),
      to(Entity.PERSON, "person").must(),
      text("capacity").must(),
      moment("from"),
      moment("until")),
  INITIATIVE_LINKS(
      null,
      key("initiative", "relation", "target", "from"),
      to(Entity.INITIATIVE, "initiative").must(),
      word(
              "relation",
              "depends-on",
              "conflicts-with",
              "part-of",
              "supersedes",
              "superseded-by",
              "see-also")
          .must(),
      to(Entity.INITIATIVE, "target").must(),
      moment("from"),
      moment("until")),
  INITIATIVE_CHANGES(
      null,
      key("initiative", "at", "field", "capacity", "change", "value"),
      to(Entity.INITIATIVE, "initiative").must(),
      moment("at").must(),
      word("field", "title", "owner", "participant", "milestone", "person").must(),
      text("capacity"),
      word("change", "add", "remove").must(),
      text("value").must()),
  STAGES(
      null,
      key("initiative", "at", "event"),
      to(Entity.INITIATIVE, "initiative").must(),
      moment("at").must(),
      word("event", "created", "changed", "withdrawn", "restored").must(),
      text("stage"),
      text("maturity"),
      text("stage_before"),
      text("maturity_before"),
      text("reason"),
      yesNo("decision"),
      to(Entity.PERSON, "decided_by"),
      party("decided_for")),
  INITIATIVE_APPROVERS(
      null,
      key("initiative", "capacity", "person", "at"),
      to(Entity.INITIATIVE, "initiative").must(),
      text("capacity").must(),
      to(Entity.PERSON, "person").must(),
      moment("at").must()),
  DECISIONS(
      null,
      key("id"),
      id("id"),
      text("title_nl"),
      text("title_en"),
      moment("at").must(),
      to(Entity.INITIATIVE, "initiative"),
      to(Entity.PERSON, "decided_by"),
      party("decided_for"),
      to(Entity.BODY, "principal"),
      to(Entity.POWER, "power"),
      to(Entity.MANDATE, "mandate"),
      word("kind", MandateKind.class),
      text("category"),
      decimal("amount"),
      text("currency"),
      word("vat", "incl", "excl"),
      count("times"),
      text("subject"),
      text("stage"),
      text("motivation"));

  /** The entity its rows bring into being, or null. */
  final @Nullable Entity defines;

  /** Columns that tell its rows apart. */
  final List<String> key;

  private final Map<String, Column> columns;

  Table(@Nullable Entity defines, List<String> key, Column... columns) {
    this.defines = defines;
    this.key = List.copyOf(key);
    Map<String, Column> byName = new LinkedHashMap<>();
    for (Column column : columns) {
      byName.put(column.name(), column);
    }
    this.columns = Collections.unmodifiableMap(byName);
  }

  /** Its name in mappings, and of its file: {@code group-history}. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static Optional<Table> of(String word) {
    return Arrays.stream(values()).filter(table -> table.label().equals(word)).findFirst();
  }

  static String labels() {
    return Arrays.stream(values()).map(Table::label).collect(Collectors.joining(", "));
  }

  Map<String, Column> columns() {
    return columns;
  }

  Optional<Column> column(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  private static List<String> key(String... columns) {
    return List.of(columns);
  }
}
