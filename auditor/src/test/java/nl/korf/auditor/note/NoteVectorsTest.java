package nl.korf.auditor.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and checkpoints that others published. */
class NoteVectorsTest {

  /** From the documentation of golang.org/x/mod/sumdb/note. */
  private static final String NEUMANN =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n"
          + "\n"
          + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
          + "otpRZb6KE6RyyBwJnAM=\n";

  private static final String NEUMANN_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  /** The example of C2SP signed-note. */
  private static final String EXAMPLE =
      "This is an example message.\n\n"
          + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3"
          + "mFXmRKuwHjG1Yu72IneyaQM=\n";

  private static final String EXAMPLE_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  /** The example of C2SP tlog-cosignature; its keys are not published, its form is. */
  private static final String SOFA =
      "example.com/behind-the-sofa\n"
          + "20852163\n"
          + "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
          + "\n"
          + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5"
          + "/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
          + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dl"
          + "rDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

  /** A checkpoint of a public log, with witnesses, as it was on 2026-05-23. */
  private static final String ARCHE =
      "arche2025h1.staging.ct.transparency.dev\n"
          + "1432088532\n"
          + "U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n"
          + "\n"
          + "— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6"
          + "hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=\n"
          + "— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwh"
          + "UkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=\n"
          + "— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KY"
          + "TzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==\n"
          + "— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVC"
          + "IobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==\n";

  private static final String ARCHE_KEY =
      "arche2025h1.staging.ct.transparency.dev+ba2f06c0+"
          + "AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";

  private static final String REMORA_KEY =
      "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

  private static final String GARDEN_KEY =
      "transparency.dev/DEV:witness-little-garden+d8042a87+"
          + "BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM";

  @Test
  void aPublishedNoteIsSignedByItsKeyAndAChangedOneIsNot() throws Malformed {
    assertThat(valid(NEUMANN, NEUMANN_KEY)).containsExactly(true);
    assertThat(valid(EXAMPLE, EXAMPLE_KEY)).containsExactly(true);
    assertThat(valid(NEUMANN.replace("answer", "Answer"), NEUMANN_KEY)).containsExactly(false);
  }

  @Test
  void aPublicLogAndItsWitnessesSignedTheirCheckpoint() throws Malformed {
    SignedNote note = SignedNote.parse(ARCHE);
    Keys keys =
        new Keys(
            List.of(
                VerifierKey.parse(ARCHE_KEY),
                VerifierKey.parse(REMORA_KEY),
                VerifierKey.parse(GARDEN_KEY)));

    List<Keys.Checked> checked = keys.check(note);

    assertThat(Checkpoint.of(note).size()).isEqualTo(1_432_088_532L);
    assertThat(checked).extracting(Keys.Checked::valid).containsExactly(false, true, true, true);
    assertThat(checked.getFirst().key()).as("of a type nobody asked about").isNull();
    assertThat(String.valueOf(checked.getLast().time())).isEqualTo("2026-05-23T21:50:24Z");
  }

  @Test
  void aCosignatureIsOverItsTimeToo() throws Malformed {
    SignedNote note = SignedNote.parse(ARCHE);
    byte[] other = note.signatures().get(3).signature().clone();
    other[7] ^= 1;
    SignedNote moved =
        new SignedNote(
            note.text(),
            List.of(new SignedNote.Line("remora.n621.de", 0xda77ade7, other, "moved")));

    assertThat(new Keys(List.of(VerifierKey.parse(REMORA_KEY))).check(moved))
        .extracting(Keys.Checked::valid)
        .containsExactly(false);
  }

  @Test
  void theExampleOfACosignedCheckpointIsRead() throws Malformed {
    Checkpoint checkpoint = Checkpoint.parse(SOFA.getBytes(StandardCharsets.UTF_8));

    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20_852_163);
    assertThat(Keys.seconds(checkpoint.note().signatures().getLast())).isEqualTo(0x641850cbL);
    assertThat(Keys.seconds(checkpoint.note().signatures().getFirst())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a3+",
        "PeterNeumann+c74f20a3+ARpc",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW=",
        "PeterNeumann+c74f20a3+!!!!"
      })
  void whatIsNoVerifierKeyIsToldSo(String key) {
    assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA\n",
        "text\n\n- name AAAAAAAA\n",
        "text\n\n—name AAAAAAAA\n",
        "text\n\n— na+me AAAAAAAA\n",
        "text\n\n— name AAAAAAB=\n",
        "text\n\n— name AAAAAAAA",
        "text\n\n— name AAAAAAAA\n\n",
        "te\u0000xt\n\n— name AAAAAAAA\n",
        "te\rxt\n\n— name AAAAAAAA\n",
        "te\ud800xt\n\n— name AAAAAAAA\n"
      })
  void whatIsNoNoteIsToldSo(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin\n1\n",
        "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n1e400\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n99999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "origin\n1\nAAAA\n",
        "origin\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "origin\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n"
      })
  void whatIsNoCheckpointIsToldSo(String text) {
    assertThatThrownBy(() -> Checkpoint.of(SignedNote.parse(text + "\n— name AAAAAAAA\n")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void aNoteThatIsNoUtf8OrTooLongIsToldSo() {
    byte[] bad = EXAMPLE.getBytes(StandardCharsets.UTF_8);
    bad[3] = (byte) 0xff;
    byte[] long_ = new byte[SignedNote.NOTE_BYTES_MAX + 1];

    assertThatThrownBy(() -> SignedNote.parse(bad)).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> SignedNote.parse(long_)).hasMessageContaining("more than");
    assertThatThrownBy(() ->
            SignedNote.parse("t\n\n" + "— n AAAAAAAA\n".repeat(SignedNote.SIGNATURES_MAX + 1)))
        .hasMessageContaining("signatures");
  }

  private static List<Boolean> valid(String note, String key) throws Malformed {
    return new Keys(List.of(VerifierKey.parse(key)))
        .check(SignedNote.parse(note)).stream().map(Keys.Checked::valid).toList();
  }
}
