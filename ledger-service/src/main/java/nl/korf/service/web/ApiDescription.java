package nl.korf.service.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.korf.model.ModelJson;
import nl.korf.projections.AsOf;
import nl.korf.service.kernel.Actor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The description of the API at {@code /v1/openapi.json}: made from the routes, completed with what
 * every address has in common.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  /** Where the description is, open to everybody and to every site. */
  static final String PATH = "/v1/openapi.json";

  private static final String BASE = "/v1";
  private static final String PROBLEM = "Problem";

  /** Nobody is made up where nobody was named. */
  private static final String NO_CONTACT = "Not stated by whoever runs this ledger (korf.contact)";

  private static final Map<String, String> PROBLEMS =
      Map.of(
          "400", "The request is not well formed",
          "401", "Not known who asks",
          "403", "Not allowed",
          "404", "Not found",
          "409", "In conflict with what stands",
          "422", "Refused by a rule, or it refers to what is not there",
          "500", "A failure of the ledger's own; the incident stands in its log",
          "503", "Not now: try again after Retry-After");

  ApiDescription() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(AsOf.class, Actor.class, Submission.class, PageQuery.class);
  }

  @Bean
  OpenApiCustomizer common(WebSettings settings) {
    return api -> {
      api.info(info(settings.contact())).servers(List.of(new Server().url(BASE)));
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(api::schema);
      Paths paths = new Paths();
      new TreeMap<>(api.getPaths()).forEach((path, item) -> paths.put(relative(path), item));
      paths.values().forEach(ApiDescription::complete);
      api.setPaths(paths);
      secure(api);
    };
  }

  /** Each route's example, where it says one. */
  @Bean
  OperationCustomizer examples() {
    return (operation, route) -> {
      Example example = route.getMethodAnnotation(Example.class);
      RequestBody body = operation.getRequestBody();
      if (example != null && body != null && body.getContent() != null) {
        Object value = ModelJson.mapper().readValue(example.value(), Object.class);
        body.getContent().values().forEach(media -> media.example(value));
      }
      return operation;
    };
  }

  private static Info info(WebSettings.Contact contact) {
    return new Info()
        .title("Korf")
        .version(WebSettings.API_VERSION)
        .description(
            "A decision ledger for organisations that decide in a network. Names are English; the"
                + " official Dutch terms are in the glossary (docs/glossary.md).")
        .contact(
            new Contact()
                .name(contact.name() == null ? NO_CONTACT : contact.name())
                .email(contact.email())
                .url(contact.url()))
        .license(new License().name("EUPL-1.2").identifier("EUPL-1.2"));
  }

  private static String relative(String path) {
    return path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path;
  }

  private static void complete(PathItem item) {
    item.readOperationsMap()
        .forEach((method, operation) -> {
          if (method == PathItem.HttpMethod.POST) {
            operation.addParametersItem(idempotencyKey());
            if (recordsFacts(operation)) {
              operation.addParametersItem(preview());
            }
          }
          complete(operation);
        });
  }

  private static void complete(Operation operation) {
    ApiResponses responses =
        operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
    PROBLEMS.forEach((status, text) -> responses.put(status, problem(text)));
    responses
        .values()
        .forEach(response ->
            response.addHeaderObject(
                WebHeaders.API_VERSION,
                new Header()
                    .description("The full version of the API")
                    .schema(new StringSchema())));
    operation.setResponses(responses);
  }

  private static ApiResponse problem(String text) {
    MediaType document =
        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
    return new ApiResponse()
        .description(text)
        .content(new Content().addMediaType(Problem.MEDIA_TYPE, document));
  }

  private static boolean recordsFacts(Operation operation) {
    ApiResponse created =
        operation.getResponses() == null ? null : operation.getResponses().get("201");
    return created != null
        && created.getHeaders() != null
        && created.getHeaders().containsKey(WebHeaders.LEDGER_POSITION);
  }

  private static Parameter preview() {
    return new Parameter()
        .in("query")
        .name(SubmissionResolver.PREVIEW)
        .required(false)
        .description(
            "true: nothing is recorded; answers 200 with the facts that would be, or the refusal"
                + " there would be")
        .schema(new BooleanSchema());
  }

  private static Parameter idempotencyKey() {
    return new Parameter()
        .in("header")
        .name(WebHeaders.IDEMPOTENCY_KEY)
        .required(true)
        .description("A new UUID for every command; the same one to repeat it safely")
        .schema(new StringSchema().format("uuid"));
  }

  private static void secure(OpenAPI api) {
    api.schemaRequirement(
            "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
        .security(List.of(new SecurityRequirement().addList("token")));
  }
}
