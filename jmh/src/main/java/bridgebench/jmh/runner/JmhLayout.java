package bridgebench.jmh.runner;

/**
 * JSON as JMH lays it out: every value on a line of its own, the end of what is empty too, four
 * spaces a level. It only appends: a general writer's many layers cost a short program more time to
 * compile than to run.
 */
final class JmhLayout {
  private static final String INDENT = "    ";

  private final StringBuilder text;
  private int level;
  private boolean isFirst = true;

  /**
   * @param level of what is written first
   */
  JmhLayout(StringBuilder text, int level) {
    this.text = text;
    this.level = level;
  }

  void field(String name, String value) {
    name(name);
    string(value);
  }

  void field(String name, long value) {
    name(name);
    text.append(value);
  }

  void field(String name, double value) {
    name(name);
    number(value);
  }

  void element(String value) {
    next();
    string(value);
  }

  void element(double value) {
    next();
    number(value);
  }

  /** Begins an object or array that is a field. */
  void open(String name, char bracket) {
    name(name);
    begin(bracket);
  }

  /** Begins an object or array that is an element. */
  void open(char bracket) {
    next();
    begin(bracket);
  }

  void close(char bracket) {
    level--;
    line();
    text.append(bracket);
    isFirst = false;
  }

  private void begin(char bracket) {
    text.append(bracket);
    level++;
    isFirst = true;
  }

  private void name(String name) {
    next();
    string(name);
    text.append(" : ");
  }

  private void next() {
    if (!isFirst) {
      text.append(',');
    }
    isFirst = false;
    line();
  }

  private void line() {
    text.append('\n');
    for (int i = 0; i < level; i++) {
      text.append(INDENT);
    }
  }

  private void number(double value) {
    if (Double.isNaN(value)) {
      text.append("\"NaN\"");
    } else if (Double.isInfinite(value)) {
      text.append(value > 0 ? "\"+INF\"" : "\"-INF\"");
    } else {
      text.append(value);
    }
  }

  // JMH leaves control characters out.
  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\');
      }
      if (!Character.isISOControl(c)) {
        text.append(c);
      }
    }
    text.append('"');
  }
}
