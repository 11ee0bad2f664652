package nl.korf.service.imports;

import static nl.korf.service.imports.Column.count;
import static nl.korf.service.imports.Column.decimal;
import static nl.korf.service.imports.Column.id;
import static nl.korf.service.imports.Column.moment;
import static nl.korf.service.imports.Column.party;
import static nl.korf.service.imports.Column.text;
import static nl.korf.service.imports.Column.to;
import static nl.korf.service.imports.Column.word;
import static nl.korf.service.imports.Column.words;
import static nl.korf.service.imports.Column.yesNo;

import nl.korf.model.mandates.MandateKind;
import nl.korf.model.mandates.MandateTerms.Nature;
import nl.korf.model.mandates.SubMandating;
import nl.korf.model.money.Bound;
import nl.korf.model.money.Limit.Span;
import nl.korf.service.imports.Column.Entity;

/** The columns of the tables about mandates. */
final class MandateColumns {

  private MandateColumns() {}

  static Column[] mandates() {
    return new Column[] {
      id("id"),
      text("title_nl"),
      text("title_en"),
      word("kind", MandateKind.class).must(),
      words("also_kinds", MandateKind.class),
      word("nature", Nature.class),
      to(Entity.MANDATE, "parent"),
      to(Entity.MANDATE, "facet_of"),
      to(Entity.MANDATE, "supersedes"),
      to(Entity.BODY, "principal").must(),
      party("grantor").must(),
      party("holder").must(),
      to(Entity.POWER, "power").must(),
      text("units"),
      text("territories"),
      text("subjects"),
      text("cases"),
      text("category"),
      decimal("limit"),
      yesNo("unlimited"),
      text("currency"),
      word("vat", "incl", "excl"),
      word("bound", Bound.class),
      word("span", Span.class),
      decimal("floor"),
      word("floor_bound", Bound.class),
      party("joint_with"),
      word("sub_mandating", SubMandating.class),
      count("max_depth"),
      text("condition_nl"),
      text("condition_en"),
      text("legal_basis"),
      moment("from"),
      moment("until")
    };
  }

  static Column[] limits() {
    return new Column[] {
      to(Entity.MANDATE, "mandate").must(),
      text("category").must(),
      decimal("limit"),
      yesNo("unlimited"),
      text("currency"),
      word("vat", "incl", "excl"),
      word("bound", Bound.class),
      word("span", Span.class)
    };
  }

  static Column[] exclusions() {
    return new Column[] {
      text("id").must(),
      to(Entity.MANDATE, "mandate"),
      party("holder"),
      text("decree"),
      to(Entity.POWER, "power"),
      text("subject"),
      text("text_nl"),
      text("text_en"),
      decimal("amount_from"),
      text("currency"),
      word("vat", "incl", "excl"),
      word("bound", Bound.class),
      text("legal_basis"),
      moment("from"),
      moment("until")
    };
  }

  static Column[] changes() {
    return new Column[] {
      to(Entity.MANDATE, "mandate").must(),
      moment("at").must(),
      word("change", "suspended", "lifted", "revoked").must(),
      text("reason"),
      text("legal_basis")
    };
  }
}
