package nl.korf.service.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.korf.projections.AsOf;
import nl.korf.service.forms.Shown.Choice;
import nl.korf.service.kernel.Actor;
import nl.korf.service.pages.Frame;
import nl.korf.service.pages.Names;
import nl.korf.service.pages.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a form into the words and the order of its page. */
@Component
final class Presenter {

  /** What is asked first although the command can do without. */
  private static final Set<String> FIRST =
      Set.of(
          "reason",
          "motivation",
          "text",
          "title",
          "name",
          "proposal",
          "purpose",
          "initiative",
          "act",
          "value",
          "limits",
          "amount",
          "unlimited",
          "until",
          "stage",
          "deadline",
          "result",
          "organisation",
          "parent",
          "team",
          "sustained",
          "group",
          "milestone",
          "causedByProposal",
          "harmsPurpose",
          "breaksRule",
          "certainOrNoTimeToAdapt",
          "nl",
          "en",
          "minor",
          "currency",
          "vat");

  /** For whoever keeps the register: who acted. */
  private static final String ON_BEHALF = "by";

  private final MessageSource messages;
  private final Suggestions suggestions;
  private final Names names;

  Presenter(MessageSource messages, Suggestions suggestions, Names names) {
    this.messages = messages;
    this.suggestions = suggestions;
    this.names = names;
  }

  /** Who reads the page, of which moment. */
  record Reader(Frame frame, AsOf asOf, Actor actor) {

    Locale locale() {
      return Locale.of(frame.lang());
    }
  }

  /**
   * A form as its page shows it.
   *
   * @param first what is asked at once
   * @param more what is asked where somebody wants to say more
   * @param moreOpen whether something of that is filled in
   * @param outcome what would come of it, or that something stands in the way; null where nobody
   *     asked
   * @param wrong all that stands in the way
   * @param chain the mandates it rests on, from that of who decides up
   * @param lists what can be referred to, by the identifier of the list
   */
  public record Page(
      String title,
      @Nullable String lead,
      String action,
      String commandId,
      List<Shown> first,
      List<Shown> more,
      boolean moreOpen,
      @Nullable Outcome outcome,
      List<Wrong> wrong,
      List<String> foreseen,
      List<Said> chain,
      Map<String, List<Choice>> lists) {}

  /** Whether all that the command cannot do without is filled in, and that is something. */
  boolean complete(Form form, Entered entered) {
    List<Field> needed =
        form.fields().stream()
            .filter(field -> field.required() && !(field instanceof Field.Many))
            .toList();
    return !needed.isEmpty() && needed.stream().allMatch(field -> entered.any(field.name()));
  }

  Page page(
      FormPages.Sending sending,
      @Nullable Outcome outcome,
      Reader reader,
      @Nullable String moreRowsOf) {
    Form form = sending.found().form();
    Drawing drawing =
        new Drawing(
            form.key(), sending.entered(), faults(sending, outcome, reader), reader, moreRowsOf);
    List<Shown> first = new ArrayList<>();
    List<Shown> more = new ArrayList<>();
    boolean moreOpen = false;
    for (Field field : form.fields()) {
      if (field.name().equals(ON_BEHALF) && !reader.actor().may(Actor.Right.REGISTER)) {
        continue;
      }
      boolean now = field.required() || FIRST.contains(field.name());
      Shown shown = drawing.shown(field, field.name());
      (now ? first : more).add(shown);
      moreOpen |= !now && (sending.entered().any(field.name()) || shown.faulty());
    }
    Locale locale = reader.locale();
    List<String> foreseen =
        outcome == null
            ? List.of()
            : outcome.facts().stream().map(type -> text("fact." + type, locale)).toList();
    return new Page(
        text("form." + form.key(), locale),
        optional("form." + form.key() + ".lead", locale),
        reader.frame().link(form.page(sending.found().about())),
        sending.commandId(),
        first,
        more,
        moreOpen,
        outcome,
        Wrong.of(outcome, Stream.concat(first.stream(), more.stream()).toList()),
        foreseen,
        outcome == null ? List.of() : chain(outcome, reader),
        drawing.lists);
  }

