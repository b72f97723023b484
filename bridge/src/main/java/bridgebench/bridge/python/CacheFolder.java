package bridgebench.bridge.python;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where prepared things are kept between runs: {@code BRIDGEBENCH_CACHE}, else {@code
 * XDG_CACHE_HOME/bridgebench}, else {@code ~/.cache/bridgebench}.
 */
public final class CacheFolder {
  private CacheFolder() {}

  /** The folder for this process's environment; it need not exist. */
  public static Path path() {
    return path(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static Path path(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault("BRIDGEBENCH_CACHE", "");
    if (!own.isBlank()) {
      return Path.of(own).toAbsolutePath();
    }
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    // The XDG base directory specification: a relative path is to be ignored.
    Path base =
        !shared.isBlank() && Path.of(shared).isAbsolute()
            ? Path.of(shared)
            : home.resolve(".cache");
    return base.resolve("bridgebench");
  }
}
