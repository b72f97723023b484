package bridgebench.bridge.python;

import java.util.Arrays;

/** Compares release numbers such as {@code 3.11.7}; suffixes such as {@code rc1} are ignored. */
final class Versions {
  private Versions() {}

  static boolean isOlder(String version, String oldest) {
    return Arrays.compare(numbers(version), numbers(oldest)) < 0;
  }

  private static int[] numbers(String version) {
    String release = version.replaceFirst("[^0-9.].*", "");
    return Arrays.stream(release.split("\\.", -1))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
