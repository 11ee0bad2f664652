package nl.korf.service.notices;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.korf.eventstore.FactLog;
import nl.korf.eventstore.StoredFact;
import nl.korf.model.InitiativeId;
import nl.korf.model.PersonId;
import nl.korf.model.facts.FactTypes;
import nl.korf.model.facts.InitiativeEvent.InitiativeProposed;
import nl.korf.model.facts.RecordedFact;
import nl.korf.service.kernel.LedgerFacts;

/** Who proposed an initiative, from the log: it never changes. For one thread. */
final class Proposers implements Function<InitiativeId, Optional<PersonId>> {

  private static final int REMEMBERED_MAX = 10_000;
  private static final String PERSON = "person:";
  private static final String PROPOSED = FactTypes.nameOf(InitiativeProposed.class);

  private final FactLog log;
  private final Map<InitiativeId, Optional<PersonId>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InitiativeId, Optional<PersonId>> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  Proposers(FactLog log) {
    this.log = log;
  }

  @Override
  public Optional<PersonId> apply(InitiativeId initiative) {
    Optional<PersonId> remembered = known.get(initiative);
    if (remembered != null) {
      return remembered;
    }
    Optional<RecordedFact> proposal = proposal("initiative=" + initiative);
    Optional<PersonId> proposer =
        proposal
            .map(fact -> fact.envelope().actor())
            .filter(actor -> actor.startsWith(PERSON))
            .map(actor -> new PersonId(actor.substring(PERSON.length())));
    // an initiative can be named before its proposal is recorded
    if (proposal.isPresent()) {
      known.put(initiative, proposer);
    }
    return proposer;
  }

  private Optional<RecordedFact> proposal(String tag) {
    return log.byTag(tag, 0, FactLog.SCAN_FACTS).stream()
        .filter(fact -> fact.type().equals(PROPOSED))
        .findFirst()
        .map((StoredFact fact) -> LedgerFacts.recorded(fact));
  }
}
