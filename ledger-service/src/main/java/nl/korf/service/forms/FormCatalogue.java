package nl.korf.service.forms;

import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.korf.service.web.RecordsFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every form there is: one for each route that records facts. */
@Component
class FormCatalogue {

  private static final String API = "/v1";

  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private volatile Map<String, Form> forms = Map.of();

  /**
   * Forms of the routes there are.
   *
   * @param routes none in a process without the web, such as an import
   */
  FormCatalogue(
      @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.routes = routes;
  }

  /** A form and what its address says it is about. */
  record Found(Form form, Map<String, String> about) {}

  @EventListener(ContextRefreshedEvent.class)
  void read() {
    Map<String, Form> found = new TreeMap<>();
    routes.ifAvailable(mapping ->
        mapping.getHandlerMethods().forEach((route, handler) -> add(route, handler, found)));
    forms = found;
  }

  private static void add(
      RequestMappingInfo route, HandlerMethod handler, Map<String, Form> found) {
    if (handler.hasMethodAnnotation(RecordsFacts.class) && posts(route)) {
      for (String path : paths(route)) {
        String own = path.substring(API.length());
        found.put(own, new Form(own, fields(handler)));
      }
    }
  }

  private static boolean posts(RequestMappingInfo route) {
    return route.getMethodsCondition().getMethods().contains(RequestMethod.POST);
  }

  private static Collection<String> paths(RequestMappingInfo route) {
    return route.getPatternValues().stream().filter(path -> path.startsWith(API + "/")).toList();
  }

  private static List<Field> fields(HandlerMethod handler) {
    return Stream.of(handler.getMethod().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
        .map(Parameter::getType)
        .findFirst()
        .map(Fields::of)
        .orElse(List.of());
  }

  Collection<Form> all() {
    return forms.values();
  }

  /** The form at an address below that of the forms: {@code /groups/g-1/names}. */
  Optional<Found> at(String address) {
    PathContainer asked = PathContainer.parsePath(address);
    return forms.values().stream()
        .flatMap(form -> match(form, asked).stream())
        // an address written out comes before one with a part to fill in
        .min((one, other) -> Integer.compare(one.about().size(), other.about().size()));
  }

  private static Optional<Found> match(Form form, PathContainer asked) {
    PathPattern pattern = PathPatternParser.defaultInstance.parse(form.route());
    PathPattern.PathMatchInfo match = pattern.matchAndExtract(asked);
    return Optional.ofNullable(match).map(found -> new Found(form, found.getUriVariables()));
  }
}
