package nl.korf.service.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.model.PersonId;
import nl.korf.model.Refusal;
import nl.korf.model.Refused;
import nl.korf.service.identity.Directory;
import nl.korf.service.kernel.Actor;
import nl.korf.service.web.Example;
import nl.korf.service.web.Submission;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * History from elsewhere over HTTP, for registrars. A batch may be sent again: what is recorded
 * already is told so and not recorded twice.
 */
@RestController
final class ImportRoutes {

  private final FactLog log;
  private final EventStoreConfig config;
  private final Directory directory;
  private final Semaphore flight = LocalSink.flight();

  ImportRoutes(FactLog log, EventStoreConfig config, Directory directory) {
    this.log = log;
    this.config = config;
    this.directory = directory;
  }

  /** Records facts; each on its own, none rests on another of the batch. */
  @PostMapping("/v1/import-batches")
  @Example(Examples.BATCH)
  ImportBatch.Answer record(Submission submission, @RequestBody ImportBatch batch) {
    try (LocalSink sink = sink(submission)) {
      return new ImportBatch.Answer(sink.record(BatchCheck.facts(batch)));
    }
  }

  /** The ledger's ids of people of a data set; those not known yet get one. */
  @PostMapping("/v1/import-batches/people")
  @Example(Examples.PEOPLE)
  Map<String, PersonId> people(Submission submission, @RequestBody ImportBatch.People people) {
    try (LocalSink sink = sink(submission)) {
      BatchCheck.people(people);
      Map<String, String> names = new HashMap<>();
      for (int i = 0; i < people.ids().size(); i++) {
        names.put(
            people.ids().get(i),
            i < people.names().size() ? people.names().get(i) : people.ids().get(i));
      }
      return sink.people(people.set(), names);
    }
  }

  /** Which entities exist already. */
  @PostMapping("/v1/import-batches/references")
  @Example(Examples.REFERENCES)
  ImportBatch.Existing references(
      Submission submission, @RequestBody ImportBatch.References references) {
    try (LocalSink sink = sink(submission)) {
      BatchCheck.references(references);
      return new ImportBatch.Existing(
          sink.ledger(), List.copyOf(sink.existing(references.set(), references.keys())));
    }
  }

  private LocalSink sink(Submission submission) {
    Actor actor = submission.actor();
    if (!actor.may(Actor.Right.REGISTER)) {
      throw new Refused(Refusal.NOT_REGISTRAR, "actor", actor.name());
    }
    return new LocalSink(
        config.ledgerId(),
        submission.commands(),
        log,
        new DirectoryPeople(directory),
        actor,
        flight);
  }
}
