package nl.korf.service.meter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.korf.model.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * What the pyramid meter shows.
 *
 * @param organisation whose, with all below it; absent: of everything
 * @param since start of the first period
 * @param on the instant the last period is counted up to, inclusive
 * @param step length of a period
 * @param whole all periods as one
 */
@Schema(name = "Pyramid")
public record Pyramid(
    @Nullable BodyId organisation,
    Instant since,
    Instant on,
    Step step,
    Figures whole,
    List<Period> periods) {

  /** A month, quarter or year in UTC, half-open, with its figures. */
  @Schema(name = "PyramidPeriod")
  public record Period(Instant from, Instant until, @JsonUnwrapped Figures figures) {}
}
