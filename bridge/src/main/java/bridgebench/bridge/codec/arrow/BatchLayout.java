package bridgebench.bridge.codec.arrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;

/**
 * The nodes and buffers of a batch in the order of Arrow's format: depth first, for each field its
 * node, then its buffers, then its children.
 */
final class BatchLayout {

  private final List<OutBuffer> buffers = new ArrayList<>();
  private long[] lengths = new long[8];
  private int nodes;

  void clear() {
    buffers.clear();
    nodes = 0;
  }

  void addNode(int length, int nullCount) {
    if (2 * nodes == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * lengths.length);
    }
    lengths[2 * nodes] = length;
    lengths[2 * nodes + 1] = nullCount;
    nodes++;
  }

  void addBuffer(OutBuffer buffer) {
    buffers.add(buffer);
  }

  List<OutBuffer> buffers() {
    return buffers;
  }

  List<ArrowFieldNode> fieldNodes() {
    List<ArrowFieldNode> list = new ArrayList<>(nodes);
    for (int i = 0; i < nodes; i++) {
      list.add(new ArrowFieldNode(lengths[2 * i], lengths[2 * i + 1]));
    }
    return list;
  }

  /**
   * Everything the message's metadata and its gather list depend on: while it stays the same, both
   * can be sent again as they are.
   */
  long[] fingerprint() {
    long[] print = new long[2 * nodes + 2 * buffers.size()];
    System.arraycopy(lengths, 0, print, 0, 2 * nodes);
    int at = 2 * nodes;
    for (OutBuffer buffer : buffers) {
      print[at++] = buffer.length();
      print[at++] = buffer.address();
    }
    return print;
  }
}
