package bridgebench.bridge.driver.data;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.RunEncoder;
import bridgebench.bridge.driver.plan.KeptRows;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.scenarios.model.TransportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens a socket for each action of a session, and closes what is open when the session ends. */
public final class DataSockets implements AutoCloseable {

  private final TransportKind transport;
  private final Path root;
  private final Duration patience;
  private final long maxFrameBytes;
  private final List<Transferring> current = new ArrayList<>();
  private long movedBefore;

  /**
   * Sockets of one kind.
   *
   * @param transport TCP or Unix
   * @param root where folders for socket files are made
   * @param patience how long Python may take to connect
   * @param maxFrameBytes the longest batch that is accepted
   */
  public DataSockets(TransportKind transport, Path root, Duration patience, long maxFrameBytes) {
    this.transport = transport;
    this.root = root;
    this.patience = patience;
    this.maxFrameBytes = maxFrameBytes;
  }

  /** Starts to serve a plan's rows, in batches of this many; the encoder is closed with it. */
  public synchronized RowServer serve(Plan plan, RunEncoder encoder, int batchRows) {
    try {
      return begun(new RowServer(place(), plan, encoder, batchRows));
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /** Starts to receive rows; the decoder is closed with it. */
  public synchronized RowReceiver receive(KeptRows kept, BatchDecoder decoder) {
    try {
      return begun(new RowReceiver(place(), kept, decoder, maxFrameBytes));
    } catch (RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  /** Bytes that have crossed since the session began. */
  public synchronized long movedBytes() {
    return movedBefore + current.stream().mapToLong(Transferring::movedBytes).sum();
  }

  /** The transfers that have ended well since this was last asked. */
  public List<Transfer> takeTransfers() {
    List<Transferring> ended = takeAll();
    List<Transfer> transfers = new ArrayList<>();
    for (Transferring one : ended) {
      Transfer transfer = one.ended();
      if (transfer != null) {
        transfers.add(transfer);
      }
      one.close();
    }
    return transfers;
  }

  /** Why the last action's rows did not cross; empty when they did, or when there were none. */
  public synchronized List<Throwable> failures() {
    List<Throwable> failures = new ArrayList<>();
    for (Transferring one : current) {
      Throwable failure = one.failure();
      if (failure != null) {
        failures.add(failure);
      }
    }
    return failures;
  }

  @Override
  public void close() {
    takeAll().forEach(Transferring::close);
  }

  private synchronized List<Transferring> takeAll() {
    List<Transferring> all = List.copyOf(current);
    movedBefore += all.stream().mapToLong(Transferring::movedBytes).sum();
    current.clear();
    return all;
  }

  private <T extends Transferring> T begun(T transferring) {
    current.add(transferring);
    transferring.begin();
    return transferring;
  }

  private DataPlace place() {
    try {
      return DataPlace.open(transport, root, patience);
    } catch (IOException e) {
      throw new BridgeException(
          Kind.JVM,
          "cannot open a " + transport.word() + " socket for rows: " + e.getMessage(),
          "",
          e);
    }
  }
}
