package nl.korf.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.korf.eventstore.AppendOptions;
import nl.korf.eventstore.FactRejected;
import nl.korf.model.FreeText;
import nl.korf.model.ModelJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RecordReaderTest {

  record Asked(
      @Nullable Instant moment,
      @Nullable Duration span,
      @Nullable Integer times,
      @Nullable Long position,
      @Nullable Boolean open,
      List<Integer> depths,
      @Nullable String text,
      @Nullable FreeText reason,
      @Nullable Map<String, String> attributes,
      @Nullable JsonNode payload) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          moment       | "+999999999-01-01T00:00:00Z"
          moment       | "-0001-12-31T23:59:59Z"
          moment       | "+10000-01-01T00:00:00Z"
          span         | "PT2562047788015215H"
          span         | "-P3660001D"
          times        | 2.9
          times        | "2"
          times        | 3000000000
          position     | 2.0
          open         | "true"
          depths/0     | [1.5]
          text         | "a\\u0000b"
          text         | "\\ud800"
          reason       | {"text":"a\\u0000b"}
          attributes   | {"a":"\\u0000"}
          attributes   | {"\\u0000":"a"}
          payload      | {"deep":[{"text":"\\u0000"}]}
          """)
  void whatTheLedgerCannotHoldIsRefusedWhereItStands(String where, String json) {
    InvalidRequest refused =
        catchThrowableOfType(InvalidRequest.class, () -> read(member(where), json));

    assertThat(refused.violations())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.where()).startsWith("/" + where);
          assertThat(one.fault()).isEqualTo(Fault.WRONG_VALUE);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          moment       | "9999-12-31T23:59:59.999999Z"
          moment       | "0000-01-01T00:00:00Z"
          span         | "P3660000D"
          times        | 2
          position     | 3000000000
          open         | true
          depths       | [1, 2]
          text         | "\\ud83d\\ude00\\t"
          reason       | {"text":"a"}
          attributes   | {"a":"b"}
          payload      | {"deep":[{"text":"b", "amount":1.5}]}
          """)
  void whatItCanHoldIsRead(String where, String json) {
    assertThat(read(where, json)).isNotNull();
  }

  @Test
  void whatTheStoreRejectsIsNoFaultOfOurs() {
    FactRejected rejected =
        catchThrowableOfType(
            FactRejected.class, () -> new AppendOptions(null, new byte[1_000], null));

    Problem problem = Problems.of(rejected, "en");

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.detail()).contains("digest");
  }

  private static Asked read(String member, String json) {
    JsonNode tree = ModelJson.mapper().readTree("{\"" + member + "\":" + json + "}");
    return RecordReader.read(tree, Asked.class);
  }

  private static String member(String where) {
    return where.split("/", 2)[0];
  }
}
