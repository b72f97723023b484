package bridgebench.reports.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes Batik's verbose tree as short SVG: presentation attributes go to the shapes that need
 * them, sentinel colours become CSS variables, fonts and defaults are left to the page's style.
 */
final class SvgCompactor {

  /** Attributes that shapes inherit, with the value that needs no writing. */
  private static final Map<String, String> SHAPE_DEFAULTS =
      Map.of(
          "fill", "",
          "fill-opacity", "1",
          "stroke", "none",
          "stroke-opacity", "1",
          "stroke-width", "1",
          "stroke-dasharray", "none",
          "stroke-linecap", "butt",
          "stroke-linejoin", "miter");

  private static final List<String> SHAPE_ATTRIBUTES =
      SHAPE_DEFAULTS.keySet().stream().sorted().toList();
  private static final List<String> TEXT_ATTRIBUTES =
      List.of("fill", "fill-opacity", "font-size", "font-weight");
  private static final Map<String, String> TEXT_DEFAULTS =
      Map.of("fill-opacity", "1", "font-weight", "normal");

  private final StringBuilder out = new StringBuilder();

  String elements(Element root) {
    write(root, Map.of());
    return out.toString();
  }

  private void write(Element element, Map<String, String> inherited) {
    Map<String, String> attributes = new LinkedHashMap<>(inherited);
    NamedNodeMap own = element.getAttributes();
    for (int i = 0; i < own.getLength(); i++) {
      attributes.put(own.item(i).getNodeName(), own.item(i).getNodeValue());
    }
    switch (element.getLocalName()) {
      case "svg", "g" -> writeChildren(element, attributes);
      case "text" -> writeText(element, attributes);
      case "rect", "path", "line", "circle", "ellipse", "polygon", "polyline" ->
          writeShape(element, attributes);
      default -> {
        // defs and title: nothing to draw.
      }
    }
  }

  private void writeChildren(Element element, Map<String, String> attributes) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element childElement) {
        write(childElement, attributes);
      }
    }
  }

  private void writeShape(Element element, Map<String, String> attributes) {
    out.append('<').append(element.getLocalName());
    writeOwnGeometry(element, SHAPE_DEFAULTS);
    boolean hasStroke = !"none".equals(attributes.getOrDefault("stroke", "none"));
    for (String name : SHAPE_ATTRIBUTES) {
      if (!hasStroke && name.startsWith("stroke")) {
        continue;
      }
      writePresentation(name, attributes, SHAPE_DEFAULTS);
    }
    out.append("/>");
  }

  private void writeText(Element element, Map<String, String> attributes) {
    out.append("<text");
    writeOwnGeometry(element, SHAPE_DEFAULTS);
    TEXT_ATTRIBUTES.forEach(name -> writePresentation(name, attributes, TEXT_DEFAULTS));
    out.append('>').append(escaped(element.getTextContent())).append("</text>");
  }

  private void writeOwnGeometry(Element element, Map<String, String> presentation) {
    NamedNodeMap own = element.getAttributes();
    for (int i = 0; i < own.getLength(); i++) {
      String name = own.item(i).getNodeName();
      boolean isGeometry =
          !presentation.containsKey(name)
              && !name.startsWith("xml")
              && !name.startsWith("font")
              && !name.startsWith("clip")
              && !name.equals("style");
      if (isGeometry) {
        attribute(name, own.item(i).getNodeValue());
      }
    }
  }

  private void writePresentation(
      String name, Map<String, String> attributes, Map<String, String> defaults) {
    String value = attributes.get(name);
    if (value != null && !value.equals(defaults.get(name))) {
      attribute(name, Ink.cssOf(value.replace("'", "")));
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            codePoint -> {
              switch (codePoint) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(codePoint);
              }
            });
    return safe.toString();
  }
}
