package nl.korf.auditor;

import java.util.List;
import nl.korf.auditor.checks.CannotCheck;
import nl.korf.auditor.checks.ProofCheck;
import nl.korf.auditor.note.Keys;
import nl.korf.auditor.note.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Checks a proof of one fact, with nothing else at hand than the ledger's key.")
final class CheckCommand extends Common {

  @Parameters(paramLabel = "PROOF", description = "a proof, as of prove or of the ledger itself")
  private String proof = "";

  @Option(
      names = "--fact",
      required = true,
      paramLabel = "FILE",
      description =
          "the fact: a line of an export, the answer of /v1/facts/{position}, or the "
              + "header alone")
  private String fact = "";

  @Override
  void run() throws CannotCheck {
    List<VerifierKey> keys = keys();
    if (keys.stream().noneMatch(key -> key.type() == VerifierKey.Type.LOG)) {
      throw new CannotCheck(
          "there is no key of the ledger to check the signature with: give --key");
    }
    figures().putAll(ProofCheck.run(file(proof), file(fact), new Keys(keys), findings(), proof));
  }
}
