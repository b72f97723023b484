package bridgebench.bridge.task;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.worker.StartedWorker;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartPartsTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onTwoClocksOnlyWhatTheJvmSawIsAPart(boolean forked) {
    StartedWorker start = new StartedWorker(null, 100, 110, 150);
    Map<String, Long> parts = StartParts.of(start, forked, false, 170, 200);
    assertThat(parts)
        .containsExactly(
            Map.entry("spawn", 10L),
            Map.entry("connect", 40L),
            Map.entry("function", 20L),
            Map.entry("first-batch", 30L));
  }

  @Test
  void theSumOfThePartsIsTheWholeEvenWhereReadingsOverlap() {
    StartedWorker start = new StartedWorker(null, 100, 160, 150);
    Map<String, Long> parts = StartParts.of(start, false, false, 170, 200);
    assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
  }
}
