package nl.korf.projections.testing;

import java.util.SplittableRandom;
import nl.korf.model.BodyId;
import nl.korf.model.GroupId;
import nl.korf.model.InitiativeId;
import nl.korf.model.MandateId;
import nl.korf.model.PersonId;
import nl.korf.model.PowerId;
import nl.korf.model.RoleId;

/** Identifiers out of a few, so that facts about the same entity come often. */
record RandomIds(SplittableRandom random, int entities) {

  BodyId body() {
    return new BodyId("b" + random.nextInt(entities));
  }

  RoleId role() {
    return new RoleId("r" + random.nextInt(entities));
  }

  GroupId group() {
    return new GroupId("g" + random.nextInt(entities));
  }

  PowerId power() {
    return new PowerId("w" + random.nextInt(entities));
  }

  MandateId mandate() {
    return new MandateId("m" + random.nextInt(entities));
  }

  InitiativeId initiative() {
    return new InitiativeId("i" + random.nextInt(entities));
  }

  PersonId person() {
    return new PersonId("p" + random.nextInt(entities));
  }
}
