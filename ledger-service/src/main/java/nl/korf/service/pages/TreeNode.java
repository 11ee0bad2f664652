package nl.korf.service.pages;

import java.time.Instant;
import java.util.List;
import nl.korf.model.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * A mandate in the tree as a page shows it.
 *
 * @param holderTree the tree from whoever holds it: {@code role:r-sg}
 * @param step how many mandates lie between the principal and its holder, itself included
 * @param since when it begins in the world
 * @param ending why it does not count, where it did or was to; null: it counts, or has not begun
 * @param current whether the page is about it
 * @param open whether what hangs from it is shown at once
 * @param more how many more hang from it than are shown
 * @param moreLink where those are
 */
public record TreeNode(
    MandateLine line,
    String holderTree,
    int step,
    Instant since,
    @Nullable Ending ending,
    boolean current,
    boolean open,
    List<TreeNode> children,
    int more,
    String moreLink) {

  /**
   * What ended it, or holds it up.
   *
   * @param struck whether it no longer counts for good
   * @param key of what happened, {@code REVOKED}
   * @param by the mandate above to which it happened, or null: to itself
   */
  public record Ending(
      boolean struck, String key, Instant on, @Nullable FreeText reason, @Nullable String by) {}
}
