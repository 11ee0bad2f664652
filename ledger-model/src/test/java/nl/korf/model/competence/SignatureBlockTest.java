package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import nl.korf.model.LocalizedText;
import nl.korf.model.competence.SignatureBlock.Citation;
import nl.korf.model.competence.SignatureBlock.Signing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The lines under a decision, in both languages. */
class SignatureBlockTest {

  @Test
  void underAMandateTheOriginalPrincipalIsNamedAndWhoSignsOnItsBehalf() {
    SignatureBlock block = block(Signing.UNDER_MANDATE, null);

    assertThat(block.text("nl"))
        .isEqualTo(
            """
            De Minister van Voorbeelden,
            namens deze:
            Voorbeeldpersoon 1,
            directeur\
            """);
    assertThat(block.text("en"))
        .isEqualTo(
            """
            The Minister of Examples,
            on behalf of the above:
            Voorbeeldpersoon 1,
            director\
            """);
  }

  @Test
  void aSigningMandateSaysThatTheBodyDecidedItself() {
    SignatureBlock block = block(Signing.UNDER_SIGNING_MANDATE, null);

    assertThat(block.lines("nl"))
        .contains(
            "namens deze, overeenkomstig het door De Minister van Voorbeelden genomen besluit:");
    assertThat(block.lines("en"))
        .contains(
            "on behalf of the above, in accordance with the decision taken by The Minister of"
                + " Examples:");
  }

  @Test
  void theBodyItselfSignsWithoutFurtherWords() {
    assertThat(block(Signing.ITSELF, null).lines("nl"))
        .containsExactly("De Minister van Voorbeelden", "Voorbeeldpersoon 1,", "directeur");
  }

  @Test
  void aDelegatedPowerIsCitedWithWhereTheDelegationIsFound() {
    SignatureBlock block =
        block(Signing.UNDER_MANDATE, new Citation(LocalizedText.en("m-d"), "Stcrt. 2026, 1"));

    assertThat(block.lines("nl").getFirst()).isEqualTo("Gelet op delegatie m-d (Stcrt. 2026, 1);");
    assertThat(block.lines("en").getFirst())
        .isEqualTo("Having regard to delegation m-d (Stcrt. 2026, 1);");
  }

  private static SignatureBlock block(Signing signing, @Nullable Citation delegation) {
    return new SignatureBlock(
        LocalizedText.of("De Minister van Voorbeelden", "The Minister of Examples"),
        signing,
        LocalizedText.of("directeur", "director"),
        "Voorbeeldpersoon 1",
        delegation);
  }
}
