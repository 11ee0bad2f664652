package nl.korf.auditor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The eight leaves, their roots and the proofs that the implementations of Certificate Transparency
 * are tested with: certificate-transparency {@code cpp/merkletree/merkle_tree_test.cc}, the same in
 * transparency-dev/merkle {@code testonly/constants.go}. And the verifier of sigstore-java, which
 * shares no line with this one, has to accept every proof.
 */
class Rfc6962VectorsTest {

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

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private final TreeHasher hasher = new TreeHasher();

  private byte[] leafHash(int leaf) {
    return hasher.leaf(HexFormat.of().parseHex(LEAVES.get(leaf)));
  }

  private static byte[] root(int size) {
    return HexFormat.of().parseHex(ROOTS.get(size));
  }

  static IntStream sizes() {
    return IntStream.rangeClosed(0, 8);
  }

  @ParameterizedTest(name = "{0} leaves")
  @MethodSource("sizes")
  void aTreeOfTheFirstLeavesHasThePublishedRoot(int size) {
    Frontier frontier = new Frontier(hasher);
    for (int leaf = 0; leaf < size; leaf++) {
      frontier.add(leafHash(leaf), 0);
    }

    assertThat(frontier.root()).asHexString().isEqualToIgnoringCase(ROOTS.get(size));
  }

  @ParameterizedTest(name = "leaf {0} in {1}")
  @CsvSource({
    "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "0, 1, ''"
  })
  void aProofOfInclusionIsThePublishedOneAndLeadsToTheRoot(int leaf, int size, String published) {
    InclusionProof proof = new Prover(tiles(size)).inclusion(leaf, size);

    assertThat(hex(proof.hashes())).isEqualTo(published);
    assertThat(proof.root(leafHash(leaf), size)).hasValue(root(size));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "1, 1, ''",
    "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
        + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
        + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
        + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
        + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
  })
  void aProofOfConsistencyIsThePublishedOneAndHolds(int first, int second, String published) {
    ConsistencyProof proof = new Prover(tiles(second)).consistency(first, second);

    assertThat(hex(proof.hashes())).isEqualTo(published);
    assertThat(proof.holds(root(first), root(second))).isTrue();
  }

  @Test
  void everyProofOfEverySizeHoldsForItsOwnTreeAndNoOther() {
    for (int size = 1; size <= 8; size++) {
      Prover prover = new Prover(tiles(size));
      for (int first = 0; first <= size; first++) {
        ConsistencyProof proof = prover.consistency(first, size);
        assertThat(proof.holds(root(first), root(size))).as("%d to %d", first, size).isTrue();
        for (int other = 0; other <= 8; other++) {
          assertThat(proof.holds(root(other), root(size))).isEqualTo(other == first);
          assertThat(proof.holds(root(first), root(other)))
              .as("%d to %d is no proof for the root of %d", first, size, other)
              .isEqualTo(other == size || (first == 0 && size > 0));
        }
      }
    }
  }

  @Test
  void anIndependentVerifierAcceptsEveryProof() throws InclusionProofVerificationException {
    for (int size = 1; size <= 8; size++) {
      Prover prover = new Prover(tiles(size));
      byte[] root = root(size);
      for (int leaf = 0; leaf < size; leaf++) {
        InclusionProof proof = prover.inclusion(leaf, size);
        InclusionProofVerifier.verify(leafHash(leaf), leaf, size, proof.hashes(), root(size));
        assertThat(proof.root(leafHash(leaf), size)).hasValue(root(size));
        for (int other = 0; other < size; other++) {
          InclusionProof moved = new InclusionProof(other, proof.hashes());
          boolean mine =
              moved
                  .root(leafHash(leaf), size)
                  .filter(hash -> Arrays.equals(hash, root))
                  .isPresent();
          assertThat(mine).as("leaf %d as %d of %d", leaf, other, size).isEqualTo(other == leaf);
          // sigstore-java 2.0.0 leaves out step 5 of RFC 9162, 2.1.3.2: it takes leaf 2 of 3 as 1.
          assertThat(accepts(leafHash(leaf), other, size, proof.hashes(), root) || !mine).isTrue();
        }
      }
    }
  }

  private static boolean accepts(
      byte[] leafHash, int leaf, int size, List<byte[]> hashes, byte[] root) {
    try {
      InclusionProofVerifier.verify(leafHash, leaf, size, hashes, root);
      return true;
    } catch (InclusionProofVerificationException | RuntimeException e) {
      return false;
    }
  }

  private TileReader tiles(int size) {
    Map<String, byte[]> tiles = new TreeMap<>();
    TileBuilder builder =
        new TileBuilder(
            hasher,
            (level, n, width, hashes) ->
                tiles.put(
                    TilePath.hashes(level, n, width), java.util.Arrays.copyOf(hashes, width * 32)));
    for (int leaf = 0; leaf < size; leaf++) {
      builder.add(leafHash(leaf), 0);
    }
    builder.end();
    return new TileReader(tiles::get, size);
  }

  private static String hex(List<byte[]> hashes) {
    return String.join(" ", hashes.stream().map(HexFormat.of()::formatHex).toList());
  }
}
