package bridgebench.scenarios.model;

import java.util.Arrays;
import java.util.List;

/**
 * A value of an axis that is one of a fixed set of words; the word is the same in suites, results
 * and reports.
 */
public interface AxisWord {

  /** The spelling used in suite files, JMH parameters, results and reports. */
  String word();

  /**
   * The constant with this word.
   *
   * @throws IllegalArgumentException naming the word and the expected ones when there is none
   */
  static <E extends Enum<E> & AxisWord> E of(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.word().equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "unknown "
            + type.getSimpleName()
            + " '"
            + word
            + "': expected one of "
            + String.join(", ", words(type))
            + NearestWord.hint(word, words(type)));
  }

  /** Every word of the type, in the order of its constants. */
  static <E extends Enum<E> & AxisWord> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(AxisWord::word).toList();
  }
}
