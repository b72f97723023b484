package bridgebench.jmh.fork;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** HdrHistograms as base64 text of their V2 compressed form, as {@code .hlog} files hold them. */
public final class HistogramText {
  private HistogramText() {}

  /** The text form of a histogram. */
  public static String encode(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /**
   * The histogram of a text.
   *
   * @throws IllegalArgumentException when the text is not such a histogram
   */
  public static Histogram decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
    } catch (DataFormatException e) {
      throw new IllegalArgumentException(
          "not a compressed HdrHistogram in base64: "
              + text.substring(0, Math.min(40, text.length())),
          e);
    }
  }
}
