package bridgebench.scenarios.model;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Names of time zones: ids of the IANA's database, as Python knows them too. */
final class TimeZones {

  /** The zone where a suite gives none. */
  static final String DEFAULT = "UTC";

  /** Java's own; neither the IANA nor Python has them. */
  private static final String JAVAS_OWN = "SystemV/";

  private TimeZones() {}

  /**
   * The zone of this name.
   *
   * @throws IllegalArgumentException naming what is expected and the nearest zone when there is
   *     none
   */
  static String named(String text) {
    List<String> known =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith(JAVAS_OWN))
            .sorted(Comparator.naturalOrder())
            .toList();
    if (!known.contains(text)) {
      throw new IllegalArgumentException(
          "unknown timeZone "
              + QuotedWord.of(text)
              + ": expected UTC or an id of the IANA's time zone database, such as"
              + " America/New_York"
              + NearestWord.hint(text, known));
    }
    return text;
  }
}
