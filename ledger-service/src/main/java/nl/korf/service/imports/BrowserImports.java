package nl.korf.service.imports;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import nl.korf.eventstore.EventStoreConfig;
import nl.korf.eventstore.FactLog;
import nl.korf.service.identity.Directory;
import nl.korf.service.imports.ImportRuns.State;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Imports that are asked for in a browser: planned by the dry run of {@link ImportRun}, recorded by
 * the same, in this process, while nobody has to wait for it. One at a time in a ledger; asking for
 * one that is under way or done does nothing. It stops between batches when it is asked to, and
 * when the process ends; asking again goes on.
 */
@Component
class BrowserImports {

  private static final Logger LOG = LoggerFactory.getLogger(BrowserImports.class);

  /** How long the end of the process waits for the batches under way. */
  private static final int END_SECONDS_MAX = 15;

  private final Uploads uploads;
  private final ImportRuns runs;
  private final EventStoreConfig config;
  private final Commands commands;
  private final FactLog log;
  private final Directory directory;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final Map<String, Preview> previews = new ConcurrentHashMap<>();

  /** A folder that is planned is in memory as a whole: one at a time. */
  private final ReentrantLock planning = new ReentrantLock();

  BrowserImports(
      Uploads uploads,
      ImportRuns runs,
      EventStoreConfig config,
      Commands commands,
      FactLog log,
      Directory directory) {
    this.uploads = uploads;
    this.runs = runs;
    this.config = config;
    this.commands = commands;
    this.log = log;
    this.directory = directory;
  }

  /** What came of asking for an import. */
  enum Asked {
    /** It runs, or is done: now or since before. */
    ACCEPTED,
    /** Another one is under way. */
    ANOTHER,
    /** What was sent is not kept any more. */
    GONE,
    /** Something stands in the way, which its preview names. */
    UNSOUND
  }

  /** What the upload would record. */
  Preview preview(Upload upload, Actor registrar) {
    planning.lock();
    try (ImportSink sink = sink(registrar)) {
      Preview preview =
          Preview.of(new ImportRun(upload.folder(), null, sink, Progress.silent()).run(true));
      previews.keySet().removeIf(id -> uploads.find(id).isEmpty());
      previews.put(upload.id(), preview);
      return preview;
    } finally {
      planning.unlock();
    }
  }

  /** The preview of an upload that is kept. */
  Optional<Preview> previewOf(String id, Actor registrar) {
    return uploads
        .find(id)
        .map(upload -> {
          Preview known = previews.get(id);
          return known == null ? preview(upload, registrar) : known;
        });
  }

  /** Asks for an import, in the name of this registrar. */
  synchronized Asked start(String id, Actor registrar) {
    Optional<ImportRuns.Run> known = runs.find(id);
    if (known.filter(run -> run.running() || run.complete()).isPresent()) {
      return Asked.ACCEPTED;
    }
    Optional<Upload> upload = uploads.find(id);
    if (upload.isEmpty()) {
      return Asked.GONE;
    }
    if (previewOf(id, registrar).filter(Preview::sound).isEmpty()) {
      return Asked.UNSOUND;
    }
    Optional<AutoCloseable> right = runs.takeRight();
    if (right.isEmpty()) {
      return Asked.ANOTHER;
    }
    begin(upload.get(), registrar, right.get());
    return Asked.ACCEPTED;
  }

  private void begin(Upload upload, Actor registrar, AutoCloseable right) {
    boolean begun = false;
    try {
      runs.begin(upload, registrar.name());
      executor.execute(() -> run(upload, registrar, right));
      begun = true;
    } finally {
      if (!begun) {
        close(right);
      }
    }
  }

  private static void close(AutoCloseable right) {
    try {
      right.close();
    } catch (Exception failure) {
      LOG.error("The right to import could not be given back", failure);
    }
  }

  /** Asks it to stop after the batches under way. */
  void stop(String id) {
    runs.askStop(id);
  }

  private void run(Upload upload, Actor registrar, AutoCloseable right) {
    Heard heard = new Heard(upload.id());
    State end = State.FAILED;
    try (right;
        ImportSink sink = sink(registrar)) {
      try {
        ImportReport report = new ImportRun(upload.folder(), null, sink, heard).run(false);
        if (report.problems().isEmpty()) {
          end = heard.how();
        } else {
          // the ledger has changed since the preview
          previews.put(upload.id(), Preview.of(report));
        }
      } finally {
        runs.ended(upload.id(), end, heard.tally);
      }
      if (end == State.DONE && heard.tally.refused() == 0) {
        uploads.forget(upload.id());
      }
    } catch (Exception failure) {
      LOG.error("The import of {} ({}) failed", upload.set(), upload.id(), failure);
    }
  }

  private ImportSink sink(Actor registrar) {
    return new LocalSink(
        config.ledgerId(), commands, log, new DirectoryPeople(directory), registrar);
  }

  /** Finishes what is being recorded and records no more. */
  @PreDestroy
  void close() {
    ending.set(true);
    executor.shutdown();
    try {
      if (!executor.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS)) {
        LOG.warn("An import was cut short; sending the same again goes on with it");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes down how far an import is, and hears whether it is to stop. */
  private final class Heard implements Progress {
    private final String id;
    private ImportReport.Tally tally = new ImportReport.Tally();
    private long facts;
    private boolean goesOn = true;

    Heard(String id) {
      this.id = id;
    }

    @Override
    public void phase(String what) {}

    @Override
    public void begin(long planned) {
      facts = planned;
      runs.planned(id, planned);
    }

    @Override
    public void advance(long batch, ImportReport.Tally sofar) {
      tally = sofar;
      goesOn = runs.advanced(id, sofar);
    }

    @Override
    public void end() {}

    @Override
    public boolean goesOn() {
      return goesOn && !ending.get();
    }

    State how() {
      long handled = tally.recorded() + tally.already() + tally.refused();
      return handled == facts ? State.DONE : State.STOPPED;
    }
  }
}
