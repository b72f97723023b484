package bridgebench.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;

/**
 * The bundled font (Inter, SIL Open Font License) that decides the layout of every chart, so that
 * it does not depend on the fonts of the machine.
 *
 * @param regular at size 1
 * @param bold semi-bold, at size 1
 */
public record ChartFonts(Font regular, Font bold) {

  /** Unhinted, fractional: advances are those of the font file at every size. */
  private static final FontRenderContext LINEAR =
      new FontRenderContext(new AffineTransform(), true, true);

  /**
   * The fonts, or empty where this Java cannot use any (a headless runtime without its font
   * libraries); pages then come with tables instead of charts.
   */
  public static Optional<ChartFonts> load() {
    try {
      ChartFonts fonts = new ChartFonts(read("Inter-Regular.ttf"), read("Inter-SemiBold.ttf"));
      return fonts.width("0", 12, false) > 0 ? Optional.of(fonts) : Optional.empty();
    } catch (IOException
        | FontFormatException
        | RuntimeException
        | LinkageError
        | InternalError e) {
      return Optional.empty();
    }
  }

  /** The font to draw with, at a size in px; its style tells Batik which weight to name. */
  Font at(double size, boolean isBold) {
    return isBold ? bold.deriveFont(Font.BOLD, (float) size) : regular.deriveFont((float) size);
  }

  /** Advance of the text in px. */
  public double width(String text, double size, boolean isBold) {
    // Without the bold style, which would embolden a second time what is semi-bold already.
    Font plain = (isBold ? bold : regular).deriveFont((float) size);
    return plain.getStringBounds(text, LINEAR).getWidth();
  }

  /** The text, or as much of it as fits in front of an ellipsis. */
  public String fitted(String text, double size, boolean isBold, double maxWidth) {
    if (width(text, size, isBold) <= maxWidth) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end) + "…", size, isBold) > maxWidth) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }

  /** The text, or as much of both its ends as fits around an ellipsis. */
  String fittedMiddle(String text, double size, double maxWidth) {
    if (width(text, size, false) <= maxWidth) {
      return text;
    }
    int kept = text.length() - 1;
    while (kept > 2) {
      String shorter =
          text.substring(0, (kept + 1) / 2) + "…" + text.substring(text.length() - kept / 2);
      if (width(shorter, size, false) <= maxWidth) {
        return shorter;
      }
      kept--;
    }
    return "…";
  }

  private static Font read(String name) throws IOException, FontFormatException {
    try (InputStream in =
        ChartFonts.class.getResourceAsStream("/bridgebench/reports/font/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("bundled font " + name + " is missing from the jar");
      }
      return Font.createFont(Font.TRUETYPE_FONT, copied(in));
    }
  }

  /**
   * A file for as long as this Java runs. Java makes one of a stream too, but remembers to remove
   * it only once the font is read: a Ctrl-C until then would leave it behind.
   */
  private static File copied(InputStream in) throws IOException {
    File file =
        new File(
            System.getProperty("java.io.tmpdir"), "bridgebench-font-" + UUID.randomUUID() + ".ttf");
    file.deleteOnExit();
    Files.copy(in, file.toPath());
    return file;
  }
}
