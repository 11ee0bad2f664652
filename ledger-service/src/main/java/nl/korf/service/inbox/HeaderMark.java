package nl.korf.service.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.korf.model.Identifier;
import nl.korf.model.PersonId;
import nl.korf.model.notices.Followed;
import nl.korf.service.kernel.Actor;
import nl.korf.service.notices.Notices;
import nl.korf.service.notices.Subscription;
import nl.korf.service.notices.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives every page that is shown to somebody the count of what they have not read, and a page about
 * something that can be followed whether they do: pages need not know that there are notices.
 */
final class HeaderMark implements HandlerInterceptor {

  private static final Map<String, Followed.Kind> FOLLOWABLE =
      Map.of(
          "groups", Followed.Kind.GROUP,
          "initiatives", Followed.Kind.INITIATIVE,
          "mandates", Followed.Kind.MANDATE,
          "people", Followed.Kind.PERSON);

  private static final Pattern PAGE = Pattern.compile("/([a-z]+)/(" + Identifier.FORM + ")");

  private final Notices notices;
  private final Subscriptions subscriptions;

  HeaderMark(Notices notices, Subscriptions subscriptions) {
    this.notices = notices;
    this.subscriptions = subscriptions;
  }

  /**
   * What the header shows of the inbox.
   *
   * @param unread how many; null where no person is bound to who is signed in
   */
  public record Mark(@Nullable Long unread) {}

  /**
   * The button that follows what a page is about, or ends that.
   *
   * @param kind a word of {@link Followed.Kind}
   * @param below whether it is followed with all below it
   * @param subscription the one by which it is followed now, or null
   * @param key for a new one
   */
  public record Button(
      String kind,
      String id,
      boolean below,
      String page,
      @Nullable String subscription,
      String key) {}

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    Actor actor = actor();
    String name = view == null ? null : view.getViewName();
    if (view == null || actor == null || name == null || name.startsWith("redirect:")) {
      return;
    }
    PersonId person = actor.boundPerson().orElse(null);
    view.addObject("inbox", new Mark(person == null ? null : notices.unread(person)));
    if (person != null) {
      button(request.getRequestURI(), person).ifPresent(one -> view.addObject("follow", one));
    }
  }

  private Optional<Button> button(String path, PersonId person) {
    Matcher page = PAGE.matcher(path);
    if (!page.matches() || !FOLLOWABLE.containsKey(page.group(1))) {
      return Optional.empty();
    }
    Followed.Kind kind = FOLLOWABLE.get(page.group(1));
    String id = page.group(2);
    String subject = new Followed(kind, id).toString();
    String followedBy =
        subscriptions.of(person).stream()
            .filter(one -> one.followed().toString().equals(subject))
            .filter(one -> one.condition() == null)
            .map(Subscription::subscription)
            .map(UUID::toString)
            .findFirst()
            .orElse(null);
    return Optional.of(
        new Button(
            kind.word(), id, kind.hasBelow(), path, followedBy, UUID.randomUUID().toString()));
  }

  private static @Nullable Actor actor() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Actor actor ? actor : null;
  }
}
