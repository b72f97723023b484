package bridgebench.bridge.driver;

import bridgebench.bridge.driver.data.RowReceiver;
import java.io.IOException;

/** Rows on their way from Python. Called by Py4J. */
public final class ReceivingHandle {

  private final DriverEntry entry;
  private final RowReceiver receiver;

  ReceivingHandle(DriverEntry entry, RowReceiver receiver) {
    this.entry = entry;
    this.receiver = receiver;
  }

  /** Where to send the rows: the address of the socket, its secret included, as JSON. */
  public String address() {
    return receiver.address();
  }

  /** Waits for the last row. */
  public FrameHandle frame() throws IOException {
    receiver.await();
    return entry.handle(receiver.kept());
  }
}
