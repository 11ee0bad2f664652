package nl.korf.service.notices;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The channels of this installation: the inbox, and those somebody brings to. */
public record Offered(Set<Channel> channels) {

  public Offered {
    channels = Set.copyOf(channels);
  }

  static Offered by(List<Courier> couriers) {
    EnumSet<Channel> channels = EnumSet.of(Channel.INBOX);
    couriers.forEach(courier -> channels.add(courier.channel()));
    return new Offered(channels);
  }

  /** In the order they are offered. */
  public List<Channel> inOrder() {
    return channels.stream().sorted().toList();
  }
}
