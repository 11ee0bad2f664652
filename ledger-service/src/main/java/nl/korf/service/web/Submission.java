package nl.korf.service.web;

import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Receipt;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * A request that asks for a change: who asks, and the id from {@code Idempotency-Key} (a form's
 * hidden field of that name). A parameter of a route, beside the body.
 *
 * @param preview whether the outcome is only asked for ({@code ?preview=true}): then nothing is
 *     recorded
 */
public record Submission(Commands commands, Actor actor, UUID commandId, boolean preview) {

  /** Sends the command under the request's id. */
  public Receipt send(Command command) {
    return commands.send(command, actor, commandId);
  }

  /**
   * Sends the command and answers 201 with the verb's answer, at the address of what came to be. A
   * preview is answered with 200 and what would be recorded, or with the refusal there would be.
   */
  public ResponseEntity<Object> created(Command command, Function<Receipt, String> location) {
    if (preview) {
      return ResponseEntity.ok()
          .cacheControl(CacheControl.noStore())
          .body(Foreseen.of(commands.consider(command, actor).facts()));
    }
    Receipt receipt = send(command);
    return ResponseEntity.created(URI.create(location.apply(receipt)))
        .header(WebHeaders.LEDGER_POSITION, Long.toString(receipt.lastPosition()))
        .body(receipt.answer());
  }
}
