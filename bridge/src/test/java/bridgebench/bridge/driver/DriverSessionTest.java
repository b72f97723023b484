package bridgebench.bridge.driver;

import static org.assertj.core.api.Assertions.assertThat;

import bridgebench.bridge.frame.GoldenBodies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation is checked by the session itself, value by value: a wrong one would throw. */
class DriverSessionTest {

  static Stream<String> everyPathWithEveryTypeThatItCanHold() {
    List<String> scenarios = new ArrayList<>();
    for (String rows :
        List.of(
            "path=collect batchRows=1000 rowsAs=rows",
            "path=collect batchRows=1000 rowsAs=tuples",
            "path=to-arrow batchRows=1000",
            "path=parallelize batchRows=1000",
            "path=create-dataframe mode=arrow batchRows=1000",
            "path=create-dataframe mode=pickle batchRows=1000")) {
      scenarios.add(rows + " transport=unix shape=mixed rows=12345");
      scenarios.add(rows + " transport=tcp shape=nested rows=1234");
    }
    for (String frame :
        List.of(
            "mode=pickle batchRows=1000",
            "mode=arrow batchRows=1000 selfDestruct=off splitBlocks=off",
            "mode=arrow batchRows=1000 selfDestruct=on splitBlocks=on")) {
      scenarios.add("path=to-pandas transport=unix shape=mixed rows=12345 " + frame);
      scenarios.add("path=to-pandas transport=tcp shape=nested rows=1234 " + frame);
      scenarios.add("path=to-pandas transport=unix shape=asv-timestamps rows=1234 " + frame);
    }
    for (String held :
        List.of(
            "path=collect rowsAs=rows",
            "path=collect rowsAs=tuples",
            "path=to-pandas mode=pickle",
            "path=to-pandas mode=arrow")) {
      scenarios.add(held + " origin=python batchRows=1000 shape=mixed rows=12345");
      scenarios.add(held + " origin=python batchRows=100 shape=nested rows=1234");
    }
    scenarios.add("path=show shape=mixed rows=12345");
    scenarios.add("path=show shape=nested rows=7");
    scenarios.add("path=range rows=100000000");
    return scenarios.stream();
  }

