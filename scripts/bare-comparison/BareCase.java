import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One case of the bare bridge: calls its own methods as they are and prints the figure of the last call. */
public final class BareCase {

  private BareCase() {}

  public static void main(String[] args) throws Exception {
    String[] words = args[0].split("/");
    String python = args[1];
    int rounds = Integer.parseInt(args[2]);
    int rows = Integer.parseInt(args[3]);
    String worker = args[4];
    // Each call of the bare bridge makes five rounds and reports the best of them.
    int calls = Math.max(1, rounds / BareBridge.ROUNDS);
    String kind = words[0].startsWith("echo") ? "echo" : words[0];
    PrintStream screen = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (BareBridge.Link link = BareBridge.Link.open(python, worker, kind, words[1])) {
      switch (kind) {
        case "echo" -> BareBridge.echo(link, words[1]);
        case "pickle" -> repeat(calls, () -> BareBridge.pickle(link, words[1], rows / 10, Integer.parseInt(words[2])));
        default -> repeat(calls, () -> BareBridge.arrow(link, words[1], rows, Integer.parseInt(words[2])));
      }
    }
    screen.println(figure(printed.toString(StandardCharsets.UTF_8), words[0]));
  }

  private static void repeat(int calls, BareBridge.Work work) throws Exception {
    for (int i = 0; i < calls; i++) {
      work.run();
    }
  }

  /** The last printed value; for latency its inverse, so that greater is better. */
  private static double figure(String printed, String kind) {
    String wanted = kind.equals("echo-latency") ? "echo-8B" : kind.equals("echo-bandwidth") ? "echo-256KiB" : "";
    double value = Double.NaN;
    for (String line : printed.split("\n")) {
      if (line.startsWith(wanted)) {
        value = Double.parseDouble(line.substring(line.lastIndexOf('\t') + 1).trim());
      }
    }
    return kind.equals("echo-latency") ? 1 / value : value;
  }
}
