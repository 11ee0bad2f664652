package nl.korf.service.web;

import java.util.UUID;
import nl.korf.service.kernel.Actor;
import nl.korf.service.kernel.Command;
import nl.korf.service.kernel.Commands;
import nl.korf.service.kernel.Decided;
import nl.korf.service.kernel.Receipt;

/** In a process without the role {@code commands}: says so, and where commands are taken. */
public final class CommandsElsewhere implements Commands {

  /** A command reached a process that takes none. */
  static final class NotTaken extends RuntimeException {
    NotTaken() {
      super("this process has not the role commands (korf.roles)", null, false, false);
    }
  }

  /** For what rests on commands without being one: refuses it where none are taken. */
  public static void refuseWhere(boolean notTaken) {
    if (notTaken) {
      throw new NotTaken();
    }
  }

  @Override
  public Receipt send(Command command, Actor actor, UUID commandId) {
    throw new NotTaken();
  }

  @Override
  public Decided consider(Command command, Actor actor) {
    throw new NotTaken();
  }
}
