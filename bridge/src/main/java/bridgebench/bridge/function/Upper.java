package bridgebench.bridge.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import bridgebench.bridge.rows.BytesColumn;
import bridgebench.bridge.rows.Column;
import java.util.Locale;

/** Upper case by Unicode's rules, without a language's own. */
final class Upper implements ColumnTwin {

  @Override
  public Column apply(Column input, Column result) {
    BytesColumn strings = (BytesColumn) input;
    BytesColumn uppers = (BytesColumn) result;
    uppers.clear();
    for (int row = 0; row < strings.rows(); row++) {
      if (strings.isNull(row)) {
        uppers.appendNull();
      } else {
        uppers.append(strings.string(row).toUpperCase(Locale.ROOT).getBytes(UTF_8));
      }
    }
    return uppers;
  }
}
