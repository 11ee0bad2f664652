package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of hashes, held to published vectors and to a tree that is written out naively. */
class TreeTest {

  /** The leaves of the vectors of Certificate Transparency's reference implementation. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void theRootIsThatOfThePublishedVectors(int size, String root) {
    TreeBuilder tree = new TreeBuilder();
    LEAVES.stream().limit(size).forEach(leaf -> tree.append(Merkle.leaf(bytes(leaf))));

    assertThat(hex(tree.root())).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void aPathIsThatOfThePublishedVectors(int index, int size, String path) {
    Naive naive = new Naive(LEAVES.stream().map(TreeTest::bytes).toList());

    assertThat(naive.tree().inclusion(index, size).stream().map(TreeTest::hex))
        .containsExactly(path.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void aConsistencyProofIsThatOfThePublishedVectors(int older, int size, String proof) {
    Naive naive = new Naive(LEAVES.stream().map(TreeTest::bytes).toList());

    assertThat(naive.tree().consistency(older, size).stream().map(TreeTest::hex))
        .containsExactly(proof.split(" "));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 64, 100, 255, 256, 257, 300, 511, 512, 700})
  void everyLeafOfATreeIsProvedFromItsTiles(int size) {
    Naive naive = Naive.of(size);
    Tree tiled = naive.tiled();
    byte[] root = naive.root(0, size);

    assertThat(tiled.root(size)).isEqualTo(root);
    for (int index = 0; index < size; index++) {
      List<byte[]> path = tiled.inclusion(index, size);
      assertThat(Proofs.included(index, size, naive.leaf(index), path, root)).isTrue();
      int other = (index + 1) % size;
      assertThat(Proofs.included(other, size, naive.leaf(index), path, root))
          .as("control: leaf %d at %d", index, other)
          .isEqualTo(other == index);
    }
  }

  @Test
  void everyTreeIsProvedToBeTheBeginningOfALaterOne() {
    int size = 140;
    Naive naive = Naive.of(size);
    Tree tree = naive.tree();
    for (int older = 0; older <= size; older++) {
      List<byte[]> proof = tree.consistency(older, size);
      byte[] before = naive.root(0, older);

      assertThat(Proofs.consistent(older, before, size, naive.root(0, size), proof))
          .as("%d in %d", older, size)
          .isTrue();
      assertThat(Proofs.consistent(older, Merkle.leaf(before), size, naive.root(0, size), proof))
          .as("control: another root at %d", older)
          .isFalse();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aProofWithOneBitChangedProvesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = random.nextInt(2, 600);
    Naive naive = Naive.of(size);
    byte[] root = naive.root(0, size);
    for (int i = 0; i < 40; i++) {
      int index = random.nextInt(size);
      List<byte[]> path = new ArrayList<>(naive.tiled().inclusion(index, size));
      byte[] bent = path.get(random.nextInt(path.size()));
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));

      assertThat(Proofs.included(index, size, naive.leaf(index), path, root)).isFalse();
      assertThat(
              Proofs.included(index, size, naive.leaf(index), path.subList(1, path.size()), root))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 65_535, 65_536, 65_800})
  void aTreeThatGoesOnFromItsTilesIsTheSame(int half) {
    Map<TilePath, Tile> stored = new HashMap<>();
    TreeBuilder whole = new TreeBuilder();
    IntStream.range(0, half).forEach(i -> whole.append(Naive.hash(i)));
    whole.changed().forEach(tile -> stored.put(key(tile.level(), tile.index()), tile));

    TreeBuilder goesOn =
        TreeBuilder.at(
            half, (level, index, _) -> Objects.requireNonNull(stored.get(key(level, index))));
    assertThat(goesOn.root()).isEqualTo(whole.root());
    IntStream.range(half, half + 700)
        .forEach(i -> {
          whole.append(Naive.hash(i));
          goesOn.append(Naive.hash(i));
        });

    assertThat(goesOn.root()).isEqualTo(whole.root());
    assertThat(goesOn.changed()).containsExactlyInAnyOrderElementsOf(whole.changed());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "1, 1234067, 256, tile/1/x001/x234/067",
    "0, 999, 17, tile/0/999.p/17",
    "2, 1000, 255, tile/2/x001/000.p/255"
  })
  void aTileHasItsPath(int level, long index, int width, String path) {
    assertThat(TilePath.of(level, index, width)).isEqualTo(path);
    assertThat(TilePath.parse(path)).contains(new TilePath(level, index, width));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/0",
        "tile/0/x000/001",
        "tile/00/001",
        "tile/0/001.p/0",
        "tile/0/001.p/256",
        "tile/0/001.p/07",
        "tile/8/001",
        "tile/-1/001",
        "tile/0/x1/001",
        "tile/0/../001",
        "tile/0/x001",
        "tile/entries/1",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/001\u0000",
        "/tile/0/001"
      })
  void whatIsNotWrittenExactlySoIsNoPath(String path) {
    assertThat(TilePath.parse(path)).isEmpty();
  }

  private static TilePath key(int level, long index) {
    return new TilePath(level, index, Tile.WIDTH);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** All leaves in a list; every hash computed from the definition. */
  private record Naive(List<byte[]> leaves) {

    static Naive of(int size) {
      return new Naive(
          IntStream.range(0, size)
              .mapToObj(i -> ("leaf " + i).getBytes(StandardCharsets.UTF_8))
              .toList());
    }

    static byte[] hash(int index) {
      return Merkle.leaf(("leaf " + index).getBytes(StandardCharsets.UTF_8));
    }

    byte[] leaf(int index) {
      return Merkle.leaf(leaves.get(index));
    }

    byte[] root(int from, int to) {
      if (from == to) {
        return Merkle.empty();
      }
      if (to - from == 1) {
        return leaf(from);
      }
      int split = Integer.highestOneBit(to - from - 1);
      return Merkle.node(root(from, from + split), root(from + split, to));
    }

    Tree tree() {
      return new Tree((height, index) -> {
        int width = 1 << height;
        return root((int) index * width, (int) (index + 1) * width);
      });
    }

    Tree tiled() {
      TreeBuilder builder = new TreeBuilder();
      for (int i = 0; i < leaves.size(); i++) {
        builder.append(leaf(i));
      }
      Map<TilePath, Tile> tiles = new HashMap<>();
      builder.changed().forEach(tile -> tiles.put(key(tile.level(), tile.index()), tile));
      return new Tree(
          new TileNodes((level, index, _) -> Objects.requireNonNull(tiles.get(key(level, index)))));
    }
  }
}
