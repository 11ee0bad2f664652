package nl.korf.service.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.korf.model.MandateId;
import nl.korf.model.authority.Act;
import nl.korf.model.knowledge.AlteredKnowledge;
import nl.korf.model.knowledge.Knowledge;
import nl.korf.model.money.Amount;
import nl.korf.model.money.Obligation;
import nl.korf.model.view.Row.DecisionRow;

/**
 * The world as it is, but for what one decision spends: asked about that decision again, its own
 * obligation must not count twice against a cumulative cap (rule M5).
 *
 * @param spentFrom when its obligation began to count
 */
public record Unspent(Knowledge world, DecisionRow decision, Instant spentFrom)
    implements AlteredKnowledge {

  @Override
  public List<Amount> used(MandateId mandate, String category) {
    List<Amount> all = world.used(mandate, category);
    Act act = decision.act();
    Obligation own = act == null ? null : act.value();
    if (own == null
        || !own.category().equals(category)
        || !decision.mandatesUsed().contains(mandate)
        || spentFrom.isAfter(world.on())) {
      return all;
    }
    List<Amount> others = new ArrayList<>();
    for (Amount one : all) {
      Amount spent = own.total();
      boolean same = one.comparableWith(spent) && one.minor() >= spent.minor();
      others.add(same ? new Amount(one.minor() - spent.minor(), one.currency(), one.vat()) : one);
    }
    return List.copyOf(others);
  }
}
