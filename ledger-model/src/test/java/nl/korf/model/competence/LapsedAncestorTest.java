package nl.korf.model.competence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.authority.Act;
import nl.korf.model.authority.CompetenceProof;
import nl.korf.model.authority.Verdict;
import nl.korf.model.facts.MandateEvent.MandateGranted;
import nl.korf.model.facts.MandateEvent.SubMandateGranted;
import nl.korf.model.facts.RoleEvent.RoleAssigned;
import nl.korf.model.worlds.Acts;
import nl.korf.model.worlds.Terms;
import nl.korf.model.worlds.World;
import org.junit.jupiter.api.Test;

/** History from a source: a chain that hangs from a mandate which lapsed long ago. */
class LapsedAncestorTest {

  private static final Act WORKS = Acts.of("works");

  @Test
  void aChainThatHangsFromALapsedMandateNamesItWithItsDate() {
    World world = World.ofTheMinister().role("ad", null, null).appoint("carl", "ad");
    Instant begin = Instant.parse("2012-07-25T22:00:00Z");
    Instant lapse = Instant.parse("2014-07-29T22:00:00Z");
    world.importing(
        new RoleAssigned(new PersonId("olga"), new RoleId("officer"), null, null), begin);
    backdateTheWorld(world, begin);
    long general =
        world.importing(
            new MandateGranted(
                new MandateId("m-ad"),
                Terms.of("role:minister", "role:ad").until(lapse).silentOnAmounts().build()),
            begin);
    world.importing(
        new SubMandateGranted(
            new MandateId("m-account-holder"),
            new MandateId("m-ad"),
            Terms.of("role:ad", "role:officer").silentOnAmounts().build()),
        begin);

    assertThat(on(world, "olga", lapse.minusSeconds(1)).verdict()).isEqualTo(Verdict.COMPETENT);
    CompetenceProof after = on(world, "olga", lapse);
    assertThat(after.failed()).isEqualTo("not-expired");
    assertThat(after.values())
        .containsEntry("mandate", "m-ad")
        .containsEntry("ancestor", "m-ad")
        .containsEntry("used", "m-account-holder")
        .containsEntry("since", lapse.toString())
        .containsEntry("position", Long.toString(general));
  }

  /** Powers, attributions and roles as of an earlier day, too. */
  private static void backdateTheWorld(World world, Instant begin) {
    for (var fact : List.copyOf(world.facts())) {
      world.importing(fact.fact(), begin);
    }
  }

  private static CompetenceProof on(World world, String person, Instant on) {
    return check(world, person, world.position(), on);
  }

  private static CompetenceProof check(World world, String person, long position, Instant on) {
    return AuthorityCheck.check(new PersonId(person), WORKS, world.knowledge(position, on));
  }
}
