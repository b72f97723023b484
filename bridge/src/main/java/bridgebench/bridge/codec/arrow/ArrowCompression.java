package bridgebench.bridge.codec.arrow;

import bridgebench.scenarios.model.Compression;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/** arrow-java's codecs for the values of the axis {@code compression}. */
final class ArrowCompression {

  private ArrowCompression() {}

  static CompressionCodec codec(Compression compression) {
    return switch (compression) {
      case NONE -> NoCompressionCodec.INSTANCE;
      case LZ4 -> CommonsCompressionFactory.INSTANCE.createCodec(CodecType.LZ4_FRAME);
      case ZSTD -> CommonsCompressionFactory.INSTANCE.createCodec(CodecType.ZSTD);
    };
  }
}
