package nl.korf.service.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type what sort of problem, as an address relative to the documentation
 * @param title the sort of problem, the same every time
 * @param detail this occurrence of it
 * @param code the stable code of the first reason
 * @param reasons everything that is wrong, in order of precedence
 * @param incident what an operator finds in the log, for failures that are ours
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Reason> reasons,
    @Nullable String incident) {

  /** Media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One thing that is wrong.
   *
   * @param nextStep what to do about it
   * @param pointer where in the body, as a JSON pointer
   * @param parameter which parameter or header
   * @param values what was compared, by name
   */
  public record Reason(
      String code,
      String message,
      @Nullable String nextStep,
      @Nullable String pointer,
      @Nullable String parameter,
      Map<String, String> values) {}
}
