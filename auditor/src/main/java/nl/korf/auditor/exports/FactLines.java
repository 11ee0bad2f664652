package nl.korf.auditor.exports;

import nl.korf.auditor.note.Malformed;

/**
 * Reads lines of facts: {@code {"position":…,"header":…,"payload":…,"metadata":…,"personal":…}}.
 * Members may come in any order, none twice, no others.
 */
public final class FactLines {

  private static final int POSITION = 1;
  private static final int HEADER = 2;
  private static final int PAYLOAD = 4;
  private static final int METADATA = 8;
  private static final int PERSONAL = 16;
  private static final int ERASED = 32;
  private static final int WITHHELD = 64;
  private static final int NEEDED = POSITION | HEADER | PAYLOAD | METADATA;

  private final JsonText json = new JsonText();
  private final Text name = new Text();

  /**
   * Reads a line.
   *
   * @throws Malformed saying what is wrong with it
   */
  public void read(byte[] octets, int from, int to, FactLine into) throws Malformed {
    json.read(octets, from, to);
    into.hasPersonal = false;
    into.erased = false;
    into.withheld = false;
    int seen = 0;
    json.expect('{');
    if (!json.skip('}')) {
      do {
        int member = member(into);
        if ((seen & member) != 0) {
          throw new Malformed("the member '" + name + "' twice");
        }
        seen |= member;
      } while (json.skip(','));
      json.expect('}');
    }
    json.expectEnd();
    if ((seen & NEEDED) != NEEDED) {
      throw new Malformed("a fact has a position, a header, a payload and metadata");
    }
    if (Integer.bitCount(seen & (PERSONAL | ERASED | WITHHELD)) > 1) {
      throw new Malformed("a personal part is given, erased or withheld: one of these");
    }
  }

  private int member(FactLine into) throws Malformed {
    json.string(name);
    String member = name.toString();
    json.expect(':');
    return switch (member) {
      case "position" -> {
        into.position = json.integer("the position");
        yield POSITION;
      }
      case "header" -> text(into.header(), HEADER);
      case "payload" -> text(into.payload(), PAYLOAD);
      case "metadata" -> text(into.metadata(), METADATA);
      case "personal" -> {
        personal(into);
        yield PERSONAL;
      }
      case "erased" -> {
        json.expectTrue("'erased'");
        into.erased = true;
        yield ERASED;
      }
      case "withheld" -> {
        json.expectTrue("'withheld'");
        into.withheld = true;
        yield WITHHELD;
      }
      default -> throw new Malformed("a member '" + shortened(member) + "' that no fact has");
    };
  }

  private int text(Text into, int member) throws Malformed {
    json.string(into);
    return member;
  }

  private void personal(FactLine into) throws Malformed {
    json.expect('{');
    boolean salt = false;
    boolean text = false;
    do {
      json.string(name);
      String member = name.toString();
      json.expect(':');
      if (member.equals("salt") && !salt) {
        json.string(into.salt());
        salt = true;
      } else if (member.equals("text") && !text) {
        json.string(into.personal());
        text = true;
      } else {
        throw new Malformed("'" + shortened(member) + "' twice, or none that a personal part has");
      }
    } while (json.skip(','));
    json.expect('}');
    if (!salt || !text) {
      throw new Malformed("a personal part has a salt and a text");
    }
    into.hasPersonal = true;
  }

  private static String shortened(String text) {
    return text.length() <= 64 ? text : text.substring(0, 64) + "…";
  }
}
