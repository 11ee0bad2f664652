package nl.korf.service.notices;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/**
 * Conditions on facts in CEL (Common Expression Language). Type-checked before they are stored; no
 * clock and no function of our own, so the same fact gives the same answer. An evaluation is
 * bounded by the length of the condition, by {@link #ITERATIONS_MAX} and by expressions that match
 * text in linear time.
 */
final class Conditions {

  /** Steps of all the loops in one condition together. */
  static final int ITERATIONS_MAX = 1_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(ITERATIONS_MAX)
          .maxExpressionCodePointSize(Subscription.CONDITION_MAX)
          .build();

  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("type", SimpleType.STRING)
          .addVar("position", SimpleType.INT)
          .addVar("recordedAt", SimpleType.TIMESTAMP)
          .addVar("effectiveAt", SimpleType.TIMESTAMP)
          .addVar("actor", SimpleType.STRING)
          .addVar("imported", SimpleType.BOOL)
          .addVar("subjects", ListType.create(SimpleType.STRING))
          .addVar("fact", SimpleType.DYN)
          .setResultType(SimpleType.BOOL)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

  private Conditions() {}

  /** A condition that was checked. Safe from any thread. */
  interface Condition {
    /** Whether it holds; anything but true, a member the fact does not have included, is no. */
    boolean holds(Map<String, Object> fact);
  }

  /** Why a condition cannot be taken, as the compiler says it. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Checks a condition.
   *
   * @throws Unfit when it is no expression over a fact that is true or false
   */
  static Condition compile(String written) throws Unfit {
    try {
      CelAbstractSyntaxTree checked = COMPILER.compile(written).getAst();
      CelRuntime.Program program = RUNTIME.createProgram(checked);
      return fact -> holds(program, fact);
    } catch (CelValidationException | CelEvaluationException unfit) {
      throw new Unfit(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private static boolean holds(CelRuntime.Program program, Map<String, Object> fact) {
    try {
      return Boolean.TRUE.equals(program.eval(fact));
    } catch (CelEvaluationException unanswered) {
      return false;
    }
  }
}
