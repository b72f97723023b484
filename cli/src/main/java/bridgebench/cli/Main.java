package bridgebench.cli;

/** The program's entry: {@code java -jar bridgebench.jar COMMAND}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    UnsafeWarning.silence();
    System.exit(Program.run(args));
  }
}
