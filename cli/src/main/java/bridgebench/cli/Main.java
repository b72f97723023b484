package bridgebench.cli;

import java.util.OptionalInt;

/** The program's entry: {@code java -jar bridgebench.jar COMMAND}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    OptionalInt elsewhere = ShortLived.run(args);
    if (elsewhere.isPresent()) {
      System.exit(elsewhere.getAsInt());
    }
    UnsafeWarning.silence();
    System.exit(Program.run(args));
  }
}
