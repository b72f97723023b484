package bridgebench.bridge.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Where the worker is told to come: an address that exists before the worker does. */
public interface MeetingPlace extends AutoCloseable {

  /** Adds the keys that a BOOTSTRAP body needs to find this place. */
  void describeTo(ObjectNode bootstrap);

  /**
   * Waits for the worker. Peers that do not know the secret are turned away, and the waiting goes
   * on.
   *
   * @param alive whether the worker's process still lives: no use in waiting otherwise
   * @throws NobodyCameException when the deadline passes or the process ends first
   */
  Connection await(Greeting greeting, BooleanSupplier alive, Deadline deadline) throws IOException;

  /** Removes what was made; the connection that was returned stays. */
  @Override
  void close() throws IOException;
}
