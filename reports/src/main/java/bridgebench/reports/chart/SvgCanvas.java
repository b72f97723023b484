package bridgebench.reports.chart;

import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.text.DecimalFormat;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Batik's drawing surface without clips: every drawer stays inside its area, and clip paths would
 * need ids that clash between the drawings of one page.
 */
final class SvgCanvas extends SVGGraphics2D {

  private static final int DECIMALS = 1;

  private SvgCanvas(SVGGeneratorContext context) {
    super(context, false);
  }

  /**
   * An empty one.
   *
   * @param font the one to begin with: Batik's own makes Java look through all fonts of the machine
   */
  static SvgCanvas blank(Font font) {
    Document document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument(SVG_NAMESPACE_URI, "svg", null);
    return new SvgCanvas(new OwnContext(document, font));
  }

  /** The context of one drawing, which shares no state with those of other threads. */
  private static final class OwnContext extends SVGGeneratorContext {

    OwnContext(Document document, Font font) {
      super(document);
      setIDGenerator(new SVGIDGenerator());
      setExtensionHandler(new DefaultExtensionHandler());
      setImageHandler(new ImageHandlerBase64Encoder());
      setStyleHandler(new DefaultStyleHandler());
      setErrorHandler(new DefaultErrorHandler());
      setComment("");
      setPrecision(DECIMALS);
      GraphicContextDefaults defaults = new GraphicContextDefaults();
      defaults.setFont(font);
      setGraphicContextDefaults(defaults);
      // Batik writes the numbers of all drawings with one format, which two threads must not use.
      decimalFormat = (DecimalFormat) decimalFormat.clone();
    }
  }

  /** What was drawn, as compact SVG elements without their root. */
  String elements() {
    Element root = getRoot();
    return new SvgCompactor().elements(root);
  }

  @Override
  public void clip(Shape shape) {
    // No clip: see the class comment.
  }

  @Override
  public void setClip(Shape shape) {
    // No clip: see the class comment.
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    // No clip: see the class comment.
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    // No clip: see the class comment.
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    // Hints are for pixels; some callers restore a hint that was never set, which Batik refuses.
  }
}
