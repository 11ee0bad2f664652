package nl.korf.service.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.korf.model.GroupId;
import nl.korf.model.LocalizedText;
import nl.korf.model.PersonId;
import nl.korf.model.RoleId;
import nl.korf.model.notices.Followed;
import nl.korf.model.notices.Reason;
import nl.korf.model.notices.RecipientRules;
import nl.korf.service.groups.FormGroup;
import nl.korf.service.groups.RenameGroup;
import nl.korf.service.kernel.Command;
import nl.korf.service.mandates.RevokeMandate;
import nl.korf.service.memory.Estate;
import nl.korf.service.notices.Subscriptions.Asked;
import nl.korf.service.notices.Subscriptions.NotMade;
import nl.korf.service.stack.StackLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who follows what is told from then on, once, with the work of the channels beside it. */
class FollowingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final RecipientRules RULES = new RecipientRules(Set.of(new RoleId("r-nobody")));
  private static final PersonId READER = Estate.OUTSIDER;
  private static final GroupId CHILD = new GroupId("rents");

  private StackLedger ledger;
  private TellingLab lab;
  private RecordingCourier mail;

  @BeforeEach
  void start() {
    ledger = new StackLedger();
    mail = new RecordingCourier();
    lab = ledger.telling(RULES, List.of(mail));
    Estate.founding().forEach(ledger::send);
  }

  @AfterEach
  void stop() {
    lab.close();
    ledger.close();
  }

  @Test
  void whoFollowsAGroupIsToldWhyFromThenOn() throws InterruptedException {
    long before = rename("Huisvesting");
    Subscription made = follow(Followed.parse("group:housing"), false);
    long after = rename("Wonen");

    settle(after);
    assertThat(lab.notices().find(READER, before)).isEmpty();
    assertThat(lab.notices().find(READER, after).orElseThrow().reasons())
        .containsExactly(
            new Reason(Reason.Kind.FOLLOWS, "group:housing", made.subscription().toString()));
  }

  @Test
  void whatIsBelowIsFollowedOnlyWhereAskedFor() throws InterruptedException {
    PersonId other = Estate.MINISTER;
    Subscription whole = follow(Followed.parse("group:housing"), true);
    make(other, asked("group:housing", false, null, Channel.INBOX, null));
    long formed =
        send(
            new FormGroup(
                CHILD, LocalizedText.en("Rents"), "team", Estate.GROUP, null, null, null));
    long renamed = send(new RenameGroup(CHILD, LocalizedText.en("Rent")));

    settle(renamed);
    assertThat(reasons(READER, formed)).contains(whole.subscription().toString());
    assertThat(reasons(READER, renamed)).contains(whole.subscription().toString());
    assertThat(reasons(other, renamed)).isEmpty();
  }

  @Test
  void whatIsNoLongerFollowedIsNoLongerTold() throws InterruptedException {
    Subscription made = follow(Followed.parse("group:housing"), false);
    long during = rename("Wonen");
    settle(during);
    assertThat(lab.subscriptions().end(made.subscription(), READER)).isTrue();
    long after = rename("Huisvesting");

    settle(after);
    assertThat(lab.notices().find(READER, during)).isPresent();
    assertThat(lab.notices().find(READER, after)).isEmpty();
    assertThat(lab.subscriptions().of(READER)).isEmpty();
    assertThat(lab.subscriptions().of(READER, during)).hasSize(1);
    assertThat(lab.subscriptions().end(made.subscription(), READER)).isFalse();
  }

  @Test
  void aChangeCountsFromThenOn() throws InterruptedException {
    Subscription made = follow(Followed.parse("group:housing"), false);
    Asked never = asked("group:housing", false, "type == 'MandateRevoked'", Channel.INBOX, null);
    long before = rename("Wonen");
    settle(before);
    assertThat(lab.subscriptions().change(made.subscription(), READER, never)).isPresent();
    long after = rename("Huisvesting");

    settle(after);
    assertThat(lab.notices().find(READER, before)).isPresent();
    assertThat(lab.notices().find(READER, after)).isEmpty();
  }

  @Test
  void aConditionNarrowsWhatIsTold() throws InterruptedException {
    make(READER, asked("ledger", false, "fact.name.en == 'Wonen'", Channel.INBOX, null));
    long other = rename("Huisvesting");
    long matching = rename("Wonen");

    settle(matching);
    assertThat(lab.notices().find(READER, other)).isEmpty();
    assertThat(lab.notices().find(READER, matching)).isPresent();
  }

  @Test
  void whatHasPassedIsToldWhereItIsAskedFor() throws InterruptedException {
    long first = rename("Huisvesting");
    long second = rename("Wonen");
    settle(second);

    make(READER, asked("group:housing", false, null, Channel.EMAIL, first));
    long third = rename("Woningen");
    settle(third);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(lab.notices().find(READER, second)).isPresent());

    assertThat(lab.notices().find(READER, first)).isEmpty();
    assertThat(lab.notices().find(READER, third)).isPresent();
    assertThat(mail.taken.stream().map(Delivery::position))
        .containsExactlyInAnyOrder(second, third);
  }

  @Test
  void theWorkOfAChannelIsThereIfAndOnlyIfTheNoticesAre() throws InterruptedException {
    make(READER, asked("group:housing", false, null, Channel.EMAIL, null));
    mail.fails.set(true);
    long position = rename("Wonen");
    await().atMost(PATIENCE).until(mail.failed::get);

    assertThat(count("notices.notice where position = " + position)).isZero();
    assertThat(count("notices.delivery")).isZero();
    assertThat(count("notices.timer")).isZero();

    mail.fails.set(false);
    settle(position);
    assertThat(lab.notices().find(READER, position)).isPresent();
    assertThat(mail.taken)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.position()).isEqualTo(position);
          assertThat(one.person()).isEqualTo(READER);
        });
    assertThat(count("notices.delivery")).isEqualTo(1);
    assertThat(count("notices.timer")).isEqualTo(1);
  }

  @Test
  void whatConcernsSomebodyGoesByMailWhereTheyAskForThat() throws InterruptedException {
    make(Estate.MEMBER, asked("concerns-me", false, null, Channel.EMAIL, null));
    make(READER, asked("concerns-me", false, null, Channel.EMAIL, null));
    long position = rename("Wonen");

    settle(position);
    assertThat(mail.taken.stream().map(Delivery::person)).containsExactly(Estate.MEMBER);
    assertThat(reasons(Estate.MEMBER, position))
        .contains("MEMBER group:housing")
        .doesNotContain("FOLLOWS");
  }

  @Test
  void theHolderOfASubMandateHearsThatItsMandateIsRevoked() throws InterruptedException {
    ledger.send(Estate.MINISTER, Estate.grant(Estate.ROOT, Estate.DIRECTOR_ROLE));
    ledger.send(Estate.DIRECTOR, Estate.subMandate(Estate.SUB, Estate.ROOT, Estate.OFFICER_ROLE));
    long position =
        ledger
            .send(
                Estate.MINISTER, new RevokeMandate(Estate.ROOT, "done", null, Estate.RECORD, null))
            .lastPosition();

    settle(position);
    assertThat(reasons(Estate.OFFICER, position)).contains("HOLDS_BELOW mandate:m-root");
    assertThat(reasons(Estate.DIRECTOR, position)).contains("HOLDS mandate:m-root");
    assertThat(reasons(Estate.MINISTER, position)).isEmpty();
  }

  @Test
  void twoNodesTellEverythingOnce() throws InterruptedException {
    make(READER, asked("ledger", false, null, Channel.EMAIL, null));
    try (NoticeFollower second = ledger.anotherTeller(RULES)) {
      second.start();
      long last = 0;
      for (int i = 0; i < 40; i++) {
        last = rename("Name " + i);
      }
      long told = last;
      lab.follower().close();
      long afterwards = rename("Afterwards");
      assertThat(lab.notices().awaitTold(afterwards, PATIENCE)).isTrue();

      assertThat(count("notices.notice where reasons[1] like 'FOLLOWS %'")).isEqualTo(41);
      assertThat(mail.taken.stream().map(Delivery::position).distinct()).hasSameSizeAs(mail.taken);
      assertThat(told).isLessThan(afterwards);
    }
  }

  @Test
  void theSameRequestMakesOneSubscriptionAndAnotherOfThatIdNone() {
    UUID id = UUID.randomUUID();
    Asked asked = asked("group:housing", false, null, Channel.INBOX, null);
    Subscription first = lab.subscriptions().make(id, READER, asked);

    assertThat(lab.subscriptions().make(id, READER, asked)).isEqualTo(first);
    assertThatThrownBy(() -> lab.subscriptions().make(id, Estate.MEMBER, asked))
        .isInstanceOfSatisfying(
            NotMade.class, no -> assertThat(no.fault()).isEqualTo(NotMade.Fault.ID_USED));
    assertThat(lab.subscriptions().of(READER)).hasSize(1);
  }

  @Test
  void nobodyFollowsWithoutEnd() {
    for (int i = 0; i < Subscriptions.EACH_MAX; i++) {
      make(READER, asked("group:housing", false, null, Channel.INBOX, null));
    }
    assertThatThrownBy(() -> make(READER, asked("ledger", false, null, Channel.INBOX, null)))
        .isInstanceOfSatisfying(
            NotMade.class, no -> assertThat(no.fault()).isEqualTo(NotMade.Fault.TOO_MANY));
  }

  private Subscription follow(Followed followed, boolean below) {
    return make(READER, asked(followed.toString(), below, null, Channel.INBOX, null));
  }

  private Subscription make(PersonId person, Asked asked) {
    return lab.subscriptions().make(UUID.randomUUID(), person, asked);
  }

  private static Asked asked(
      String followed,
      boolean below,
      @Nullable String condition,
      Channel channel,
      @Nullable Long from) {
    return new Asked(
        Followed.parse(followed), below, condition, channel, Cadence.AT_ONCE, "nl", from);
  }

  private long rename(String name) {
    return send(new RenameGroup(Estate.GROUP, LocalizedText.en(name)));
  }

  private long send(Command command) {
    return ledger.send(command).lastPosition();
  }

  private void settle(long position) throws InterruptedException {
    assertThat(lab.notices().awaitTold(position, PATIENCE))
        .as("told %d of %d: %s", lab.notices().told(), position, lab.notices().stopped())
        .isTrue();
  }

  private String reasons(PersonId person, long position) {
    return lab.notices()
        .find(person, position)
        .map(notice -> notice.reasons().stream().map(Reason::written).toList().toString())
        .orElse("");
  }

  private long count(String from) {
    return ledger.database().sql("select count(*) from " + from).query(Long.class).single();
  }
}
