package nl.korf.service.map;

import java.util.Arrays;
import java.util.Locale;

/** Where an initiative stands. Of several that hold at once the last one here is shown. */
enum State {
  /** It is there, and nothing else. */
  PROPOSED(0),
  /** A decision about it is in force. */
  DECIDED(1),
  /** A round about it is open. */
  DELIBERATING(2),
  /** An objection stands in a round about it that is open, or that it blocked. */
  OBJECTION(3),
  WITHDRAWN(4);

  private final int number;

  State(int number) {
    this.number = number;
  }

  /** As the columns number it. */
  int number() {
    return number;
  }

  /** The state of a number. */
  static State of(int number) {
    return Arrays.stream(values())
        .filter(state -> state.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state has number " + number));
  }

  /** As in addresses, messages and styles. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
