package bridgebench.bridge.task;

import bridgebench.bridge.clock.StageClock;
import bridgebench.bridge.codec.AnswerMaker;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.BatchEncoder;
import bridgebench.bridge.frame.FrameKind;
import bridgebench.bridge.function.ResultCheck;
import bridgebench.bridge.rows.RowWindow;
import bridgebench.scenarios.model.Axis;
import bridgebench.scenarios.model.CodecDirection;
import bridgebench.scenarios.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A codec on the JVM alone, for the path {@code codec}: no process, no channel, and no function.
 *
 * <p>What is decoded are bodies that the JVM made of the same rows before anything is timed, in the
 * form of a worker's answers: for Arrow the encoder's own messages, for pickles the opcodes that
 * Python's own pickler writes. About 64 MiB of them are kept, and repeat where a task needs more.
 * For one thread.
 */
public final class CodecSession implements AutoCloseable {

  private static final long KEPT_BYTES = 64L << 20;

  private final Scenario scenario;
  private final BatchEncoder encoder;
  private final BatchDecoder decoder;
  private final int windowRows;
  private final StageClock untimed = new StageClock(false);
  private final List<Answer> answers = new ArrayList<>();
  private final SharedUse use = new SharedUse();

  private CodecSession(Scenario scenario, RowWindow window) {
    this.scenario = scenario;
    this.windowRows = window.rows();
    this.encoder = Codecs.encoder(scenario, window);
    this.decoder = Codecs.decoder(scenario, ResultCheck.unchanged(scenario.id(), window));
  }

  /** Makes the window and, where decoding is measured, the bodies. */
  public static CodecSession open(Scenario scenario, long seed) {
    RowWindow window = Codecs.window(scenario, seed);
    CodecSession session = new CodecSession(scenario, window);
    if (scenario.require(Axis.DIRECTION, CodecDirection.class) == CodecDirection.DECODE) {
      try (AnswerMaker answers = Codecs.answers(scenario, window)) {
        session.make(answers);
      }
    }
    return session;
  }

  /** What is in force, by name. */
  public Map<String, String> effective() {
    return Map.of("windowRows", Integer.toString(windowRows));
  }

  /**
   * Encodes one task's batches.
   *
   * @return bytes of all bodies
   */
  public long encodeOnce() {
    return use.during(this::encoded);
  }

  private long encoded() {
    long bytes = 0;
    for (long first = 0; first < scenario.rows(); first += scenario.batchRows()) {
      bytes += encoder.encode(first, batchRows(first)).frameBytes();
    }
    return bytes;
  }

  /**
   * Decodes one task's batches and judges every value.
   *
   * @return rows decoded
   */
  public long decodeOnce() {
    return use.during(this::decoded);
  }

  private long decoded() {
    long rows = 0;
    for (int i = 0; i < batches(); i++) {
      Answer answer = answers.get(i % answers.size());
      decoder.bodyBuffer(FrameKind.DATA, answer.body().length).put(answer.body());
      rows += decoder.decode(answer.body().length);
      decoder.check(answer.firstRow(), untimed);
    }
    return rows;
  }

  @Override
  public void close() {
    use.end(
        () -> {
          encoder.close();
          decoder.close();
        });
  }

  private void make(AnswerMaker maker) {
    long bytes = 0;
    for (int i = 0; i < batches() && bytes < KEPT_BYTES; i++) {
      long first = (long) i * scenario.batchRows();
      Answer answer = new Answer(first, maker.answer(first, batchRows(first)));
      answers.add(answer);
      bytes += answer.body().length;
    }
  }

  private long batches() {
    return (scenario.rows() + scenario.batchRows() - 1) / scenario.batchRows();
  }

  private int batchRows(long firstRow) {
    return (int) Math.min(scenario.batchRows(), scenario.rows() - firstRow);
  }

  private record Answer(long firstRow, byte[] body) {}
}
