package nl.korf.auditor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import nl.korf.auditor.testing.NaiveTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "1, 999, 256, tile/1/999",
    "0, 1000, 256, tile/0/x001/000",
    "2, 1234067, 256, tile/2/x001/x234/067",
    "0, 273, 112, tile/0/273.p/112"
  })
  void aTileHasTheAddressOfTheSpecification(int level, long n, int width, String path) {
    assertThat(TilePath.hashes(level, n, width)).isEqualTo(path);
    assertThat(TilePath.parse(path)).hasValue(new TilePath.Tile(false, level, n, width));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/1",
        "tile/00/001",
        "tile/0/x000/001",
        "tile/0/001.p/256",
        "tile/0/001.p/0",
        "tile/0/001.p/012",
        "tile/0/001/",
        "tile/-1/001",
        "tile/entries/x1/001"
      })
  void anAddressWrittenInAnotherWayIsNoTile(String path) {
    assertThat(TilePath.parse(path)).isEmpty();
  }

  @Test
  void aTreeOfSeventyThousandHasTheTilesOfTheSpecification() {
    // the example of C2SP tlog-tiles, "Partial Tiles"
    assertThat(TilePath.parse("tile/0/273.p/112").orElseThrow().widthIn(70_000)).isEqualTo(112);
    assertThat(TilePath.parse("tile/0/272").orElseThrow().widthIn(70_000)).isEqualTo(256);
    assertThat(TilePath.parse("tile/0/274.p/1").orElseThrow().widthIn(70_000)).isZero();
    assertThat(TilePath.parse("tile/1/001.p/17").orElseThrow().widthIn(70_000)).isEqualTo(17);
    assertThat(TilePath.parse("tile/2/000.p/1").orElseThrow().widthIn(70_000)).isEqualTo(1);
    assertThat(TilePath.parse("tile/3/000.p/1").orElseThrow().widthIn(70_000)).isZero();
  }

  @ParameterizedTest(name = "{0} leaves")
  @ValueSource(ints = {1, 2, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537, 70_000})
  void tilesLeadToTheRootOfTheRecursiveDefinition(int size) {
    List<byte[]> leaves = leaves(size);
    Map<String, byte[]> tiles = tiles(leaves);
    Frontier frontier = new Frontier(new TreeHasher());
    leaves.forEach(leaf -> frontier.add(leaf, 0));
    byte[] root = NaiveTree.root(leaves);

    assertThat(frontier.root()).isEqualTo(root);
    assertThat(new TileReader(tiles::get, size).hash(0, size)).isEqualTo(root);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void proofsBetweenAnySizesOfALargerTreeHold(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> leaves = leaves(3_000);
    Prover prover = new Prover(new TileReader(tiles(leaves)::get, leaves.size()));
    for (int i = 0; i < 60; i++) {
      int second = 1 + random.nextInt(leaves.size());
      int first = random.nextInt(second + 1);
      int index = random.nextInt(second);
      byte[] root = NaiveTree.root(leaves.subList(0, second));

      assertThat(prover.inclusion(index, second).root(leaves.get(index), second)).hasValue(root);
      ConsistencyProof proof = prover.consistency(first, second);
      assertThat(proof.holds(NaiveTree.root(leaves.subList(0, first)), root)).isTrue();
      assertThat(proof.holds(NaiveTree.root(leaves.subList(0, first)), leaves.getFirst()))
          .as("another root")
          .isEqualTo(first == 0);
    }
  }

  private static List<byte[]> leaves(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(NaiveTree.leaf(Integer.toString(i).getBytes(StandardCharsets.US_ASCII)));
    }
    return leaves;
  }

  private static Map<String, byte[]> tiles(List<byte[]> leaves) {
    Map<String, byte[]> tiles = new TreeMap<>();
    TileBuilder builder =
        new TileBuilder(
            new TreeHasher(),
            (level, n, width, hashes) ->
                tiles.put(TilePath.hashes(level, n, width), Arrays.copyOf(hashes, width * 32)));
    leaves.forEach(leaf -> builder.add(leaf, 0));
    builder.end();
    return tiles;
  }
}
