package bridgebench.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          path=worker-start mode=jvm            | mode jvm has neither a worker to start nor a codec
          path=codec mode=jvm                   | mode jvm has neither a worker to start nor a codec
          writer=selector transport=pipe        | a pipe cannot be selected on in the JVM
          writer=lockstep flush=buffer          | lockstep implies flush batch
          writer=lockstep batchesPerSecond=200  | batchesPerSecond 200 needs writer thread
          writer=selector batchesPerSecond=200  | batchesPerSecond 200 needs writer thread
          batchesPerSecond=200 flush=buffer     | batchesPerSecond 200 implies flush batch
          batchesPerSecond=200 start=cold       | batchesPerSecond 200 needs start reuse
          batchesPerSecond=4000 rows=1990000    | 4000 needs a task of 200 full batches at least
          batchesPerSecond=2 rows=190000        | 2 needs a task of 20 full batches at least
          start=daemon transport=pipe pipe=stdio| start daemon needs pipe named
          function=upper shape=double           | function upper applies to no column of shape double
          function=cdf shape=nested             | it is defined for long, double
          mode=jvm function=/some/f.py:g        | mode jvm runs a function's Java twin
          mode=arrow-pandas dtypes=faithful shape=mixed | cannot carry the nulls of shape mixed
          path=worker-start rows=0              | needs at least 1 row
          path=aggregate shape=strings          | path aggregate groups by the first whole number (byte, short, int, long), which shape strings has not
          path=aggregate place=jvm shape=double | path aggregate groups by the first whole number
          path=to-pandas plan=join shape=double | plan join joins by the first whole number (byte, short, int, long), which shape double has not
          path=collect plan=filter shape=strings | plan filter uses the first number (byte, short, int, long, float, double), which shape strings has not
          path=count plan=project shape=strings | plan project uses the first number
          shape=wide-50 rows=1M batchRows=1M    | batchRows can be at most 167772
          mode=pickle compression=zstd          | compression zstd applies to Arrow modes only
          mode=arrow dtypes=faithful            | dtypes faithful applies to mode arrow-pandas only
          transport=unix tcpNoDelay=off         | tcpNoDelay off applies to transport tcp only
          transport=pipe socketBufferBytes=1KiB | socketBufferBytes 1KiB applies to transports tcp and unix
          transport=tcp pipe=named              | pipe named applies to transport pipe only
          transport=tcp pipeBytes=64KiB         | pipeBytes 64KiB applies to transport pipe only
          path=to-pandas mode=arrow-row         | path to-pandas moves rows in mode pickle or arrow
          path=create-dataframe mode=jvm        | it applies to path udf
          path=collect transport=pipe           | transport can be tcp or unix
          path=call call=bytes-in messageBytes=17MiB | messageBytes can be at most 16MiB there
          path=call call=long elements=5        | elements 5 applies to calls list and chain only, not to call long
          path=call messageBytes=64KiB          | messageBytes 64KiB applies to calls string, bytes-in and bytes-out only
          path=to-pandas origin=python selfDestruct=on | use selfDestruct off
          rows=1M batchRows=10k windowRows=5k   | windowRows 5000: expected 10000 to 8388608, or 0
          rows=1M batchRows=1 windowRows=2      | windowRows 2: expected 3 to 8388608, or 0
          shape=string(32MiB) batchRows=1 windowRows=2 | windowRows 2: expected 1 to 1, or 0
          rows=10M shape=wide-50 windowRows=1M  | windowRows 1000000: expected 10000 to 167772, or 0
          path=to-pandas mode=pickle selfDestruct=on | selfDestruct on applies to mode arrow only
          """)
  void anImpossibleCombinationIsRefusedWithTheReason(String words, String reason) {
    assertThatThrownBy(() -> Resolution.scenario(axes(words), Path.of("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "mode=jvm transport=pipe writer=selector",
    "mode=jvm compression=lz4",
    "mode=pickle compression=none",
    "writer=selector transport=unix",
    "writer=lockstep flush=batch",
    "start=daemon transport=pipe",
    "start=daemon transport=pipe pipe=named",
    "function=upper shape=mixed",
    "mode=arrow-pandas dtypes=faithful shape=narrow",
    "function=plus-one shape=narrow",
    "function=sleep(5ms) shape=nested",
    "function=/some/f.py:g shape=mixed",
    "rows=0",
    "shape=wide-50 rows=100k batchRows=1M",
    "path=transport rows=5",
    "path=codec mode=arrow compression=zstd",
    "path=collect mode=arrow-row",
    "path=count place=jvm transport=unix budgetBytes=1GiB",
    "path=to-pandas mode=arrow selfDestruct=on splitBlocks=on",
    "path=to-pandas origin=python splitBlocks=on",
    "path=collect origin=python transport=unix",
    "path=to-arrow rows=1M windowRows=1M",
    "path=show rows=10 windowRows=1M",
    "mode=jvm rows=1M windowRows=10k",
    "path=range rows=5 windowRows=2",
    "shape=string(16MiB) rows=4 batchRows=1 windowRows=3",
    "path=call call=chain elements=100 threads=8",
    "path=aggregate shape=three-columns",
    "path=to-arrow plan=join shape=narrow",
    "path=collect plan=filter shape=double",
    "path=collect plan=limit shape=strings",
    "path=show plan=scan shape=strings",
  })
  void aPossibleCombinationIsNotRefused(String words) {
    assertThat(Resolution.scenario(axes(words), Path.of("")).id()).isNotEmpty();
  }

  @Test
  void theEffectiveAxesOfAScenarioAreNeverRefused() {
    Scenario scenario = Resolution.scenario(axes("mode=arrow-pandas transport=tcp"), Path.of(""));

    assertThat(Validity.refusal(scenario.axes())).isEmpty();
  }

  private static Map<Axis, String> axes(String words) {
    Map<Axis, String> axes = new EnumMap<>(Axis.class);
    for (String word : words.strip().split(" +")) {
      String[] nameAndValue = word.split("=");
      axes.put(Axis.named(nameAndValue[0]).orElseThrow(), nameAndValue[1]);
    }
    return axes;
  }
}
