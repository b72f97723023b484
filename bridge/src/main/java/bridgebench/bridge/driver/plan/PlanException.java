package bridgebench.bridge.driver.plan;

/** A plan that cannot be: an unknown column, a type that does not fit, words that say nothing. */
public final class PlanException extends IllegalArgumentException {

  PlanException(String message) {
    super(message);
  }
}
