package bridgebench.cli;

import bridgebench.cli.selection.TimingOptions;
import bridgebench.reports.page.ReportOptions;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a reader may ask of the page. */
final class PageOptions {
  @Option(
      names = "--service-level",
      paramLabel = "TIME",
      converter = TimingOptions.Nanos.class,
      description = "Draw this time, such as 10ms, as a line in every latency chart.")
  private @Nullable Long serviceLevelNanos;

  ReportOptions chosen() {
    return serviceLevelNanos == null
        ? ReportOptions.DEFAULT
        : new ReportOptions(OptionalDouble.of(serviceLevelNanos));
  }
}
