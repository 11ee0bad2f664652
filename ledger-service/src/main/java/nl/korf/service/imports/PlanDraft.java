package nl.korf.service.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.korf.model.Imported.Finding;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.PersonId;
import nl.korf.model.facts.Fact;
import nl.korf.service.imports.Column.Entity;
import nl.korf.service.imports.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** The plan while it is being made: what the parts of it share. */
final class PlanDraft {

  /** A rule of the import itself: the source does not say since when. */
  static final String START_UNKNOWN = "source-start-unknown";

  /** A rule of the import itself: the source gives no date at all; an early enough one is taken. */
  static final String UNDATED = "source-undated";

  private final FolderContent content;
  private final Function<String, PersonId> persons;
  private final Problems problems;
  private final List<PlannedFact> facts = new ArrayList<>();
  private final @Nullable Instant unknownStart;
  private boolean startMissed;

  PlanDraft(FolderContent content, Function<String, PersonId> persons, Problems problems) {
    this.content = content;
    this.persons = persons;
    this.problems = problems;
    Instant said = content.mapping().unknownStart();
    this.unknownStart = said == null ? earliest(content) : said;
  }

  List<Row> rows(Table table) {
    return content.rows(table);
  }

  List<PlannedFact> facts() {
    return facts;
  }

  /** The ledger's id of a person, by their id in the source. */
  PersonId person(String sourceId) {
    return persons.apply(sourceId);
  }

  @Nullable PersonId personOrNull(Row row, String column) {
    String value = row.get(column);
    return value == null ? null : person(value);
  }

  /** A party as written in a row; persons by their ledger id. */
  @Nullable Party party(Row row, String column) {
    String value = row.get(column);
    if (value == null) {
      return null;
    }
    return value.startsWith("person:")
        ? Party.of(person(value.substring("person:".length())))
        : Party.parse(value);
  }

  /** When a row's period starts; an empty start is when the source began, with a finding. */
  Moment start(Row row) {
    Instant from = row.moment("from");
    if (from != null) {
      return new Moment(from, List.of());
    }
    return new Moment(
        unknownStart(row), List.of(finding(START_UNKNOWN, "table", row.table().label())));
  }

  /** The instant that stands for "before the source began". */
  Instant unknownStart(Row row) {
    if (unknownStart != null) {
      return unknownStart;
    }
    if (!startMissed) {
      startMissed = true;
      problems.cell(
          Kind.MISSING_VALUE,
          row,
          "from",
          null,
          "is empty, and nothing in the folder says when the source began",
          "fill it in, or set unknownStart in a mapping");
    }
    return Instant.EPOCH;
  }

  /**
   * When something starts.
   *
   * @param findings about the date
   */
  record Moment(Instant at, List<Finding> findings) {}

  static Finding finding(String rule, String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Finding(rule, values);
  }

  static List<Finding> undated(Row row) {
    return List.of(finding(UNDATED, "table", row.table().label()));
  }

  /** Adds a fact a row leads to. */
  Addition add(Row row, String lane, Fact fact, Instant at) {
    return new Addition(row, lane, fact, at);
  }

  /** A fact on its way into the plan. */
  final class Addition {
    private final Row row;
    private final String lane;
    private final Fact fact;
    private final Instant at;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> needs = new HashSet<>();
    private Map<String, String> attributes;
    private @Nullable String creates;
    private String part = "";

    private Addition(Row row, String lane, Fact fact, Instant at) {
      this.row = row;
      this.lane = lane;
      this.fact = fact;
      this.at = at;
      this.attributes = row.attributes();
    }

    Addition found(List<Finding> more) {
      findings.addAll(more);
      return this;
    }

    Addition needs(Entity entity, @Nullable Object id) {
      if (id != null) {
        needs.add(entity.key(id.toString()));
      }
      return this;
    }

    Addition needs(@Nullable Party party) {
      if (party != null) {
        needs.add(party.toString().replaceFirst(":", "/"));
      }
      return this;
    }

    Addition creates(Entity entity, Object id) {
      creates = entity.key(id.toString());
      return this;
    }

    Addition attributes(Map<String, String> other) {
      attributes = other;
      return this;
    }

    /** It ends the row's period. */
    Addition ending() {
      return part("end").attributes(row.endAttributes());
    }

    /** Tells it apart from other facts of the same name that the row leads to. */
    Addition part(String name) {
      part = "|" + name;
      return this;
    }

    void planned() {
      facts.add(
          new PlannedFact(
              fact,
              at,
              content.mapping().set(),
              row.source(),
              fact.getClass().getSimpleName() + "|" + row.table().label() + "|" + key(row) + part,
              findings,
              attributes,
              lane,
              needs,
              creates));
    }
  }

  private String key(Row row) {
    boolean personValue = "person".equals(row.get("field"));
    return row.table().key.stream()
        .map(column -> {
          String value = row.get(column);
          if (value == null) {
            return "";
          }
          boolean person =
              row.table().column(column).filter(c -> c.refers() == Entity.PERSON).isPresent()
                  || row.table().defines == Entity.PERSON
                  || (personValue && column.equals("value"));
          return person ? person(value).value() : value;
        })
        .collect(Collectors.joining("|"));
  }

  static LocalizedText text(Row row, String prefix, String otherwise) {
    String nl = row.get(prefix + "_nl");
    String en = row.get(prefix + "_en");
    return nl == null && en == null ? LocalizedText.en(otherwise) : new LocalizedText(nl, en);
  }

  /** A citation; an identifier of the national statute base in it becomes the reference's id. */
  static @Nullable LegalReference legal(Row row) {
    String text = row.get("legal_basis");
    return text == null ? null : citation(text);
  }

  static LegalReference citation(String text) {
    java.util.regex.Matcher bwb = BWB.matcher(text);
    return new LegalReference(bwb.find() ? bwb.group() : null, text);
  }

  private static final java.util.regex.Pattern BWB = java.util.regex.Pattern.compile("BWBR\\d{7}");

  private static @Nullable Instant earliest(FolderContent content) {
    return content.rows().values().stream()
        .flatMap(List::stream)
        .flatMap(row ->
            row.table().columns().values().stream()
                .filter(column -> column.type() == Column.Type.MOMENT)
                .map(column -> row.moment(column.name()))
                .filter(java.util.Objects::nonNull))
        .min(Instant::compareTo)
        .orElse(null);
  }
}
