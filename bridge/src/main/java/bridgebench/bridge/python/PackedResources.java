package bridgebench.bridge.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the Python side's files from the class path, be it a folder or a jar. */
final class PackedResources {
  private static final String PACKAGE_MARK = "META-INF/bridgebench/python/bridgebench/__init__.py";
  private static final String LOCK = "META-INF/bridgebench/requirements.lock";

  private PackedResources() {}

  /** Every file of the package, by its path relative to the folder above {@code bridgebench}. */
  static SortedMap<String, byte[]> packageFiles() {
    try {
      URI mark = url(PACKAGE_MARK).toURI();
      if (!"jar".equals(mark.getScheme())) {
        return filesUnder(folderAbovePackage(Path.of(mark)));
      }
      String text = mark.toString();
      URI jar = URI.create(text.substring(0, text.indexOf("!/")).replaceFirst("^jar:", ""));
      try (FileSystem zip = FileSystems.newFileSystem(Path.of(jar))) {
        return filesUnder(folderAbovePackage(zip.getPath(text.substring(text.indexOf("!/") + 1))));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("class path entry with an odd address", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hash-pinned requirements. */
  static String lock() {
    try (var stream = url(LOCK).openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(String name) {
    URL url = PackedResources.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new IllegalStateException(
          "the program was built without its Python side: no " + name + " on the class path");
    }
    return url;
  }

  private static Path folderAbovePackage(Path mark) {
    return mark.resolve("../..").normalize();
  }

  private static SortedMap<String, byte[]> filesUnder(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root.resolve("bridgebench"))) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(f -> !f.toString().contains("__pycache__"))
              .toList();
    }
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (Path file : files) {
      contents.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }
    return contents;
  }
}
