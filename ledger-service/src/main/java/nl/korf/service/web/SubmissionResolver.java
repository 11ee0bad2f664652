package nl.korf.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives routes a {@link Submission} or the {@link Actor} who asks. */
final class SubmissionResolver implements HandlerMethodArgumentResolver {

  /** The hidden field of a form that carries the id of its command. */
  static final String FORM_FIELD = "idempotencyKey";

  /** The parameter that asks for the outcome alone. */
  static final String PREVIEW = "preview";

  private final Commands commands;

  SubmissionResolver(Commands commands) {
    this.commands = commands;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Submission.class
        || parameter.getParameterType() == Actor.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binder) {
    Actor actor = Web.actor();
    if (parameter.getParameterType() == Actor.class) {
      if (actor == null && !parameter.isOptional()) {
        throw new ActorNeeded();
      }
      return actor;
    }
    if (actor == null) {
      throw new ActorNeeded();
    }
    HttpServletRequest request = Web.request(webRequest);
    return new Submission(commands, actor, commandId(request), preview(request));
  }

  private static boolean preview(HttpServletRequest request) {
    String asked = request.getParameter(PREVIEW);
    if (asked == null || asked.equals("false")) {
      return false;
    }
    if (asked.equals("true")) {
      return true;
    }
    throw new InvalidRequest(PREVIEW, Fault.WRONG_VALUE, "value", asked, "expected", "true, false");
  }

  /** The id of the command, from the header or the form. */
  static UUID commandId(HttpServletRequest request) {
    String header = request.getHeader(WebHeaders.IDEMPOTENCY_KEY);
    String given = header == null ? request.getParameter(FORM_FIELD) : header;
    if (given == null) {
      throw new InvalidRequest(WebHeaders.IDEMPOTENCY_KEY, Fault.MISSING);
    }
    try {
      UUID id = UUID.fromString(given.replace("\"", ""));
      if (id.toString().length() == given.replace("\"", "").length()) {
        return id;
      }
    } catch (IllegalArgumentException unfit) {
      // told below, with what is no UUID for being too short
    }
    throw new InvalidRequest(
        WebHeaders.IDEMPOTENCY_KEY, Fault.WRONG_VALUE, "value", given, "expected", "UUID");
  }
}
