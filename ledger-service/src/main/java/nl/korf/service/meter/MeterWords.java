package nl.korf.service.meter;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.korf.service.meter.Plot.PeriodLabel;
import nl.korf.service.pages.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The words and numbers of the meter in the language of its page. */
record MeterWords(MessageSource messages, Frame frame) {

  private static final int MONTHS_OF_A_QUARTER = 3;

  String say(String key, Object... values) {
    return messages.getMessage("meter." + key, values, Locale.of(frame.lang()));
  }

  /** With one decimal where it is no whole number. */
  String number(@Nullable Double value) {
    if (value == null) {
      return "–";
    }
    NumberFormat format = NumberFormat.getInstance(frame.locale());
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  String number(int value) {
    return frame.number(value);
  }

  /** A share in whole percents; a dash where there is nothing to share. */
  String percent(int part, int whole) {
    return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
  }

  /** What periods are called; below a plot stand the years, or where there is none, all. */
  List<PeriodLabel> periods(Pyramid pyramid) {
    boolean years = pyramid.periods().stream().anyMatch(one -> month(one.from()) == 1);
    List<PeriodLabel> labels = new ArrayList<>();
    for (Pyramid.Period period : pyramid.periods()) {
      LocalDate day = day(period.from());
      boolean turn = month(period.from()) == 1;
      labels.add(
          new PeriodLabel(
              name(pyramid.step(), day),
              turn ? Integer.toString(day.getYear()) : years ? null : shortName(pyramid, day)));
    }
    return labels;
  }

  private String name(Step step, LocalDate day) {
    return switch (step) {
      case MONTH ->
          day.getMonth().getDisplayName(TextStyle.FULL, frame.locale()) + " " + day.getYear();
      case QUARTER -> say("quarter", quarter(day)) + " " + day.getYear();
      case YEAR -> Integer.toString(day.getYear());
    };
  }

  private String shortName(Pyramid pyramid, LocalDate day) {
    return pyramid.step() == Step.QUARTER
        ? say("quarter", quarter(day))
        : day.getMonth().getDisplayName(TextStyle.SHORT, frame.locale());
  }

  private static String quarter(LocalDate day) {
    return Integer.toString((day.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
  }

  private static int month(Instant instant) {
    return day(instant).getMonthValue();
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
