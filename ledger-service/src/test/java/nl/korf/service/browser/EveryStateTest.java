package nl.korf.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised of every page is true in the states no link leads to. */
@ExtendWith(OneSite.class)
class EveryStateTest {

  private final Site site;

  EveryStateTest(Site site) {
    this.site = site;
  }

  @ParameterizedTest
  @CsvSource({
    "/, 200",
    "/?at=200, 200",
    "/?on=2024-06-01T10:00:00Z, 200",
    "/initiatives?at=200&lang=en, 200",
    "/mandates/m-directeur-projecten?on=2024-06-01T10:00:00Z, 200",
    "/initiatives/i-01-huur-stationskwartier?at=300, 200",
    "/authority?power=p-huur&kind=PROXY&value.category=huur, 200",
    "/sign-in, 200",
    "/sign-in?lang=en&q=Voorbeeldpersoon, 200",
    "/nothing-is-here, 404",
    "/mandates/m-of-nobody?lang=en, 404",
    "/?at=999999, 400"
  })
  void whoIsNotSignedInMeetsNothingInTheWay(String address, int status) {
    try (Visitor visitor = site.visitor()) {
      assertThat(visitor.open(address)).isEqualTo(status);

      assertThat(Promise.broken(visitor.page())).isEmpty();
      visitor.requireNoFaults();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/authority?power=p-huur&kind=PROXY&value.category=huur&value.each.amount=500000, 200",
    "/authority?power=p-huur&kind=PROXY&value.category=huur&value.each.amount=900000, 200",
    "/authority?power=no-such-power&kind=PROXY&lang=en, 200",
    "/people/p-0d94857a08eeafbf9313, 200",
    "/forms/nothing-of-the-kind, 404"
  })
  void whoIsSignedInMeetsNothingInTheWay(String address, int status) {
    try (Visitor officer = site.visitor()) {
      officer.signIn(Site.OFFICER);
      assertThat(officer.open(address)).isEqualTo(status);

      assertThat(Promise.broken(officer.page())).isEmpty();
      officer.requireNoFaults();
    }
  }

  @Test
  void aFormSaysWhatIsWrongWhatWouldComeOfItAndWhatWasRecorded() {
    List<String> found = new ArrayList<>();
    try (Visitor officer = site.visitor()) {
      officer.signIn(Site.OFFICER);

      officer.open("/forms/initiatives");
      officer.send();
      assertThat(officer.page().title()).startsWith("Dit staat in de weg");
      found.addAll(Promise.broken(officer.page()));

      officer.open("/forms/initiatives?owner=no-such-group&title.nl=Proef");
      assertThat(officer.inTheWay()).contains("no-such-group");
      found.addAll(Promise.broken(officer.page()));

      officer.open("/forms/initiatives?owner=wg-stationskwartier&title.nl=Proef");
      assertThat(officer.first(".foreseen").isVisible()).isTrue();
      found.addAll(Promise.broken(officer.page()));

      officer.send();
      assertThat(officer.path()).startsWith("/recorded/");
      found.addAll(Promise.broken(officer.page()));
      officer.requireNoFaults();
    }
    assertThat(found).isEmpty();
  }

  /** What stands in the way names its field, and leads there. */
  @Test
  void theSummaryOfWhatIsWrongLeadsToEachField() {
    try (Visitor registrar = site.visitor()) {
      registrar.signIn(Site.REGISTRAR);
      registrar.open("/forms/mandates/m-sg/sub-mandates");
      registrar.page().fill("#f-terms-limits-0-category", "huur");
      registrar.page().fill("#f-terms-limits-0-amount-amount", "veel");
      registrar.send();

      assertThat(registrar.inTheWay()).contains("Bedrag");
      for (var link : registrar.page().locator(".summary a").all()) {
        link.click();
        String field = registrar.page().url().replaceFirst(".*#", "#");
        assertThat(registrar.first(field).isVisible()).as(field).isTrue();
      }
    }
  }
}