  private List<Said> chain(Outcome outcome, Reader reader) {
    Names.Spoken spoken = names.at(reader.asOf(), reader.frame().lang());
    return outcome.chain().stream().map(spoken::holderOf).toList();
  }

  private Map<String, String> faults(
      FormPages.Sending sending, @Nullable Outcome outcome, Reader reader) {
    Map<String, String> faults = new LinkedHashMap<>();
    sending.entered().faults().forEach((path, key) -> faults.put(path, text(key, reader.locale())));
    if (outcome != null) {
      for (Outcome.Reason reason : outcome.reasons()) {
        if (reason.path() != null) {
          faults.putIfAbsent(reason.path(), reason.message());
        }
      }
    }
    return faults;
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }

  private @Nullable String optional(String key, Locale locale) {
    return messages.getMessage(key, null, null, locale);
  }

  /** The fields of one form for one reader. */
  private final class Drawing {

    private final String form;
    private final Entered entered;
    private final Map<String, String> faults;
    private final Reader reader;
    private final @Nullable String moreRowsOf;
    private final Map<String, List<Choice>> lists = new LinkedHashMap<>();

    Drawing(
        String form,
        Entered entered,
        Map<String, String> faults,
        Reader reader,
        @Nullable String moreRowsOf) {
      this.form = form;
      this.entered = entered;
      this.faults = faults;
      this.reader = reader;
      this.moreRowsOf = moreRowsOf;
    }

    Shown shown(Field field, String path) {
      return switch (field) {
        case Field.One one -> one(one, path);
        case Field.Group group ->
            new Shown(
                path,
                group.shape() == Field.Shape.PLAIN ? "GROUP" : group.shape().name(),
                label(field.name()),
                hint(field.name()),
                field.required(),
                entered.value(path + ".amount"),
                faults.getOrDefault(path, faults.get(path + ".amount")),
                List.of(),
                null,
                group.members().stream()
                    .map(member -> shown(member, path + "." + member.name()))
                    .toList());
        case Field.Many many -> many(many, path);
      };
    }

    private Shown many(Field.Many many, String path) {
      int rows = Math.max(1, entered.rows(path));
      if (path.equals(moreRowsOf)) {
        rows = Math.min(Field.ROWS_MAX, rows + 1);
      }
      List<Shown> members = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        members.add(shown(many.each(), path + "." + row));
      }
      return new Shown(
          path,
          "MANY",
          label(many.name()),
          hint(many.name()),
          many.required(),
          "",
          faults.get(path),
          List.of(),
          null,
          members);
    }

    private Shown one(Field.One one, String path) {
      return new Shown(
          path,
          one.kind().name(),
          label(one.name()),
          hint(one.name()),
          one.required(),
          entered.value(path),
          faults.get(path),
          choices(one),
          list(one),
          List.of());
    }

    private List<Choice> choices(Field.One one) {
      Class<?> type = one.type();
      return type == null
          ? List.of()
          : one.choices().stream()
              .map(name ->
                  new Choice(
                      name, text("choice." + type.getSimpleName() + "." + name, reader.locale())))
              .toList();
    }

    private @Nullable String list(Field.One one) {
      Class<?> type = one.type();
      boolean refers = one.kind() == Field.Kind.PARTY || one.kind() == Field.Kind.REFERENCE;
      if (type == null || !refers) {
        return null;
      }
      String id = "list-" + type.getSimpleName();
      lists.computeIfAbsent(id, _ -> suggestions.of(type, reader.asOf(), reader.frame().lang()));
      return lists.getOrDefault(id, List.of()).isEmpty() ? null : id;
    }

    /** What a field is called, in this form or in any; a row of a list is called nothing. */
    private String label(String name) {
      if (name.isEmpty()) {
        return "";
      }
      String own = optional("field." + form + "." + name, reader.locale());
      return own == null ? text("field." + name, reader.locale()) : own;
    }

    private @Nullable String hint(String name) {
      return optional("hint." + name, reader.locale());
    }
  }
}
