package bridgebench.bridge.python;

/** What an interpreter may be asked for beside playing a worker, and needs more packages for. */
public enum PythonUse {
  /** Playing the driver. */
  DRIVER("the driver's paths"),
  /** Computing {@code cdf} over whole arrays. */
  CDF_OF_ARRAYS("the function cdf in the modes arrow-pandas and arrow");

  private final String purpose;

  PythonUse(String purpose) {
    this.purpose = purpose;
  }

  /** Its name in a sentence, after "for". */
  public String purpose() {
    return purpose;
  }
}
