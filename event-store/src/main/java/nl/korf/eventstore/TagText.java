package nl.korf.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;

/** Tags as the ledger writes them: {@code key=value}, sorted, without control characters. */
final class TagText {

  private TagText() {}

  static String of(Tag tag) {
    return tag.key() + "=" + tag.value();
  }

  /**
   * The tags of a fact.
   *
   * @throws FactRejected when one cannot be written: a key with {@code =}, a control character, too
   *     long
   */
  static List<String> sorted(Set<Tag> tags) {
    List<String> texts = new ArrayList<>(tags.size());
    for (Tag tag : tags) {
      if (tag.key().isEmpty() || tag.key().indexOf('=') >= 0) {
        throw new FactRejected("A tag's key is not empty and has no '=': " + tag);
      }
      texts.add(of(tag));
    }
    texts.forEach(TagText::require);
    Collections.sort(texts);
    return texts;
  }

  private static void require(String text) {
    PlainText.require("tag", text);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > FactLimits.TAG_BYTES_MAX) {
      throw new FactRejected(
          "Too many bytes of a tag: %d, at most %d, in %s..."
              .formatted(bytes, FactLimits.TAG_BYTES_MAX, text.substring(0, 40)));
    }
  }

  static Set<Tag> parse(List<String> texts) {
    Set<Tag> tags = HashSet.newHashSet(texts.size());
    for (String text : texts) {
      int equals = text.indexOf('=');
      tags.add(new Tag(text.substring(0, equals), text.substring(equals + 1)));
    }
    return tags;
  }
}
