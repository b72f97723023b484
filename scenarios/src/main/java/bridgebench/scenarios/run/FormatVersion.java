package bridgebench.scenarios.run;

import com.fasterxml.jackson.databind.JsonNode;

/** Refuses files that a newer program wrote. */
final class FormatVersion {

  private FormatVersion() {}

  /**
   * Accepts versions 1 to {@code newestKnown}.
   *
   * @param place the file and line, for the message
   */
  static void check(String place, JsonNode version, int newestKnown) throws RunFormatException {
    if (!version.isInt() || version.intValue() < 1) {
      throw new RunFormatException(
          place + "expected \"formatVersion\" to be a whole number from 1, got " + version);
    }
    if (version.intValue() > newestKnown) {
      throw new RunFormatException(
          place
              + "formatVersion "
              + version
              + " is newer than this program reads (up to "
              + newestKnown
              + "); open the run with a newer bridgebench");
    }
  }
}
