package nl.korf.model.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.korf.model.FreeText;
import nl.korf.model.Identifier;
import nl.korf.model.LegalReference;
import nl.korf.model.LocalizedText;
import nl.korf.model.Party;
import nl.korf.model.Subject;
import nl.korf.model.mandates.WrittenRecord;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit;
import nl.korf.model.money.VatBasis;
import nl.korf.model.rules.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of any sort by their components: filled everywhere and always the same, or at random
 * with gaps and awkward text.
 */
public final class Filler {

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final List<String> AWKWARD =
      List.of("é", "\u0001\u001f", "\"\\/", "\u2028", "😀", "\t\n", "<b>", " ");

  private final @Nullable SplittableRandom random;

  private Filler(@Nullable SplittableRandom random) {
    this.random = random;
  }

  /** Every component has a value, the same one every time. */
  public static Filler full() {
    return new Filler(null);
  }

  public static Filler random(SplittableRandom random) {
    return new Filler(random);
  }

  public <F extends Fact> F fact(Class<F> type) {
    return type.cast(value(type, "fact"));
  }

  private Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, name);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return text(name);
    } else if (raw == int.class) {
      return 1 + number(12);
    } else if (raw == long.class || raw == Long.class) {
      return 1L + number(1_000_000);
    } else if (raw == boolean.class) {
      return random == null || random.nextBoolean();
    } else if (raw == Duration.class) {
      return Duration.ofHours(1 + number(1_000));
    } else if (raw == Instant.class) {
      return START.plusSeconds(number(100_000_000));
    } else if (raw.isEnum()) {
      return one(raw.getEnumConstants());
    } else {
      return record(raw, name);
    }
  }

  private Object collection(ParameterizedType generic, String name) {
    Type[] arguments = generic.getActualTypeArguments();
    int size = random == null ? 2 : random.nextInt(3);
    if (generic.getRawType() == Map.class) {
      Map<String, String> map = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        map.put("key-" + i, text(name));
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(value(arguments[0], name + "-" + (i + 1)));
    }
    return list;
  }

  private Object record(Class<?> raw, String name) {
    if (raw == Fraction.class) {
      return random == null ? Fraction.TWO_THIRDS : new Fraction(number(4), 3);
    } else if (raw == WrittenRecord.class) {
      return new WrittenRecord("0123456789abcdef".repeat(4), text(name));
    } else if (raw == Subject.class) {
      return new Subject(one(Subject.Kind.values()), identifier(name));
    } else if (Identifier.class.isAssignableFrom(raw)) {
      return construct(raw, List.of(identifier(name)));
    } else if (raw == Party.class) {
      return new Party(one(Party.Kind.values()), identifier(name));
    } else if (raw == Amount.class) {
      return new Amount(1_000_00L + number(1_000_000), "EUR", one(VatBasis.values()));
    } else if (raw == Limit.class) {
      return random != null && random.nextBoolean()
          ? Limit.unlimited("services")
          : Limit.perAct("works", (Amount) record(Amount.class, name), Bound.INCLUSIVE);
    } else if (raw == LocalizedText.class) {
      return LocalizedText.of(text(name), text(name));
    } else if (raw == LegalReference.class) {
      return new LegalReference("jci1.3:c:BWBR0005537&artikel=10:9", text(name));
    } else if (raw == FreeText.class) {
      return FreeText.of(text(name));
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordComponent component : raw.getRecordComponents()) {
      values.add(gap(component) ? null : value(component.getGenericType(), component.getName()));
    }
    return construct(raw, values);
  }

  private boolean gap(RecordComponent component) {
    return random != null
        && component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && random.nextBoolean();
  }

  private static Object construct(Class<?> type, List<? extends @Nullable Object> values) {
    try {
      Class<?>[] types = new Class<?>[type.getRecordComponents().length];
      for (int i = 0; i < types.length; i++) {
        types[i] = type.getRecordComponents()[i].getType();
      }
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make a " + type.getSimpleName(), e);
    }
  }

  private String text(String name) {
    return random == null
        ? "the " + name
        : name + AWKWARD.get(random.nextInt(AWKWARD.size())) + random.nextInt(100);
  }

  private String identifier(String name) {
    String kebab = name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return random == null ? kebab : kebab + "-" + random.nextInt(1_000);
  }

  private <T> T one(T[] values) {
    return List.of(values).get(number(values.length));
  }

  /** Below {@code bound}; 0 where nothing is left to chance. */
  private int number(int bound) {
    return random == null ? 0 : random.nextInt(bound);
  }
}
