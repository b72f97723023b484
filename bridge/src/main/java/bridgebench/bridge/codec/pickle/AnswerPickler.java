package bridgebench.bridge.codec.pickle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Writes lists of rows with the opcodes with which Python's {@code pickle.dumps(rows, 5)} writes
 * them, so that decoding can be measured, and tested, without Python. Python makes a frame of every
 * 64 KiB and refers back to an object that occurs again; here there is one frame, and every object
 * is written out. Bodies for workers are not written this way: that is Pyrolite's task.
 */
public final class AnswerPickler {

  private static final int PROTOCOL = 5;
  private static final int BATCH = 1000;
  private static final int SHORT = 256;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> classes = new HashMap<>();
  private int memoized;

  private AnswerPickler() {}

  /**
   * A worker's answer.
   *
   * @param rows bare values where there is one column, else an {@code Object[]} a row
   */
  public static byte[] pickle(List<?> rows) {
    try {
      AnswerPickler pickler = new AnswerPickler();
      pickler.list(rows);
      pickler.opcode(Opcodes.STOP);
      return framed(pickler.out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private static byte[] framed(byte[] body) {
    ByteBuffer pickle = ByteBuffer.allocate(body.length + 11).order(ByteOrder.LITTLE_ENDIAN);
    pickle.put((byte) Opcodes.PROTO).put((byte) PROTOCOL);
    pickle.put((byte) Opcodes.FRAME).putLong(body.length);
    return pickle.put(body).array();
  }

  private void save(@Nullable Object value) throws IOException {
    if (value == null) {
      opcode(Opcodes.NONE);
    } else if (value instanceof Boolean bool) {
      opcode(bool ? Opcodes.NEWTRUE : Opcodes.NEWFALSE);
    } else if (value instanceof Double || value instanceof Float) {
      opcode(Opcodes.BINFLOAT);
      out.write(ByteBuffer.allocate(8).putDouble(((Number) value).doubleValue()).array());
    } else if (value instanceof BigDecimal decimal) {
      decimal(decimal);
    } else if (value instanceof Number number) {
      whole(number.longValue());
    } else if (value instanceof String text) {
      data(text.getBytes(UTF_8), Opcodes.SHORT_BINUNICODE, Opcodes.BINUNICODE);
    } else if (value instanceof byte[] bytes) {
      data(bytes, Opcodes.SHORT_BINBYTES, Opcodes.BINBYTES);
    } else if (value instanceof Object[] tuple) {
      tuple(tuple);
    } else if (value instanceof List<?> list) {
      list(list);
    } else {
      dict((Map<?, ?>) value);
    }
  }

  private void whole(long value) throws IOException {
    if (value >= 0 && value < 1 << 8) {
      opcode(Opcodes.BININT1);
      little(value, 1);
    } else if (value >= 0 && value < 1 << 16) {
      opcode(Opcodes.BININT2);
      little(value, 2);
    } else if (value == (int) value) {
      opcode(Opcodes.BININT);
      little(value, 4);
    } else {
      byte[] big = BigInteger.valueOf(value).toByteArray();
      opcode(Opcodes.LONG1);
      little(big.length, 1);
      little(value, big.length);
    }
  }

  private void data(byte[] bytes, short shortOpcode, short longOpcode) throws IOException {
    opcode(bytes.length < SHORT ? shortOpcode : longOpcode);
    little(bytes.length, bytes.length < SHORT ? 1 : 4);
    out.write(bytes);
    memoize();
  }

  private void decimal(BigDecimal value) throws IOException {
    Integer known = classes.get("Decimal");
    if (known == null) {
      save("decimal");
      save("Decimal");
      opcode(Opcodes.STACK_GLOBAL);
      classes.put("Decimal", memoized);
      memoize();
    } else {
      opcode(known < SHORT ? Opcodes.BINGET : Opcodes.LONG_BINGET);
      little(known, known < SHORT ? 1 : 4);
    }
    save(value.toPlainString());
    opcode(Opcodes.TUPLE1);
    memoize();
    opcode(Opcodes.REDUCE);
    memoize();
  }

  private void tuple(Object[] values) throws IOException {
    boolean marked = values.length > 3;
    if (marked) {
      opcode(Opcodes.MARK);
    }
    for (Object value : values) {
      save(value);
    }
    opcode(
        switch (values.length) {
          case 1 -> Opcodes.TUPLE1;
          case 2 -> Opcodes.TUPLE2;
          case 3 -> Opcodes.TUPLE3;
          default -> Opcodes.TUPLE;
        });
    memoize();
  }

  private void list(List<?> list) throws IOException {
    opcode(Opcodes.EMPTY_LIST);
    memoize();
    for (int from = 0; from < list.size(); from += BATCH) {
      List<?> part = list.subList(from, Math.min(from + BATCH, list.size()));
      if (part.size() > 1) {
        opcode(Opcodes.MARK);
      }
      for (Object value : part) {
        save(value);
      }
      opcode(part.size() > 1 ? Opcodes.APPENDS : Opcodes.APPEND);
    }
  }

  private void dict(Map<?, ?> map) throws IOException {
    opcode(Opcodes.EMPTY_DICT);
    memoize();
    if (map.size() > 1) {
      opcode(Opcodes.MARK);
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      save(entry.getKey());
      save(entry.getValue());
    }
    if (!map.isEmpty()) {
      opcode(map.size() > 1 ? Opcodes.SETITEMS : Opcodes.SETITEM);
    }
  }

  private void memoize() {
    opcode(Opcodes.MEMOIZE);
    memoized++;
  }

  private void opcode(short opcode) {
    out.write(opcode);
  }

  private void little(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >> 8 * i));
    }
  }
}
