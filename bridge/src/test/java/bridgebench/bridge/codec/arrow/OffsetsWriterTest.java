package bridgebench.bridge.codec.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetsWriterTest {

  private static final int BEFORE = 3;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1023, 1024, 1025, 2048, 2049, 5000})
  void runsFromAnywhereInAColumnFollowEachOtherWithoutAGap(int count) {
    int from = 7;
    int[] source = ends(from + count, new Random(count));
    int rows = BEFORE + count;
    try (BufferAllocator allocator = new RootAllocator();
        OffsetsWriter offsets = new OffsetsWriter(allocator)) {
      offsets.start(rows);
      offsets.put(source, 0, BEFORE, 0);
      offsets.put(source, from, count, BEFORE);

      int[] expected = Arrays.copyOf(source, rows + 1);
      for (int i = 1; i <= count; i++) {
        expected[BEFORE + i] = source[BEFORE] + source[from + i] - source[from];
      }
      assertThat(written(offsets, rows)).isEqualTo(expected);
    }
  }

  /** Ends of values of 0 to 8 bytes, after a 0. */
  private static int[] ends(int values, Random random) {
    int[] ends = new int[values + 1];
    for (int i = 1; i <= values; i++) {
      ends[i] = ends[i - 1] + random.nextInt(9);
    }
    return ends;
  }

  private static int[] written(OffsetsWriter offsets, int rows) {
    BatchLayout layout = new BatchLayout();
    offsets.finish(layout, rows);
    IntBuffer buffer =
        layout.buffers().get(0).arrowBuf().nioBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    int[] all = new int[buffer.remaining()];
    buffer.get(all);
    return all;
  }
}
