package bridgebench.cli.selection;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.scenarios.suite.SuiteException;
import bridgebench.scenarios.suite.SuiteReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeNeededTest {
  @Test
  void shippedSuitesKeepTheirPromises() throws SuiteException {
    assertThat(TimeNeeded.of(SuiteReader.readShipped("quick"))).isLessThan(Duration.ofMinutes(3));
    assertThat(TimeNeeded.of(SuiteReader.readShipped("standard")))
        .isLessThanOrEqualTo(Duration.ofMinutes(30));
  }
}
