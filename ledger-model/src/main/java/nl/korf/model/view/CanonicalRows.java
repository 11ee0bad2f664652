package nl.korf.model.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.korf.model.ModelJson;
import nl.korf.model.view.DecisionRows.DissentRow;
import nl.korf.model.view.DecisionRows.SupersessionRow;
import nl.korf.model.view.DecisionRows.UseRow;
import nl.korf.model.view.DirectiveRows.DirectiveRow;
import nl.korf.model.view.DirectiveRows.ReplyRow;
import nl.korf.model.view.MandateRows.SignatureRow;
import nl.korf.model.view.ProgrammeRows.InclusionRow;
import nl.korf.model.view.ProgrammeRows.ProgrammeRow;
import nl.korf.model.view.Row.AppointmentRow;
import nl.korf.model.view.Row.AttributionRow;
import nl.korf.model.view.Row.BodyRow;
import nl.korf.model.view.Row.DecisionRow;
import nl.korf.model.view.Row.GroupRow;
import nl.korf.model.view.Row.InitiativeRow;
import nl.korf.model.view.Row.InvolvementRow;
import nl.korf.model.view.Row.LinkRow;
import nl.korf.model.view.Row.MandateRow;
import nl.korf.model.view.Row.MembershipRow;
import nl.korf.model.view.Row.PersonRow;
import nl.korf.model.view.Row.PowerRow;
import nl.korf.model.view.Row.RoleRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as the bytes the read models store and the view hash covers: RFC 8785 canonical JSON, nulls
 * left out, numbers always integers, instants as ISO 8601 strings. The same row has the same bytes
 * on every node and in every replay.
 */
public final class CanonicalRows {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().characterEscapes(new Rfc8785Escapes()).build())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private record Written(Instant from, String kind, Row row, @Nullable Instant until) {}

  private CanonicalRows() {}

  /** The row alone, as a read model stores it. */
  public static byte[] of(Row row) {
    return MAPPER.writeValueAsBytes(row);
  }

  /** The row with its kind and the time it is in force, as the view hash covers it. */
  public static byte[] of(Segment segment) {
    return MAPPER.writeValueAsBytes(
        new Written(segment.from(), kind(segment.row()), segment.row(), segment.until()));
  }

  /** The same bytes, for a row whose own bytes are at hand. */
  public static byte[] of(Segment segment, byte[] canonicalRow) {
    String kind = kind(segment.row());
    String before = "{\"from\":\"" + segment.from() + "\",\"kind\":\"" + kind + "\",\"row\":";
    String after = segment.until() == null ? "}" : ",\"until\":\"" + segment.until() + "\"}";
    byte[] whole = new byte[before.length() + canonicalRow.length + after.length()];
    ByteBuffer.wrap(whole)
        .put(before.getBytes(StandardCharsets.US_ASCII))
        .put(canonicalRow)
        .put(after.getBytes(StandardCharsets.US_ASCII));
    return whole;
  }

  /**
   * Reads a row that {@link #of(Row)} wrote.
   *
   * @throws IllegalArgumentException when the bytes are no such row
   */
  public static <R extends Row> R read(Class<R> type, byte[] canonical) {
    try {
      return ModelJson.mapper().readValue(canonical, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the bytes are no %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
    }
  }

  /** The kind of a row, the first word of its entity. */
  public static String kind(Row row) {
    return switch (row) {
      case PersonRow _ -> "person";
      case BodyRow _ -> "body";
      case RoleRow _ -> "role";
      case AppointmentRow _ -> "appointment";
      case GroupRow _ -> "group";
      case MembershipRow _ -> "membership";
      case PowerRow _ -> "power";
      case AttributionRow _ -> "attribution";
      case MandateRow _ -> "mandate";
      case InitiativeRow _ -> "initiative";
      case InvolvementRow _ -> "involvement";
      case LinkRow _ -> "link";
      case DecisionRow _ -> "decision";
      case UseRow _ -> "use";
      case RoundRows.RoundRow _ -> "round";
      case RoundRows.ElectorRow _ -> "elector";
      case RoundRows.BallotRow _ -> "ballot";
      case RoundRows.ResponseRow _ -> "response";
      case RoundRows.ObjectionRow _ -> "objection";
      case RoundRows.RuleRow _ -> "rule";
      case SupersessionRow _ -> "supersession";
      case DissentRow _ -> "dissent";
      case DirectiveRow _ -> "directive";
      case ReplyRow _ -> "reply";
      case ProgrammeRow _ -> "programme";
      case InclusionRow _ -> "inclusion";
      case SignatureRow _ -> "signature";
    };
  }

  /** RFC 8785 3.2.2.2 writes control characters with lower-case digits; Jackson with upper-case. */
  private static final class Rfc8785Escapes extends CharacterEscapes {

    private static final int CONTROLS = 0x20;
    private static final SerializableString[] WRITTEN = written();
    private static final int[] CODES = codes();

    /** Asked for at every row; Jackson only reads it. */
    @Override
    public int[] getEscapeCodesForAscii() {
      return CODES;
    }

    private static int[] codes() {
      int[] codes = standardAsciiEscapesForJSON();
      for (int control = 0; control < CONTROLS; control++) {
        if (codes[control] < 0) {
          codes[control] = ESCAPE_CUSTOM;
        }
      }
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return character < CONTROLS ? WRITTEN[character] : null;
    }

    private static SerializableString[] written() {
      SerializableString[] all = new SerializableString[CONTROLS];
      for (int control = 0; control < CONTROLS; control++) {
        all[control] = new SerializedString("\\u%04x".formatted(control));
      }
      return all;
    }
  }
}
