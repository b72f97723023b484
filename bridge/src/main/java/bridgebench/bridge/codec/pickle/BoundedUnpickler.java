package bridgebench.bridge.codec.pickle;

import bridgebench.bridge.codec.MalformedBodyException;
import java.io.IOException;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.Unpickler;

/**
 * An Unpickler that refuses a declared length before Pyrolite allocates it: nothing in a body can
 * be longer than what is left of the body.
 */
final class BoundedUnpickler extends Unpickler {

  private final BodyInput body;

  BoundedUnpickler(BodyInput body) {
    this.body = body;
  }

  /** The object in the body. */
  Object load() throws IOException {
    return load(body);
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    int lengthBytes = lengthBytes(opcode);
    if (lengthBytes != 0) {
      long declared = body.peek(lengthBytes);
      if (declared < 0 || declared > body.available() - lengthBytes) {
        throw new MalformedBodyException(
            String.format(
                "pickle opcode 0x%02x declares %s bytes, and %,d are left in the frame: the worker"
                    + " sent a damaged pickle",
                opcode, Long.toUnsignedString(declared), body.available() - lengthBytes));
      }
    }
    return super.dispatch(opcode);
  }

  /** Bytes of the length that follows an opcode with a variable amount of data, else 0. */
  private static int lengthBytes(short opcode) {
    return switch (opcode) {
      case Opcodes.BINUNICODE, Opcodes.BINBYTES, Opcodes.BINSTRING, Opcodes.LONG4 -> 4;
      case Opcodes.BINUNICODE8, Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> 8;
      default -> 0;
    };
  }
}
