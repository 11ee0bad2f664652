package nl.korf.model.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultisetHashTest {

  private static byte[] item(int number) {
    return ("{\"row\":" + number + "}").getBytes(UTF_8);
  }

  private static String digest(Iterable<Integer> items) {
    var hash = new MultisetHash();
    items.forEach(number -> hash.add(item(number)));
    return HexFormat.of().formatHex(hash.digest());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void theOrderDoesNotMatter(long seed) {
    List<Integer> items = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
    String inOrder = digest(items);
    Collections.shuffle(items, new Random(seed));

    assertThat(digest(items)).isEqualTo(inOrder);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void itemsThatCameAndWentLeaveNoTrace(long seed) {
    var random = new SplittableRandom(seed);
    var hash = new MultisetHash();
    Set<Integer> present = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      int number = random.nextInt(50);
      if (present.remove(number)) {
        hash.remove(item(number));
      } else {
        present.add(number);
        hash.add(item(number));
      }
    }

    assertThat(HexFormat.of().formatHex(hash.digest())).isEqualTo(digest(present));
  }

  @Test
  void setsThatDifferInOneItemHaveDifferentDigests() {
    Set<String> digests = new HashSet<>();
    for (int left = 0; left < 100; left++) {
      int out = left;
      digests.add(digest(IntStream.range(0, 100).filter(i -> i != out).boxed().toList()));
    }

    assertThat(digests).hasSize(100);
  }

  @Test
  void anItemCountsAsOftenAsItIsThere() {
    assertThat(digest(List.of(1, 1))).isNotEqualTo(digest(List.of(1)));
    assertThat(digest(List.of(1, 1, 2))).isNotEqualTo(digest(List.of(1, 2, 2)));
  }

  @Test
  void theStateGoesOnWhereItWas() {
    var first = new MultisetHash();
    first.add(item(1));

    MultisetHash second = MultisetHash.from(first.state());
    second.add(item(2));

    assertThat(HexFormat.of().formatHex(second.digest())).isEqualTo(digest(List.of(1, 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultisetHash.from(new byte[12]))
        .withMessageContaining("2048");
  }

  /** Reference values: another implementation must give the same. */
  @Test
  void theDigestsAreThoseOfTheReference() {
    var hash = new MultisetHash();
    assertThat(HexFormat.of().formatHex(hash.digest()))
        .isEqualTo("e5a00aa9991ac8a5ee3109844d84a55583bd20572ad3ffcd42792f3c36b183ad");

    hash.add("a".getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(hash.state(), 0, 16))
        .isEqualTo("3ea02d42ae653a06bafc3a023e2e16bb");
    assertThat(HexFormat.of().formatHex(hash.digest()))
        .isEqualTo("f3fa2116e38c077aa8db876a3a68df904145b0cd3522b13fc9c0fd0baae4e6b5");

    hash.add("b".getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(hash.digest()))
        .isEqualTo("8955fb8fb92acff95c308d8b8115f0d626849eaf70ed848f9b39a35a820ef8df");
  }

  @Test
  void theViewHashCoversEveryReadModel() throws NoSuchAlgorithmException {
    var people = new MultisetHash();
    people.add("a".getBytes(UTF_8));

    byte[] empty = ViewHash.of(Map.of());
    byte[] somebody = ViewHash.of(Map.of(ReadModel.PEOPLE, people.digest()));
    byte[] elsewhere = ViewHash.of(Map.of(ReadModel.BODIES, people.digest()));

    assertThat(empty).isEqualTo(MessageDigest.getInstance("SHA-256").digest(lines()));
    assertThat(somebody).isNotEqualTo(empty).isNotEqualTo(elsewhere);
  }

  /** The lines the Javadoc of the view hash describes, where no read model holds a row. */
  private static byte[] lines() {
    String nothing = "e5a00aa9991ac8a5ee3109844d84a55583bd20572ad3ffcd42792f3c36b183ad";
    StringBuilder lines = new StringBuilder("korf view 3\n");
    for (ReadModel model : ReadModel.values()) {
      lines.append(model).append(' ').append(nothing).append('\n');
    }
    return lines.toString().getBytes(UTF_8);
  }
}
