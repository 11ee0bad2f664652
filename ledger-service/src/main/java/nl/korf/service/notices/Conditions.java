package nl.korf.service.notices;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The one sort of fact it can hold of, where it says so itself; null: any. */
    default @Nullable String type() {
      return null;
    }
  }

  private record Checked(CelRuntime.Program program, @Nullable String type) implements Condition {
    @Override
    public boolean holds(Map<String, Object> fact) {
      try {
        return Boolean.TRUE.equals(program.eval(fact));
      } catch (CelEvaluationException unanswered) {
        return false;
      }
    }
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
      return new Checked(RUNTIME.createProgram(checked), typeIn(checked.getExpr()));
    } catch (CelValidationException | CelEvaluationException unfit) {
      throw new Unfit(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /** What {@code type} must equal for the whole to be true: said in it, or in a part of an and. */
  private static @Nullable String typeIn(CelExpr expression) {
    if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return null;
    }
    List<CelExpr> parts = expression.call().args();
    return switch (expression.call().function()) {
      case "_&&_" -> {
        String first = typeIn(parts.get(0));
        yield first == null ? typeIn(parts.get(1)) : first;
      }
      case "_==_" -> {
        String first = typeEquals(parts.get(0), parts.get(1));
        yield first == null ? typeEquals(parts.get(1), parts.get(0)) : first;
      }
      default -> null;
    };
  }

  private static @Nullable String typeEquals(CelExpr name, CelExpr value) {
    boolean isType =
        name.getKind() == CelExpr.ExprKind.Kind.IDENT && name.ident().name().equals("type");
    boolean isText =
        value.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && value.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return isType && isText ? value.constant().stringValue() : null;
  }
}
