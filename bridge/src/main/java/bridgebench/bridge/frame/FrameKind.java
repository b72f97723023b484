package bridgebench.bridge.frame;

import org.jspecify.annotations.Nullable;

/** The type byte of a frame; {@code docs/protocol/frames.md} says who sends which. */
public enum FrameKind {
  BOOTSTRAP(1),
  HELLO(2),
  PING(3),
  PONG(4),
  SETUP(5),
  READY(6),
  TASK(7),
  DATA(8),
  SCHEMA(9),
  END(10),
  TRAILER(11),
  ERROR(12),
  FORK(13),
  FORKED(14);

  private static final @Nullable FrameKind[] BY_CODE = byCode();

  private final byte code;

  FrameKind(int code) {
    this.code = (byte) code;
  }

  /** The byte on the wire. */
  public byte code() {
    return code;
  }

  /** The kind with this byte, or null where the protocol knows none. */
  public static @Nullable FrameKind of(byte code) {
    return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /** Whether bodies are batches, bounded by the receiver's limit only. */
  boolean carriesBatches() {
    return this == DATA || this == SCHEMA;
  }

  private static @Nullable FrameKind[] byCode() {
    @Nullable FrameKind[] kinds = new @Nullable FrameKind[values().length + 1];
    for (FrameKind kind : values()) {
      kinds[kind.code] = kind;
    }
    return kinds;
  }
}
