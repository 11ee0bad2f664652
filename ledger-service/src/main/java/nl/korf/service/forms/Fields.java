package nl.korf.service.forms;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.korf.model.Identifier;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.money.Amount;
import nl.korf.service.forms.Field.Kind;
import nl.korf.service.forms.Field.Shape;
import org.jspecify.annotations.Nullable;

/** Reads from the record a route takes what its form asks for. */
final class Fields {

  /** Texts of more than a line. */
  private static final Set<String> LONG =
      Set.of(
          "reason",
          "motivation",
          "text",
          "purpose",
          "proposal",
          "causedByProposal",
          "harmsPurpose",
          "breaksRule",
          "certainOrNoTimeToAdapt");

  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class);

  private Fields() {}

  /**
   * The fields of a record, in its own order.
   *
   * @throws IllegalArgumentException for a type no form knows how to ask for
   */
  static List<Field> of(Class<?> body) {
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : body.getRecordComponents()) {
      boolean needed = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      fields.add(field(component.getName(), needed, component.getGenericType()));
    }
    return fields;
  }

  private static Field field(String name, boolean needed, Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new Field.Many(name, needed, field("", true, list.getActualTypeArguments()[0]));
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("no form asks for %s of type %s".formatted(name, type));
    }
    Kind kind = kind(name, plain);
    if (kind != null) {
      // a box that is not ticked says no
      return new Field.One(name, needed && plain != boolean.class, kind, plain);
    }
    if (plain == LocalizedText.class) {
      List<Field> languages =
          List.of(
              new Field.One("nl", false, Kind.LINE, null),
              new Field.One("en", false, Kind.LINE, null));
      return new Field.Group(name, needed, Shape.LANGUAGES, languages);
    }
    if (!plain.isRecord()) {
      throw new IllegalArgumentException("no form asks for %s of type %s".formatted(name, type));
    }
    Shape shape = plain == Amount.class ? Shape.MONEY : Shape.PLAIN;
    return new Field.Group(name, needed, shape, of(plain));
  }

  private static @Nullable Kind kind(String name, Class<?> type) {
    if (type == String.class) {
      return LONG.contains(name) ? Kind.TEXT : Kind.LINE;
    } else if (WHOLE_NUMBERS.contains(type)) {
      return Kind.NUMBER;
    } else if (type == boolean.class || type == Boolean.class) {
      return Kind.YES_NO;
    } else if (type == Instant.class) {
      return Kind.MOMENT;
    } else if (type == Duration.class) {
      return Kind.DAYS;
    } else if (type.isEnum()) {
      return Kind.CHOICE;
    } else if (type == Party.class) {
      return Kind.PARTY;
    }
    return Identifier.class.isAssignableFrom(type) ? Kind.REFERENCE : null;
  }
}
