package bridgebench.reports.chart;

import java.awt.RenderingHints;
import java.awt.Shape;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
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

  static SvgCanvas blank() {
    Document document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument(SVG_NAMESPACE_URI, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(DECIMALS);
    context.setComment("");
    return new SvgCanvas(context);
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
