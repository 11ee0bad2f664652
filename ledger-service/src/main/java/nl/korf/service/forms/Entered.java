package nl.korf.service.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What somebody filled in, and the JSON it becomes. What was left empty is left out; what cannot be
 * read is remembered as a fault at its field, and everything that was typed stays as it was.
 */
public final class Entered {

  /** The time of the Netherlands: what a form says of moments is said in it. */
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  static final String CURRENCY = "EUR";

  private static final int HOURS_A_DAY = 24;
  private static final Pattern AMOUNT =
      Pattern.compile("(\\d{1,3}(?:[. ]\\d{3})+|\\d+)(?:[.,](\\d{1,2}))?");

  private final Map<String, String> values;
  private final Map<String, String> faults = new LinkedHashMap<>();

  /**
   * As filled in.
   *
   * @param values by the name of the field in the form: {@code terms.limits.0.category}
   */
  Entered(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** What a request brings, by name; of a name that comes twice the first. */
  static Map<String, String> given(HttpServletRequest request) {
    Map<String, String> given = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> given.put(name, values[0]));
    return given;
  }

  public String value(String path) {
    return values.getOrDefault(path, "").strip();
  }

  /** Whether anything is filled in at a field or below it. */
  boolean any(String path) {
    return values.entrySet().stream()
        .anyMatch(entry ->
            !entry.getValue().isBlank()
                && (entry.getKey().equals(path) || entry.getKey().startsWith(path + ".")));
  }

  /** How many rows of a list something was filled in for, counted to the last of them. */
  int rows(String path) {
    int rows = 0;
    for (int row = 0; row < Field.ROWS_MAX; row++) {
      if (any(path + "." + row)) {
        rows = row + 1;
      }
    }
    return rows;
  }

  /** What could not be read, by field: the key of a sentence. */
  Map<String, String> faults() {
    return faults;
  }

  /** The body of the command. */
  ObjectNode json(List<Field> fields) {
    return members(fields, "");
  }

  private ObjectNode members(List<Field> fields, String prefix) {
    ObjectNode json = ModelJson.mapper().createObjectNode();
    for (Field field : fields) {
      JsonNode value = json(field, prefix + field.name());
      if (value != null) {
        json.set(field.name(), value);
      }
    }
    return json;
  }

  private @Nullable JsonNode json(Field field, String path) {
    return switch (field) {
      case Field.One one -> one(one, path);
      case Field.Group group when group.shape() == Field.Shape.MONEY -> money(path);
      case Field.Group group -> any(path) ? members(group.members(), path + ".") : null;
      case Field.Many many -> many(many, path);
    };
  }

  private @Nullable JsonNode many(Field.Many many, String path) {
    List<JsonNode> rows = new ArrayList<>();
    for (int row = 0; row < Field.ROWS_MAX; row++) {
      JsonNode value = json(many.each(), path + "." + row);
      if (value != null) {
        rows.add(value);
      }
    }
    if (rows.isEmpty()) {
      return many.required() ? ModelJson.mapper().createArrayNode() : null;
    }
    ArrayNode array = ModelJson.mapper().createArrayNode();
    rows.forEach(array::add);
    return array;
  }

  private @Nullable JsonNode one(Field.One field, String path) {
    String given = value(path);
    if (given.isEmpty()) {
      return field.type() == boolean.class ? ModelJson.mapper().valueToTree(false) : null;
    }
    return switch (field.kind()) {
      case LINE, TEXT, CHOICE, PARTY, REFERENCE -> StringNode.valueOf(given);
      case NUMBER -> number(given, path);
      case MOMENT -> moment(given, path);
      case DAYS -> days(given, path);
      case YES_NO -> ModelJson.mapper().valueToTree(given.equals("true"));
    };
  }

  private @Nullable JsonNode number(String given, String path) {
    try {
      return ModelJson.mapper().valueToTree(Long.parseLong(given));
    } catch (NumberFormatException unfit) {
      faults.put(path, "form.fault.number");
      return null;
    }
  }

  private @Nullable JsonNode moment(String given, String path) {
    try {
      Instant instant =
          given.endsWith("Z")
              ? Instant.parse(given)
              : LocalDateTime.parse(given).atZone(ZONE).toInstant();
      return StringNode.valueOf(instant.toString());
    } catch (DateTimeException unfit) {
      faults.put(path, "form.fault.moment");
      return null;
    }
  }

  private @Nullable JsonNode days(String given, String path) {
    try {
      if (given.startsWith("P")) {
        return StringNode.valueOf(Duration.parse(given).toString());
      }
      BigDecimal hours =
          new BigDecimal(given.replace(',', '.')).multiply(BigDecimal.valueOf(HOURS_A_DAY));
      return StringNode.valueOf(Duration.ofHours(hours.longValueExact()).toString());
    } catch (ArithmeticException | NumberFormatException | DateTimeException unfit) {
      faults.put(path, "form.fault.days");
      return null;
    }
  }

  /** An amount in whole units, with one or two decimals where it has any. */
  private @Nullable JsonNode money(String path) {
    String given = value(path + ".amount");
    if (given.isEmpty()) {
      return null;
    }
    var read = AMOUNT.matcher(given);
    if (!read.matches()) {
      faults.put(path + ".amount", "form.fault.amount");
      return null;
    }
    try {
      String currency = value(path + ".currency").isEmpty() ? CURRENCY : value(path + ".currency");
      String decimals = read.group(2) == null ? "0" : read.group(2);
      BigDecimal whole = new BigDecimal(read.group(1).replaceAll("[. ]", "") + "." + decimals);
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      ObjectNode amount = ModelJson.mapper().createObjectNode();
      amount.put("minor", whole.movePointRight(digits).longValueExact());
      amount.put("currency", currency);
      amount.put("vat", value(path + ".vat").isEmpty() ? "EXCLUSIVE" : value(path + ".vat"));
      return amount;
    } catch (IllegalArgumentException | ArithmeticException unfit) {
      faults.put(path + ".amount", "form.fault.amount");
      return null;
    }
  }
}
