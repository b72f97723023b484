package bridgebench.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Style, script and font of every page, and the policy that allows these and nothing else: no
 * network, no other script, no style attribute.
 */
public final class PageAssets {

  private static final String ROOT = "/bridgebench/reports/";

  private final String style;
  private final String script;

  private PageAssets(String style, String script) {
    this.style = style;
    this.script = script;
  }

  static PageAssets load() {
    String style =
        fontFace("Inter-Regular.woff2", "400")
            + fontFace("Inter-SemiBold.woff2", "600 700")
            + text("page/page.css").strip();
    return new PageAssets(style, text("page/page.js").strip());
  }

  public String getStyle() {
    return style;
  }

  public String getScript() {
    return script;
  }

  /** The Content-Security-Policy. */
  public String getPolicy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; script-src 'sha256-"
        + sha256(script)
        + "'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String fontFace(String file, String weight) {
    return "@font-face{font-family:Inter;font-weight:"
        + weight
        + ";src:url(data:font/woff2;base64,"
        + Base64.getEncoder().encodeToString(bytes("font/" + file))
        + ") format(\"woff2\")}\n";
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = PageAssets.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + ROOT + name + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + ROOT + name, e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
