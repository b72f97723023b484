package bridgebench.reports.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A colour by its role. Drawings use a sentinel {@link Color} per role, which {@link SvgCompactor}
 * replaces by a CSS variable; the page gives the variable its value in light, dark and print.
 */
public enum Ink {
  TEXT("ink"),
  MUTED("ink-2"),
  AXIS("axis"),
  GRID("grid"),
  PAPER("paper"),
  BAND("band"),

  JVM("c-jvm"),
  PICKLE("c-pickle"),
  ARROW_ROW("c-arrow-row"),
  ARROW_PANDAS("c-arrow-pandas"),
  ARROW("c-arrow"),
  PIPE("c-pipe"),
  TCP("c-tcp"),
  UNIX("c-unix"),
  OTHER_1("c-1"),
  OTHER_2("c-2"),
  OTHER_3("c-3"),
  OTHER_4("c-4"),

  FASTER("c-faster"),
  SLOWER("c-slower"),

  ENCODE("s-encode"),
  WRITE("s-write"),
  READ("s-read"),
  DECODE("s-decode"),
  COMPUTE("s-compute"),
  CHECK("s-check"),
  CONNECT("s-connect"),
  CYCLES("s-cycles"),
  FRAME("s-frame"),
  QUEUE("s-queue"),
  UNACCOUNTED("s-rest"),

  /** Diverging scale of a heat map: far below one … one … far above one. */
  HEAT_0("h-0"),
  HEAT_1("h-1"),
  HEAT_2("h-2"),
  HEAT_3("h-3"),
  HEAT_4("h-4"),
  HEAT_5("h-5"),
  HEAT_6("h-6"),
  HEAT_7("h-7"),
  HEAT_8("h-8");

  private static final int SENTINEL_GREEN = 1;
  private static final int SENTINEL_BLUE = 2;

  private static final Map<String, Ink> BY_RGB =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Ink::rgbText, ink -> ink));

  private final String variable;

  Ink(String variable) {
    this.variable = variable;
  }

  /** The sentinel to draw with. */
  public Color color() {
    return new Color(ordinal() + 1, SENTINEL_GREEN, SENTINEL_BLUE);
  }

  /**
   * The sentinel with an opacity.
   *
   * @param alpha 0 … 255
   */
  public Color color(int alpha) {
    return new Color(ordinal() + 1, SENTINEL_GREEN, SENTINEL_BLUE, alpha);
  }

  /** The CSS value, for example {@code var(--c-arrow)}. */
  public String css() {
    return "var(--" + variable + ")";
  }

  /** The CSS custom property's name, without its dashes. */
  public String variable() {
    return variable;
  }

  /** The CSS value for an SVG colour such as {@code rgb(3,1,2)}, or the text itself. */
  static String cssOf(String svgColor) {
    Ink ink = BY_RGB.get(svgColor);
    return ink == null ? svgColor : ink.css();
  }

  private String rgbText() {
    return String.format(
        Locale.ROOT, "rgb(%d,%d,%d)", ordinal() + 1, SENTINEL_GREEN, SENTINEL_BLUE);
  }
}
