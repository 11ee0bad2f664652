package nl.korf.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Metadata as bytes: a JSON object of strings, keys in order, so that equal maps hash alike. */
final class MetadataJson {

  private static final ObjectReader READER =
      JsonMapper.shared().readerFor(new TypeReference<TreeMap<String, String>>() {});

  private MetadataJson() {}

  static byte[] write(Map<String, String> metadata) {
    CanonicalJson json = new CanonicalJson();
    json.raw("{");
    String separator = "";
    for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
      json.raw(separator).string(entry.getKey()).raw(":").string(entry.getValue());
      separator = ",";
    }
    return json.raw("}").utf8();
  }

  static Map<String, String> read(byte[] json) {
    try {
      return READER.readValue(json);
    } catch (JacksonException notJson) {
      throw new LedgerCorrupt(
          "metadata is no JSON object of strings: " + new String(json, StandardCharsets.UTF_8),
          notJson);
    }
  }
}
