package bridgebench.reports.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in one spelling, whatever the machine's zone and language. */
final class PageDates {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private PageDates() {}

  static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
