package bridgebench.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** How a value becomes a place on an axis, and where the ticks go. */
public enum Scale {
  /** Evenly spaced; bars start at zero. */
  LINEAR {
    @Override
    double place(double value) {
      return value;
    }

    @Override
    List<Double> ticks(double low, double high, int atMost) {
      return linearTicks(low, high, atMost);
    }
  },
  /** Evenly spaced from zero, with ticks at powers of two and their multiples: for bytes. */
  LINEAR_BINARY {
    @Override
    double place(double value) {
      return value;
    }

    @Override
    List<Double> ticks(double low, double high, int atMost) {
      double rough = (high - low) / atMost;
      double power = Math.ceil(Math.log(rough) / Math.log(2) - ROUNDING);
      return ticksAt(Math.pow(2, power), low, high);
    }
  },
  /** Base 10. */
  LOG {
    @Override
    double place(double value) {
      return Math.log10(value);
    }

    @Override
    List<Double> ticks(double low, double high, int atMost) {
      return logTicks(low, high, atMost);
    }
  },
  /** Base 2, for sizes in bytes. */
  LOG_BINARY {
    @Override
    double place(double value) {
      return Math.log(value) / Math.log(2);
    }

    @Override
    List<Double> ticks(double low, double high, int atMost) {
      return binaryTicks(low, high, atMost);
    }
  },
  /** Fractions below one, spaced by the number of nines: 0.9, 0.99, 0.999. */
  NINES {
    @Override
    double place(double fraction) {
      return -Math.log10(1 - fraction);
    }

    @Override
    List<Double> ticks(double low, double high, int atMost) {
      List<Double> ticks = new ArrayList<>(List.of(0.0, 0.5));
      double step = 0.1;
      while (1 - step <= high) {
        ticks.add(1 - step);
        step /= 10;
      }
      ticks.removeIf(tick -> tick < low || tick > high);
      return ticks;
    }
  };

  private static final double ROUNDING = 1e-9;

  /** The place of a value, in axis units. */
  abstract double place(double value);

  /** Values to label, in order, within the range. */
  abstract List<Double> ticks(double low, double high, int atMost);

  private static List<Double> linearTicks(double low, double high, int atMost) {
    double rough = (high - low) / atMost;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power * 10;
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - ROUNDING)) {
        step = factor * power;
        break;
      }
    }
    return ticksAt(step, low, high);
  }

  private static List<Double> ticksAt(double step, double low, double high) {
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - ROUNDING); i * step <= high * (1 + ROUNDING); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static List<Double> logTicks(double low, double high, int atMost) {
    List<Double> ticks = stepsWithin(low, high, new int[] {1, 2, 5});
    if (ticks.size() > atMost) {
      ticks = stepsWithin(low, high, new int[] {1});
    }
    if (ticks.size() < 2) {
      ticks = stepsWithin(low, high, new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    }
    if (ticks.size() < 2) {
      ticks = linearTicks(low, high, atMost);
    }
    while (ticks.size() > atMost) {
      ticks = everySecond(ticks);
    }
    return ticks;
  }

  private static List<Double> binaryTicks(double low, double high, int atMost) {
    int first = (int) Math.ceil(Math.log(low) / Math.log(2) - ROUNDING);
    int last = (int) Math.floor(Math.log(high) / Math.log(2) + ROUNDING);
    int step = 1;
    while ((last - first) / step >= atMost) {
      step = step < 5 ? step + 1 : step + 5;
    }
    List<Double> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      if (Math.floorMod(exponent, step) == 0) {
        ticks.add(Math.pow(2, exponent));
      }
    }
    return ticks.size() < 2 ? linearTicks(low, high, atMost) : ticks;
  }

  private static List<Double> stepsWithin(double low, double high, int[] factors) {
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    for (int exponent = first; exponent <= last; exponent++) {
      for (int factor : factors) {
        double tick = factor * Math.pow(10, exponent);
        if (tick >= low * (1 - ROUNDING) && tick <= high * (1 + ROUNDING)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private static List<Double> everySecond(List<Double> ticks) {
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i += 2) {
      kept.add(ticks.get(i));
    }
    return kept;
  }
}
