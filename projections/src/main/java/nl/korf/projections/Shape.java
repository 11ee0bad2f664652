package nl.korf.projections;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.korf.model.view.ReadModel;

/**
 * What the tables of a read model and the rows in them look like: a short hash over its SQL and
 * over every record a row is made of. A generation of another shape cannot be read by this program;
 * it is built anew at the start. Found by looking, so that nobody has to remember a number.
 */
final class Shape {

  private static final int DIGITS = 16;

  private static final Map<ReadModel, String> SHAPES = shapes();

  private Shape() {}

  static String of(ReadModel model) {
    return SHAPES.getOrDefault(model, "");
  }

  private static Map<ReadModel, String> shapes() {
    Map<ReadModel, String> shapes = new EnumMap<>(ReadModel.class);
    for (ReadModel model : ReadModel.values()) {
      String sql = Generation.resource(model.name().toLowerCase(Locale.ROOT) + ".sql");
      shapes.put(model, hash(Generation.resource("generation.sql") + sql + records(model)));
    }
    return shapes;
  }

  /** The records the rows of a model are made of, by name, with their components in order. */
  static SortedMap<String, String> records(ReadModel model) {
    SortedMap<String, String> records = new TreeMap<>();
    RowTable.of(model).forEach(table -> add(table.type(), records));
    return records;
  }

  private static void add(Type type, SortedMap<String, String> records) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        add(argument, records);
      }
    }
    if (!(type instanceof Class<?> record)
        || !record.isRecord()
        || records.containsKey(record.getName())) {
      return;
    }
    StringBuilder components = new StringBuilder();
    for (RecordComponent component : record.getRecordComponents()) {
      components.append(component.getName()).append(' ').append(component.getGenericType());
      components.append(';');
    }
    records.put(record.getName(), components.toString());
    for (RecordComponent component : record.getRecordComponents()) {
      add(component.getGenericType(), records);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