  @ParameterizedTest
  @MethodSource
  void everyPathWithEveryTypeThatItCanHold(String words) {
    try (DriverSession session =
        DriverSession.open(DriverScenarios.of(words), DriverScenarios.settings())) {
      for (int operation = 0; operation < 2; operation++) {
        DriverReport report = session.runOperation();
        assertThat(report.rows())
            .isEqualTo(Long.parseLong(words.replaceAll(".*rows=(\\d+).*", "$1")));
        assertThat(report.durationNanos()).isPositive();
      }
      assertThat(session.liveHandles()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path=range",
        "path=to-arrow transport=unix shape=mixed batchRows=10",
        "path=parallelize transport=unix shape=mixed batchRows=10",
        "path=create-dataframe mode=arrow transport=tcp shape=mixed batchRows=10"
      })
  void shortOperationsAreTimedInBlocks(String words) {
    try (DriverSession session =
        DriverSession.open(DriverScenarios.of(words + " rows=25"), DriverScenarios.settings())) {
      DriverReport one = session.runOperation();
      DriverReport block = session.runBlock();
      assertThat(one.operations()).isOne();
      assertThat(block.operations()).isBetween(2L, 50L);
      assertThat(block.rows()).isEqualTo(25 * block.operations());
      assertThat(block.sentBytes()).isEqualTo(one.sentBytes() * block.operations());
      assertThat(block.receivedBytes()).isEqualTo(one.receivedBytes() * block.operations());
      assertThat(block.stageNanos()).containsOnlyKeys(one.stageNanos().keySet());
      assertThat(block.memoryBytes()).containsKeys("python.peakResident", "jvm.heapRetained");
      assertThat(session.liveHandles()).isZero();
    }
  }

  @Test
  void anOperationThatIsNotShortIsTimedAlone() {
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of("path=count place=jvm plan=filter shape=long rows=100000000"),
            DriverScenarios.settings())) {
      assertThat(session.runBlock().operations()).isOne();
    }
  }

  @Test
  void callsAreNeitherAboutRowsNorTimedInBlocksOfBlocks() {
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of("path=call call=static"), DriverScenarios.settings())) {
      DriverReport block = session.runBlock();
      assertThat(block.operations()).isOne();
      assertThat(block.calls()).isGreaterThan(1);
      assertThat(block.memoryBytes()).doesNotContainKey("data");
      assertThat(session.effective()).doesNotContainKeys("rowsPerFrame", "estimatedPeakBytes");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "collect, python.decode python.rows python.cycle-search",
    "to-pandas mode=pickle, python.decode python.rows python.cycle-search python.to-pandas",
    "to-pandas mode=arrow, python.to-pandas",
    "to-pandas mode=arrow plan=filter, python.to-pandas"
  })
  void nothingCrossesWhereRowsAreInPythonAlready(String path, String stages) {
    String words = "path=" + path + " shape=three-columns rows=50000 origin=";
    try (DriverSession crossing = open(words + "jvm");
        DriverSession held = open(words + "python")) {
      DriverReport crossed = crossing.runOperation();
      DriverReport made = held.runOperation();

      assertThat(crossed.sentBytes()).isPositive();
      assertThat(made.sentBytes()).isZero();
      assertThat(made.rows()).isEqualTo(crossed.rows());
      // A table is there; pickled batches are still to be decoded.
      assertThat(made.stageNanos()).containsOnlyKeys(stages.split(" "));
      assertThat(crossed.stageNanos().keySet()).containsAll(made.stageNanos().keySet());
      assertThat(held.liveHandles()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"to-pandas mode=arrow", "collect", "create-dataframe mode=pickle", "show"})
  void valuesRepeatWhenTheScenarioSays(String path) {
    String words = "path=" + path + " shape=three-columns rows=20000 windowRows=";
    for (int rows : new int[] {10_000, 12_345}) {
      try (DriverSession session = open(words + rows)) {
        assertThat(session.effective()).containsEntry("windowRows", Integer.toString(rows));
        assertThat(session.runOperation().rows()).isEqualTo(20_000);
      }
    }
  }

  @Test
  void anObjectIsMadeOfEachStringThatIsNew() {
    String words = "path=to-pandas mode=arrow shape=three-columns rows=100000 windowRows=";
    try (DriverSession few = open(words + "10000");
        DriverSession all = open(words + "100000")) {
      // pyarrow makes one object of equal strings.
      assertThat(few.runOperation().memoryBytes().get("python.objects"))
          .isBetween(10_000L, 20_000L);
      assertThat(all.runOperation().memoryBytes().get("python.objects"))
          .isBetween(100_000L, 110_000L);
    }
  }

  private static DriverSession open(String words) {
    return DriverSession.open(DriverScenarios.of(words), DriverScenarios.settings());
  }

  @Test
  void bothDirectionsTellWhatArrowHeldInTheJvm() {
    // Two encoders take turns at what is sent.
    Map<String, Integer> batchesHeld = Map.of("to-arrow", 2, "create-dataframe mode=arrow", 1);
    for (String path : batchesHeld.keySet()) {
      String words = "path=" + path + " transport=unix shape=long rows=100000 batchRows=10000";
      try (DriverSession session =
          DriverSession.open(DriverScenarios.of(words), DriverScenarios.settings())) {
        assertThat(session.runOperation().memoryBytes().get("jvm.arrowPeak"))
            .as(path)
            .isGreaterThanOrEqualTo(batchesHeld.get(path) * 8 * 10_000);
      }
    }
  }

  // Ten thousands of timestamps over two centuries: some lie in the hours around a change.
  static Stream<String> timestampsAreLocalTimesOfTheZone() {
    return Stream.of("America/New_York", "Australia/Adelaide")
        .flatMap(
            zone ->
                Stream.of(
                        "path=collect batchRows=1000 shape=mixed",
                        "path=to-pandas mode=pickle batchRows=1000 shape=mixed",
                        "path=to-pandas mode=arrow batchRows=10000 shape=mixed",
                        "path=to-pandas mode=arrow batchRows=10000 shape=asv-timestamps",
                        "path=create-dataframe mode=pickle batchRows=1000 shape=mixed",
                        "path=create-dataframe mode=arrow batchRows=10000 shape=mixed",
                        "path=create-dataframe mode=arrow batchRows=10000 shape=asv-timestamps")
                    .map(words -> words + " transport=unix rows=100000 timeZone=" + zone));
  }

  @ParameterizedTest
  @MethodSource
  void timestampsAreLocalTimesOfTheZone(String words) {
    run(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Australia/Adelaide"})
  void aTableIsShownInTheLocalTimesOfTheZone(String zone) {
    run("path=show shape=asv-timestamps rows=100 timeZone=" + zone);
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of("path=show shape=asv-timestamps rows=3 timeZone=" + zone),
            DriverScenarios.settings())) {
      assertThat(session.effective())
          .containsEntry("timeZone", zone)
          .containsEntry("timestamps", "1677-09-22 to 2262-04-10");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path=collect plan=filter batchRows=1000 transport=unix",
        "path=to-arrow plan=filter batchRows=10000 transport=unix",
        "path=to-pandas plan=project mode=arrow batchRows=10000 transport=unix",
        "path=collect plan=project batchRows=1000 transport=unix",
        "path=to-arrow plan=join batchRows=777 transport=unix",
        "path=collect plan=limit batchRows=1000 transport=unix",
        "path=count plan=join place=jvm",
        "path=count plan=filter place=python batchRows=10000 transport=unix",
        "path=show plan=join",
        "path=aggregate place=jvm",
        "path=aggregate place=python batchRows=10000 transport=unix",
      })
  void everyPlanGivesTheRowsThatPythonWorksOutByItself(String words) {
    for (String shape : List.of("three-columns", "mixed")) {
      if (words.contains("to-pandas") && shape.equals("mixed") || words.contains("python")) {
        continue;
      }
      run(words + " rows=300000 shape=" + shape);
    }
    if (words.contains("python")) {
      run(words + " rows=300000 shape=three-columns");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path=collect batchRows=1000 transport=tcp",
        "path=to-arrow batchRows=1000 transport=tcp",
        "path=to-pandas mode=pickle batchRows=1000 transport=tcp",
        "path=to-pandas mode=arrow batchRows=1000 transport=tcp",
        "path=parallelize batchRows=1000 transport=tcp",
        "path=create-dataframe mode=arrow batchRows=1000 transport=tcp",
        "path=show",
        "path=count place=jvm",
      })
  void noRowsAreRowsToo(String words) {
    run(words + " rows=0 shape=three-columns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call=static",
        "call=bool",
        "call=int",
        "call=long",
        "call=double",
        "call=string messageBytes=1000",
        "call=list elements=17",
        "call=bytes-in messageBytes=1",
        "call=bytes-in messageBytes=100000",
        "call=bytes-out messageBytes=1000",
        "call=callback",
        "call=chain elements=25",
        "call=static threads=8",
        "call=bytes-out messageBytes=100 threads=3",
      })
  void everyKindOfCallIsAnsweredAndTimedOneByOne(String words) {
    try (DriverSession session =
        DriverSession.open(DriverScenarios.of("path=call " + words), DriverScenarios.settings())) {
      long calls = session.runOperation().calls() + session.runOperation().calls();
      assertThat(calls).isPositive();
      assertThat(session.latency().get("call").getTotalCount()).isEqualTo(calls);
      session.resetLatency();
      assertThat(session.latency()).isEmpty();
      assertThat(session.liveHandles()).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "driver-setup.bin, path=to-pandas mode=arrow batchRows=10000 transport=unix shape=double rows=9",
    "driver-setup-call.bin, path=call call=int"
  })
  void pythonIsToldWhatTheGoldenFramesSay(String file, String words) throws IOException {
    try (DriverSession session =
        DriverSession.open(DriverScenarios.of(words), DriverScenarios.settings())) {
      assertThat(GoldenBodies.keysOf(session.setup(DriverScenarios.settings())))
          .isEqualTo(GoldenBodies.keysOf(file));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "path=create-dataframe mode=arrow batchRows=1000 transport=unix,true",
    "path=create-dataframe mode=pickle batchRows=1000 transport=unix,false",
    "path=collect batchRows=1000 transport=unix,false",
    "path=aggregate place=python batchRows=1000 transport=unix,true",
    "path=count place=jvm,false"
  })
  void thePeakOfArrowIsToldWhereArrowWasUsed(String words, boolean used) {
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of(words + " shape=three-columns rows=20000"),
            DriverScenarios.settings())) {
      Map<String, Long> memory = session.runOperation().memoryBytes();
      assertThat(memory.containsKey("python.arrowPeak")).isEqualTo(used);
      assertThat(memory.getOrDefault("python.arrowPeak", 1L)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "python batchRows=10000 transport=unix"})
  void anAggregateIsPlannedBeforeItIsConnected(String place) {
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of("path=aggregate shape=three-columns rows=20000 place=" + place),
            DriverScenarios.settings())) {
      Map<String, Long> stages = session.runOperation().stageNanos();
      assertThat(stages).containsKeys("python.plan", "python.connect");
      assertThat(stages.containsKey("python.aggregate")).isEqualTo(!place.equals("jvm"));
    }
  }

  @Test
  void threadsOfArrowAreNotLimitedInTheDriver() {
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of("path=show shape=long rows=1"), DriverScenarios.settings())) {
      int threads = Integer.parseInt(session.effective().get("python.arrowThreads"));
      assertThat(threads > 1).isEqualTo(Runtime.getRuntime().availableProcessors() > 1);
    }
  }

  @Test
  void anActionReportsItsStagesAndItsMemoryOnBothSides() {
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of(
                "path=to-pandas mode=arrow batchRows=10000 transport=unix shape=three-columns"
                    + " rows=200000"),
            DriverScenarios.settings())) {
      DriverReport report = session.runOperation();
      assertThat(report.stageNanos())
          .containsKeys(
              "python.plan",
              "python.connect",
              "python.read",
              "python.decode",
              "python.to-pandas",
              "jvm-writer.encode",
              "jvm-writer.write");
      long python =
          report.stageNanos().entrySet().stream()
              .filter(stage -> stage.getKey().startsWith("python."))
              .mapToLong(Map.Entry::getValue)
              .sum();
      assertThat(python).isLessThanOrEqualTo(report.durationNanos());
      assertThat(report.memoryBytes())
          .containsKeys("jvm.heapPeak", "jvm.heapRetained", "jvm.arrowPeak", "python.objects");
      assertThat(report.memoryBytes().get("python.arrowPeak"))
          .isGreaterThanOrEqualTo(report.memoryBytes().get("data") / 2);
      assertThat(session.driverVersions()).containsKeys("python", "py4j", "pyarrow", "pandas");
      assertThat(session.effective())
          .containsEntry("rowsPerFrame", "10000")
          .containsKey("jvm.data.sendBufferBytes");
    }
  }

  @Test
  void aHundredMillionRowsAreCountedInConstantMemory() {
    try (DriverSession session =
        DriverSession.open(
            DriverScenarios.of("path=count place=jvm shape=long rows=100000000 plan=filter"),
            DriverScenarios.settings())) {
      session.runOperation();
      long retained = session.runOperation().memoryBytes().get("jvm.heapRetained");
      assertThat(retained).isLessThan(256L << 20);
    }
  }

  private static void run(String words) {
    try (DriverSession session =
        DriverSession.open(DriverScenarios.of(words), DriverScenarios.settings())) {
      session.runOperation();
      session.runOperation();
      assertThat(session.liveHandles()).isZero();
    }
  }
}
