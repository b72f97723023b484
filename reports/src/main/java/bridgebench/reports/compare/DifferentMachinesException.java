package bridgebench.reports.compare;

import java.util.stream.Collectors;

/** Runs of different machines that nobody asked to compare; the message says what differs. */
public final class DifferentMachinesException extends Exception {

  private static final long serialVersionUID = 1L;

  DifferentMachinesException(EnvironmentComparison environments) {
    super(
        "the runs were measured on different machines ("
            + environments.differences().stream()
                .limit(3)
                .map(
                    difference ->
                        difference.fact()
                            + ": "
                            + difference.values().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining("; "))
            + "); a difference between them says nothing about the program alone. Ask for the"
            + " comparison of different machines to see it all the same");
  }
}
