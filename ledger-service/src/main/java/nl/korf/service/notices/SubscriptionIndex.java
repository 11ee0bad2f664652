package nl.korf.service.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.PersonId;
import nl.korf.model.facts.RecordedFact;
import nl.korf.model.notices.Followed;
import nl.korf.model.notices.Touched;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscriptions by what they follow: those of a fact are found by looking up what it touches, not
 * by asking each. Only then are conditions asked, each different one once a fact. For one thread.
 */
public final class SubscriptionIndex {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionIndex.class);

  /** Order of subscriptions of one person: the first made stands for the others. */
  private static final Comparator<Subscription> FIRST_MADE =
      Comparator.comparing(Subscription::madeAt).thenComparing(Subscription::subscription);

  private record Version(UUID subscription, int version) {}

  private final Map<Version, Subscription> all = new LinkedHashMap<>();
  private final Map<String, Map<Version, Subscription>> byKey = new HashMap<>();
  private final Map<PersonId, Map<Version, Subscription>> concerned = new HashMap<>();
  private final Map<String, Conditions.Condition> conditions = new HashMap<>();

  /** Adds a version, or puts it in the place of what was known of it. */
  public void put(Subscription subscription) {
    Version version = new Version(subscription.subscription(), subscription.version());
    all.put(version, subscription);
    Map<Version, Subscription> home =
        subscription.followed().kind() == Followed.Kind.CONCERNS_ME
            ? concerned.computeIfAbsent(subscription.person(), _ -> new LinkedHashMap<>())
            : byKey.computeIfAbsent(subscription.key(), _ -> new LinkedHashMap<>());
    home.put(version, subscription);
  }

  /** Forgets versions that count for no fact after a position. */
  void forgetEndedAt(long position) {
    Iterator<Map.Entry<Version, Subscription>> each = all.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Version, Subscription> one = each.next();
      Long until = one.getValue().until();
      if (until != null && until <= position) {
        each.remove();
        byKey.getOrDefault(one.getValue().key(), new HashMap<>()).remove(one.getKey());
        concerned.getOrDefault(one.getValue().person(), new HashMap<>()).remove(one.getKey());
      }
    }
  }

  int size() {
    return all.size();
  }

  /** The subscriptions a fact matches, see {@link #matching(long, Touched, Supplier)}. */
  public List<Subscription> matching(StoredFact stored, RecordedFact fact, Touched touched) {
    return matching(stored.position(), touched, () -> FactVariables.of(stored, fact, touched));
  }

  /**
   * The subscriptions a fact matches, those that are about whatever concerns somebody left out.
   *
   * @param variables what a condition sees; asked for where one has to be evaluated
   */
  List<Subscription> matching(
      long position, Touched touched, Supplier<Map<String, Object>> variables) {
    List<Subscription> found = new ArrayList<>();
    Asking asking = new Asking(touched, variables);
    for (String key : touched.keys()) {
      Map<Version, Subscription> those = byKey.get(key);
      if (those != null) {
        those.values().stream()
            .filter(one -> one.covers(position) && asking.holds(one))
            .forEach(found::add);
      }
    }
    found.sort(FIRST_MADE);
    return found;
  }

  /** The subscriptions of a person to whatever concerns them, where the fact does. */
  List<Subscription> concerning(
      PersonId person, long position, Touched touched, Supplier<Map<String, Object>> variables) {
    Asking asking = new Asking(touched, variables);
    Collection<Subscription> those = concerned.getOrDefault(person, Map.of()).values();
    return those.stream()
        .filter(one -> one.covers(position) && asking.holds(one))
        .sorted(FIRST_MADE)
        .toList();
  }

  /** Whether a condition holds, each asked once. */
  private final class Asking {
    private final Touched touched;
    private final Supplier<Map<String, Object>> variables;
    private final Map<String, Boolean> answers = new HashMap<>();

    Asking(Touched touched, Supplier<Map<String, Object>> variables) {
      this.touched = touched;
      this.variables = variables;
    }

    /** Made from the fact once, where anything asks. */
    private @Nullable Map<String, Object> seen;

    private Map<String, Object> seen() {
      if (seen == null) {
        seen = variables.get();
      }
      return seen;
    }

    /** A condition about another sort of fact is not evaluated. */
    private boolean answer(String written) {
      Conditions.Condition condition = compiled(written);
      String type = condition.type();
      return (type == null || touched.keys().contains("fact:" + type)) && condition.holds(seen());
    }

    boolean holds(Subscription one) {
      String condition = one.condition();
      if (condition == null) {
        return true;
      }
      return answers.computeIfAbsent(condition, this::answer);
    }
  }

  private Conditions.Condition compiled(String written) {
    return conditions.computeIfAbsent(written, SubscriptionIndex::checkedBefore);
  }

  /** What was stored was checked; by an older version of the language it may read otherwise. */
  private static Conditions.Condition checkedBefore(String written) {
    try {
      return Conditions.compile(written);
    } catch (Conditions.Unfit unfit) {
      LOG.warn("A stored condition is no longer one and matches nothing: {}", unfit.getMessage());
      return _ -> false;
    }
  }
}
