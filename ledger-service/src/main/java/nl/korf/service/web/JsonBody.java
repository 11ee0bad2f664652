package nl.korf.service.web;

import java.io.IOException;
import java.util.List;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a request into a record, strictly (see {@link RecordReader}), and writes every
 * answer as the language of the ledger writes JSON: instants in UTC, nulls left out.
 */
final class JsonBody extends AbstractHttpMessageConverter<Object> {

  /** How deep a body may nest. */
  static final int DEPTH_MAX = 32;

  private static final MediaType ANY_JSON = new MediaType("application", "*+json");

  private static final JsonMapper TREES =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  JsonBody() {
    super(MediaType.APPLICATION_JSON, ANY_JSON);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type != String.class && type != byte[].class && !Resource.class.isAssignableFrom(type);
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return RecordReader.isObject(type) && canRead(mediaType);
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage input) throws IOException {
    JsonNode tree;
    try {
      tree = TREES.readTree(input.getBody());
    } catch (JacksonException malformed) {
      if (malformed.getCause() instanceof BodyTooLarge large) {
        throw large;
      }
      InvalidRequest invalid =
          new InvalidRequest(
              "", Fault.MALFORMED_JSON, "reason", String.valueOf(malformed.getOriginalMessage()));
      throw new HttpMessageNotReadableException("malformed", invalid, input);
    }
    if (tree.isMissingNode()) {
      InvalidRequest nothing = new InvalidRequest("", Fault.MISSING);
      throw new HttpMessageNotReadableException("empty", nothing, input);
    }
    return RecordReader.read(tree, type);
  }

  @Override
  protected void writeInternal(Object value, HttpOutputMessage output) throws IOException {
    output.getBody().write(ModelJson.mapper().writeValueAsBytes(value));
  }

  @Override
  public List<MediaType> getSupportedMediaTypes(Class<?> type) {
    return type == Problem.class
        ? List.of(MediaType.APPLICATION_PROBLEM_JSON)
        : super.getSupportedMediaTypes(type);
  }
}
