package bridgebench.bridge.driver.data;

import bridgebench.bridge.BridgeException;
import bridgebench.bridge.BridgeException.Kind;
import bridgebench.bridge.codec.BatchDecoder;
import bridgebench.bridge.codec.Codec;
import bridgebench.bridge.driver.plan.KeptRows;
import bridgebench.bridge.driver.plan.Plan;
import bridgebench.bridge.worker.PrivateFolder;
import bridgebench.scenarios.model.TransportKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a socket for each action of a session, and closes what is open when the session ends. */
public final class DataSockets implements AutoCloseable {

  private final TransportKind transport;
  private final @Nullable PrivateFolder folder;
  private final Duration patience;
  private final long maxFrameBytes;
  private final List<Transferring> current = new ArrayList<>();
  private long movedBefore;
  private int places;

  /**
   * Sockets of one kind. The folder that the files of Unix sockets lie in is made here, so that no
   * action has to wait for it.
   *
   * @param transport TCP or Unix
   * @param root where the folder for socket files is made
   * @param patience how long Python may take to connect
   * @param maxFrameBytes the longest batch that is accepted
   */
  public DataSockets(TransportKind transport, Path root, Duration patience, long maxFrameBytes) {
    this.transport = transport;
    this.folder = transport == TransportKind.UNIX ? folder(root) : null;
    this.patience = patience;
    this.maxFrameBytes = maxFrameBytes;
  }

  /** Starts to serve a plan's rows in this representation, in batches of this many. */
  public synchronized RowServer serve(Plan plan, Codec codec, int batchRows) {
    PlanBatches batches = new PlanBatches(plan, codec, batchRows);
    try {
      return begun(new RowServer(place(), batches));
    } catch (RuntimeException e) {
      batches.close();
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

  /** Closes what an action has left open; the next may begin. */
  public void closeOpen() {
    takeAll().forEach(Transferring::close);
  }

  /** Closes what is open and removes the folder: no action may begin any more. */
  @Override
  public void close() {
    closeOpen();
    if (folder != null) {
      folder.close();
    }
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
      return folder == null
          ? DataPlace.tcp(patience)
          : DataPlace.unix(folder.path().resolve(places++ + ".sock"), patience);
    } catch (IOException e) {
      throw cannotOpen(transport, e);
    }
  }

  private static PrivateFolder folder(Path root) {
    try {
      return PrivateFolder.create(root);
    } catch (IOException e) {
      throw cannotOpen(TransportKind.UNIX, e);
    }
  }

  private static BridgeException cannotOpen(TransportKind transport, IOException failure) {
    return new BridgeException(
        Kind.JVM,
        "cannot open a " + transport.word() + " socket for rows: " + failure.getMessage(),
        "",
        failure);
  }
}
