package bridgebench.bridge.driver.plan;

/** Numbers in the text of conditions and expressions. */
final class Literals {

  private Literals() {}

  static long whole(String number, String text) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException e) {
      throw new PlanException("'" + number + "' in '" + text + "' is no whole number");
    }
  }

  static double floating(String number, String text) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new PlanException("'" + number + "' in '" + text + "' is no number");
    }
  }
}
