package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a series looks in every chart: a colour, and a marker and dash that tell it apart without
 * colour. Colours are those of Okabe and Ito, "Color Universal Design" (2008).
 *
 * @param ink the colour
 * @param dash lengths of dashes and gaps in px; empty for a solid line
 * @param marker the shape at each point
 */
public record SeriesStyle(Ink ink, List<Float> dash, Marker marker) {

  /** The shape drawn at each point of a line. */
  public enum Marker {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    TRIANGLE_DOWN,
    NONE
  }

  private static final int VARIANTS = 15;

  /** What lines are held against, such as the size of the data itself. */
  public static final SeriesStyle REFERENCE =
      new SeriesStyle(Ink.MUTED, List.of(1f, 3f), Marker.NONE);

  private static final List<Float> SOLID = List.of();
  private static final List<Float> LONG = List.of(7f, 3f);
  private static final List<Float> SHORT = List.of(2f, 3f);
  private static final List<Float> MIXED = List.of(8f, 3f, 2f, 3f);

  private static final Map<String, SeriesStyle> BY_WORD =
      Map.ofEntries(
          Map.entry("jvm", new SeriesStyle(Ink.JVM, SHORT, Marker.NONE)),
          Map.entry("pickle", new SeriesStyle(Ink.PICKLE, SOLID, Marker.SQUARE)),
          Map.entry("arrow-row", new SeriesStyle(Ink.ARROW_ROW, MIXED, Marker.TRIANGLE)),
          Map.entry("arrow-pandas", new SeriesStyle(Ink.ARROW_PANDAS, LONG, Marker.DIAMOND)),
          Map.entry("arrow", new SeriesStyle(Ink.ARROW, SOLID, Marker.CIRCLE)),
          Map.entry("pipe", new SeriesStyle(Ink.PIPE, SHORT, Marker.SQUARE)),
          Map.entry("tcp", new SeriesStyle(Ink.TCP, LONG, Marker.DIAMOND)),
          Map.entry("unix", new SeriesStyle(Ink.UNIX, SOLID, Marker.CIRCLE)));

  private static final List<SeriesStyle> OTHERS =
      List.of(
          new SeriesStyle(Ink.OTHER_1, SOLID, Marker.CIRCLE),
          new SeriesStyle(Ink.OTHER_2, LONG, Marker.DIAMOND),
          new SeriesStyle(Ink.OTHER_3, MIXED, Marker.TRIANGLE),
          new SeriesStyle(Ink.OTHER_4, SHORT, Marker.SQUARE));

  public SeriesStyle {
    dash = List.copyOf(dash);
  }

  /**
   * The style of a mode or transport by its word; any other value gets one by its place.
   *
   * @param word an axis value such as {@code arrow} or {@code 10000}
   * @param place 0-based place of the value among its series
   */
  public static SeriesStyle of(String word, int place) {
    SeriesStyle known = BY_WORD.get(word);
    return known != null ? known : OTHERS.get(place % OTHERS.size()).variant(place / OTHERS.size());
  }

  /**
   * The same colour with another dash and marker; variants up to {@value #VARIANTS} differ from one
   * another and from the style itself.
   *
   * @param number 0 for the style itself
   */
  public SeriesStyle variant(int number) {
    if (number == 0) {
      return this;
    }
    List<SeriesStyle> others = looks().stream().filter(look -> !look.equals(this)).toList();
    return others.get((number - 1) % others.size());
  }

  /** Every dash with every marker, those first that share neither with their neighbours. */
  private List<SeriesStyle> looks() {
    List<List<Float>> dashes = List.of(SOLID, LONG, SHORT, MIXED);
    List<Marker> markers =
        List.of(Marker.CIRCLE, Marker.DIAMOND, Marker.SQUARE, Marker.TRIANGLE_DOWN);
    List<SeriesStyle> looks = new ArrayList<>();
    for (int turn = 0; turn < markers.size(); turn++) {
      for (int place = 0; place < dashes.size(); place++) {
        Marker look = markers.get((place + 1 + turn) % markers.size());
        looks.add(new SeriesStyle(ink, dashes.get((place + 1) % dashes.size()), look));
      }
    }
    return looks;
  }
}
