package bridgebench.scenarios.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Python does with the rows.
 *
 * <p>A built-in is applied to each column whose type it is defined for; the other columns pass
 * through unchanged.
 *
 * @param kind which built-in, or {@link FunctionKind#USER}
 * @param word the canonical spelling, for example {@code sleep(5ms)}
 * @param sleepNanos how long {@code sleep} sleeps in each batch; 0 for the others
 * @param file the Python file of the user's own function, else null
 * @param functionName the name of the user's function in that file, else null
 */
public record FunctionSpec(
    FunctionKind kind,
    String word,
    long sleepNanos,
    @Nullable Path file,
    @Nullable String functionName) {

  private static final long MAX_SLEEP_NANOS = 3_600_000_000_000L;
  private static final Pattern SLEEP = Pattern.compile("sleep\\(([^)]*)\\)");
  private static final Pattern USER = Pattern.compile("(.+\\.py):([A-Za-z_][A-Za-z0-9_.]*)");

  /**
   * Reads a value of the axis {@code function}: a built-in's word, {@code sleep(5ms)}, or {@code
   * FILE.py:NAME}.
   *
   * @throws IllegalArgumentException naming the word, what is expected and the nearest built-in
   */
  public static FunctionSpec parse(String word) {
    Matcher sleep = SLEEP.matcher(word);
    if (sleep.matches()) {
      return sleep(word, sleep.group(1));
    }
    Matcher user = USER.matcher(word);
    if (user.matches()) {
      return user(user.group(1), user.group(2));
    }
    for (FunctionKind kind : FunctionKind.values()) {
      if (kind.isPlainWord() && kind.word().equals(word)) {
        return new FunctionSpec(kind, word, 0, null, null);
      }
    }
    throw unknown(word);
  }

  /** Whether the function changes (or, for identity and sleep, is defined for) this type. */
  public boolean appliesTo(ColumnType type) {
    return kind.appliesTo(type);
  }

  /** Whether a Java twin tells the right answer; false for the user's own functions. */
  public boolean hasTwin() {
    return kind != FunctionKind.USER;
  }

  /**
   * The columns that come back from a built-in: those of the shape, in order, with the types that
   * the function gives them.
   *
   * @throws IllegalStateException for the user's own function, whose result only Python knows
   */
  public List<ColumnSpec> results(Shape shape) {
    if (!hasTwin()) {
      throw new IllegalStateException("only Python knows the result columns of " + word);
    }
    List<ColumnSpec> results = new ArrayList<>();
    for (ColumnSpec column : shape.columns()) {
      ColumnType type =
          kind.appliesTo(column.type()) ? kind.resultType(column.type()) : column.type();
      results.add(new ColumnSpec(column.name(), type, column.nullable(), column.valueBytes()));
    }
    return results;
  }

  /** The same function with its file resolved against a folder; built-ins are returned as is. */
  public FunctionSpec resolvedAgainst(Path folder) {
    if (file == null || functionName == null) {
      return this;
    }
    Path absolute = folder.resolve(file).toAbsolutePath().normalize();
    return new FunctionSpec(kind, absolute + ":" + functionName, 0, absolute, functionName);
  }

  /** Whether it is the user's own and its file, resolved before, cannot be read. */
  public boolean lacksItsFile() {
    return file != null && !Files.isReadable(file);
  }

  private static FunctionSpec sleep(String word, String duration) {
    long nanos = duration(word, duration);
    if (nanos > MAX_SLEEP_NANOS) {
      throw new IllegalArgumentException(
          "function '" + word + "': expected a sleep of at most an hour a batch");
    }
    return new FunctionSpec(
        FunctionKind.SLEEP, "sleep(" + Quantity.formatNanos(nanos) + ")", nanos, null, null);
  }

  private static long duration(String word, String text) {
    try {
      return Quantity.parseNanos(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "function " + QuotedWord.of(word) + ": " + e.getMessage(), e);
    }
  }

  private static FunctionSpec user(String file, String name) {
    try {
      Path path = Path.of(file).normalize();
      return new FunctionSpec(FunctionKind.USER, path + ":" + name, 0, path, name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("function '" + file + ":" + name + "': no file name", e);
    }
  }

  private static IllegalArgumentException unknown(String word) {
    List<String> words = FunctionKind.words();
    return new IllegalArgumentException(
        "unknown function "
            + QuotedWord.of(word)
            + ": expected one of "
            + String.join(", ", words)
            + ", sleep(5ms) or FILE.py:NAME"
            + NearestWord.hint(word, words));
  }
}
