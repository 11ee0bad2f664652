package nl.korf.service.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.korf.model.notices.Followed;
import nl.korf.service.kernel.Actor;
import nl.korf.service.notices.Cadence;
import nl.korf.service.notices.Channel;
import nl.korf.service.notices.Subscription;
import nl.korf.service.notices.Subscriptions;
import nl.korf.service.notices.Subscriptions.Asked;
import nl.korf.service.web.Example;
import nl.korf.service.web.Language;
import nl.korf.service.web.NotFound;
import nl.korf.service.web.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever asks follows; nobody else's. */
@RestController
@RequestMapping("/v1/subscriptions")
@Tag(
    name = "subscriptions",
    description = "What somebody follows: rows of their own, no facts, seen by themselves only.")
class SubscriptionsApi {

  private final SubscriptionDesk desk;
  private final Subscriptions subscriptions;

  SubscriptionsApi(SubscriptionDesk desk, Subscriptions subscriptions) {
    this.desk = desk;
    this.subscriptions = subscriptions;
  }

  /**
   * What to follow, and how.
   *
   * @param followed {@code group:ID}, {@code initiative:ID}, {@code mandate:ID}, {@code person:ID},
   *     {@code power:ID}, {@code facet:legal}, {@code fact:MandateRevoked}, {@code ledger} or
   *     {@code concerns-me}
   * @param below with all below it: subgroups, the chain of a mandate, the powers under a power
   * @param condition an expression in CEL that must hold of the fact
   * @param channel absent: the inbox
   * @param cadence absent: at once
   * @param language absent: Dutch
   * @param from facts after this position count; absent: from now on
   */
  record NewSubscription(
      @Schema(type = "string") Followed followed,
      boolean below,
      @Nullable String condition,
      @Nullable Channel channel,
      @Nullable Cadence cadence,
      @Nullable String language,
      @Nullable Long from) {

    Asked asked() {
      return new Asked(
          followed,
          below,
          condition == null || condition.isBlank() ? null : condition.strip(),
          channel == null ? Channel.INBOX : channel,
          cadence == null ? Cadence.AT_ONCE : cadence,
          language == null ? Language.DUTCH : language,
          from);
    }
  }

  /**
   * A subscription as it is now.
   *
   * @param from facts after this position count for it as it is
   */
  record SubscriptionView(
      UUID subscription,
      @Schema(type = "string") Followed followed,
      boolean below,
      @Nullable String condition,
      Channel channel,
      Cadence cadence,
      String language,
      long from,
      Instant changedAt) {

    static SubscriptionView of(Subscription one) {
      return new SubscriptionView(
          one.subscription(),
          one.followed(),
          one.below(),
          one.condition(),
          one.channel(),
          one.cadence(),
          one.language(),
          one.from(),
          one.madeAt());
    }
  }

  /** All that somebody follows; at most {@value Subscriptions#EACH_MAX}. */
  record SubscriptionList(List<SubscriptionView> items) {}

  @GetMapping
  @Operation(summary = "What you follow, the first made first")
  ResponseEntity<SubscriptionList> list(Actor actor) {
    List<SubscriptionView> items =
        subscriptions.of(SubscriptionDesk.person(actor)).stream()
            .map(SubscriptionView::of)
            .toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new SubscriptionList(items));
  }

  @PostMapping
  @Example("{\"followed\": \"group:dike-team\", \"below\": true}")
  @Operation(
      summary = "Follow something",
      description = "From now on, or from an earlier position: what has passed is told afterwards.")
  @ApiResponse(responseCode = "201", description = "Followed")
  ResponseEntity<SubscriptionView> make(@RequestBody NewSubscription asked, Submission submission) {
    Subscription made =
        desk.make(
            submission.commandId(), SubscriptionDesk.person(submission.actor()), asked.asked());
    return ResponseEntity.created(URI.create("/v1/subscriptions/" + made.subscription()))
        .cacheControl(CacheControl.noStore())
        .body(SubscriptionView.of(made));
  }

  @GetMapping("/{subscription}")
  @Operation(summary = "One thing you follow")
  ResponseEntity<SubscriptionView> one(@PathVariable UUID subscription, Actor actor) {
    return subscriptions
        .find(subscription, SubscriptionDesk.person(actor))
        .map(found ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(SubscriptionView.of(found)))
        .orElseThrow(() -> new NotFound("subscription " + subscription));
  }

  @PutMapping("/{subscription}")
  @Operation(
      summary = "Follow it in another way",
      description = "Counts from now on; the body is the whole subscription, without 'from'.")
  ResponseEntity<SubscriptionView> change(
      @PathVariable UUID subscription, @RequestBody NewSubscription asked, Actor actor) {
    return desk.change(subscription, SubscriptionDesk.person(actor), asked.asked())
        .map(changed ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(SubscriptionView.of(changed)))
        .orElseThrow(() -> new NotFound("subscription " + subscription));
  }

  @DeleteMapping("/{subscription}")
  @Operation(summary = "Follow it no longer")
  @ApiResponse(responseCode = "204", description = "No longer followed")
  ResponseEntity<Void> end(@PathVariable UUID subscription, Actor actor) {
    if (!subscriptions.end(subscription, SubscriptionDesk.person(actor))) {
      throw new NotFound("subscription " + subscription);
    }
    return ResponseEntity.noContent().build();
  }
}
