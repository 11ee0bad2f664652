package nl.korf.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, keys and checkpoints, held to published examples. */
class NoteTest {

  /** The example of Go's package for signed notes, which the C2SP format describes. */
  private static final String VERIFIER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;

  private static final String NOTE =
      TEXT
          + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  @Test
  void thePublishedExampleIsSignedAndVerifiedToTheByte() {
    SigningKey key = SigningKey.parse(SECRET);

    assertThat(key.verifier()).hasToString(VERIFIER);
    assertThat(key.secret()).isEqualTo(SECRET);
    assertThat(new Note(TEXT, List.of(key.sign(TEXT)))).hasToString(NOTE);
    assertThat(VerifierKey.parse(VERIFIER).verifies(Note.parse(NOTE))).isTrue();
  }

  @Test
  void aChangedTextIsNotVerified() {
    Note changed = Note.parse(NOTE.replace("don't", "do not"));

    assertThat(VerifierKey.parse(VERIFIER).verifies(changed)).isFalse();
  }

  /** RFC 8032, 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
        + " e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
        + " 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
        + " 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void signaturesAreThoseOfTheStandard(String seed, String key, String message, String signature) {
    HexFormat hex = HexFormat.of();

    assertThat(Ed25519.publicOf(hex.parseHex(seed))).isEqualTo(hex.parseHex(key));
    assertThat(Ed25519.sign(hex.parseHex(seed), hex.parseHex(message)))
        .isEqualTo(hex.parseHex(signature));
    assertThat(Ed25519.verifies(hex.parseHex(key), hex.parseHex(message), hex.parseHex(signature)))
        .isTrue();
  }

  @Test
  void aCheckpointIsReadAsItWasWritten() {
    SigningKey key = SigningKey.make("korf/test");
    Checkpoint checkpoint = new Checkpoint("korf/test", 12, Merkle.leaf(new byte[] {1}));

    Note note = Note.parse(checkpoint.signed(key).toString());

    assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
    assertThat(key.verifier().verifies(note)).isTrue();
    assertThat(SigningKey.make("korf/test").verifier().verifies(note))
        .as("control: another key")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text only\n",
        "text\n\nno dash x08go/ZJ\n",
        "text\n\n\u2014 name\n",
        "text\n\n\u2014 name !!!!\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 na+me AAAAAAAA\n",
        "text\n\n\u2014 name AAAAAAAA"
      })
  void whatIsNoNoteIsRefused(String written) {
    assertThatThrownBy(() -> Note.parse(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n1\n",
        "a\n01\nAAAA\n",
        "a\n-1\nAAAA\n",
        "a\n1e400\nAAAA\n",
        "a\n99999999999999999999\nAAAA\n",
        "a\n1\nAAAA\n"
      })
  void whatIsNoCheckpointIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDamagedKeyIsRefusedWithoutShowingIt() {
    String damaged = SECRET.replace("AYEK", "AYEL");

    assertThatThrownBy(() -> SigningKey.parse(damaged))
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("AYEL");
    assertThatThrownBy(() -> VerifierKey.parse(VERIFIER.replace("c74f", "c74e")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SigningKey.parse(SECRET)).asString().doesNotContain("AYEK");
  }

  @Test
  void aNoteWithTooManySignaturesIsRefused() {
    String line = NOTE.substring(TEXT.length() + 1);
    String many = TEXT + "\n" + line.repeat(Note.SIGNATURES_MAX + 1);

    assertThatThrownBy(() -> Note.parse(many)).isInstanceOf(IllegalArgumentException.class);
    assertThat(many.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Note.BYTES_MAX);
  }
}
