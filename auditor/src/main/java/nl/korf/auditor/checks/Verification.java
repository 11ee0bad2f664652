package nl.korf.auditor.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.korf.auditor.tree.TreeHasher;

/**
 * Everything an export can be checked for by itself: every fact, the tree of them all, every
 * checkpoint. What else is asked of facts follows along, so that nothing is ever computed from
 * facts that were not checked.
 */
public final class Verification {

  /**
   * How thoroughly.
   *
   * @param everyHeader whether the library for RFC 8785 is asked about every header, not only where
   *     it has to be and about one in {@value FactCheck#EVERY}
   * @param tiles whether the tiles are compared too
   * @param kept checkpoints from earlier times that have to be part of the same history
   */
  public record Depth(boolean everyHeader, boolean tiles, List<CheckpointsCheck.Kept> kept) {

    public Depth {
      kept = List.copyOf(kept);
    }

    /** All that the facts and checkpoints of an export prove. */
    public static Depth usual() {
      return new Depth(false, true, List.of());
    }
  }

  private Verification() {}

  /**
   * Checks an export.
   *
   * @param others who follow the facts besides
   * @return what was done, in numbers
   * @throws CannotCheck when the export cannot be read to its end
   */
  public static Map<String, Object> run(
      Export export,
      Depth depth,
      Findings findings,
      Progress progress,
      List<? extends FactVisitor> others,
      CheckpointsCheck.Listener listener)
      throws CannotCheck {
    long began = System.nanoTime();
    long size = export.head().size();
    TreeHasher hasher = new TreeHasher();
    FactCheck facts = new FactCheck(hasher, findings, export.head().ledger(), depth.everyHeader());
    CheckpointsCheck checkpoints =
        new CheckpointsCheck(export, findings, hasher, depth.kept(), listener);
    TreeCheck tiles = new TreeCheck(export.files(), size, findings, hasher);
    List<FactVisitor> visitors = new ArrayList<>(List.of(checkpoints));
    if (depth.tiles()) {
      visitors.add(tiles);
    }
    visitors.addAll(others);
    FactPass pass = new FactPass(export.files(), size, findings, progress, hasher, facts, visitors);
    try {
      pass.run();
    } catch (IOException e) {
      throw new CannotCheck(export.files().name() + " cannot be read: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new CannotCheck(export.files().name() + " cannot be read: " + e.getMessage());
    }
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("ledger", export.head().ledger());
    done.put("facts", pass.count());
    done.put("checkpoints", checkpoints.checked());
    done.put("cosignedCheckpoints", checkpoints.cosigned());
    done.put("signaturesOfUnknownKeys", checkpoints.strangers());
    done.put("tiles", tiles.compared());
    done.put("personalPartsProven", facts.given());
    done.put("personalPartsErased", facts.erased());
    done.put("personalPartsWithheld", facts.withheld());
    done.put("bytes", export.files().octets());
    done.put("seconds", Math.round((System.nanoTime() - began) / 1e6) / 1e3);
    return done;
  }
}
