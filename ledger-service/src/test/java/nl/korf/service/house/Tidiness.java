package nl.korf.service.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the house style asks of one source file, read with the JDK's own parser. */
final class Tidiness {

  /** Longest method, in lines, from its annotations to its closing brace. */
  static final int METHOD_LINES_MAX = 50;

  /** Longest Java file, in lines. */
  static final int FILE_LINES_MAX = 300;

  /** Words for work put off; written in two parts, so that this file holds none of them. */
  static final Pattern PUT_OFF =
      Pattern.compile(
          "\\bTO" + "DO\\b|\\bFIX" + "ME\\b|\\bThread\\.sl" + "eep\\b|@Dis" + "abled\\b");

  private static final JavaCompiler COMPILER =
      Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "tests run on a JDK");

  private Tidiness() {}

  /** All that is untidy in a Java file, a line each. */
  static List<String> ofJava(String name, String source) {
    List<String> found = new ArrayList<>(ofText(name, source));
    long lines = source.lines().count();
    if (lines > FILE_LINES_MAX) {
      found.add("%s has %d lines, at most %d".formatted(name, lines, FILE_LINES_MAX));
    }
    parse(source, new Visitor(name, found));
    return found;
  }

  /** What is untidy in any text: work put off, told with its line. */
  static List<String> ofText(String name, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = PUT_OFF.matcher(text);
    while (matcher.find()) {
      long line = text.substring(0, matcher.start()).lines().count();
      found.add("%s:%d says %s".formatted(name, Math.max(1, line), matcher.group()));
    }
    return found;
  }

  private static void parse(String source, Visitor visitor) {
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(
                null, null, _ -> {}, List.of("-proc:none"), null, List.of(new Source(source)));
    try {
      visitor.positions = Trees.instance(task).getSourcePositions();
      task.parse().forEach(unit -> visitor.scan(unit, unit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Collects long methods and imports of more than one name. */
  private static final class Visitor extends TreeScanner<@Nullable Void, CompilationUnitTree> {
    private final String name;
    private final List<String> found;
    private @Nullable SourcePositions positions;

    Visitor(String name, List<String> found) {
      this.name = name;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      long lines = lines(method, unit);
      if (lines > METHOD_LINES_MAX) {
        found.add(
            "%s: %s has %d lines, at most %d"
                .formatted(name, method.getName(), lines, METHOD_LINES_MAX));
      }
      return super.visitMethod(method, unit);
    }

    @Override
    public @Nullable Void visitImport(ImportTree imported, CompilationUnitTree unit) {
      if (imported.isModule() || imported.getQualifiedIdentifier().toString().endsWith(".*")) {
        found.add("%s imports %s whole".formatted(name, imported.getQualifiedIdentifier()));
      }
      return super.visitImport(imported, unit);
    }

    private long lines(Tree tree, CompilationUnitTree unit) {
      SourcePositions known = Objects.requireNonNull(positions);
      long from = known.getStartPosition(unit, tree);
      long until = known.getEndPosition(unit, tree);
      return from < 0 || until < 0
          ? 0 // a record's own constructor, which nobody wrote
          : unit.getLineMap().getLineNumber(until) - unit.getLineMap().getLineNumber(from) + 1;
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
