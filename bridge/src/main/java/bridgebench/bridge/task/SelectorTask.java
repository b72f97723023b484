package bridgebench.bridge.task;

import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.worker.PythonError;
import bridgebench.scenarios.run.Stage;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One thread and a non-blocking socket, as Spark's BasePythonRunner does since 4.0: whenever the
 * socket takes bytes, batches are encoded until 64 KiB are full and written at once; whenever it
 * has bytes, answers are read.
 */
final class SelectorTask implements TaskRunner {

  /**
   * A channel that another thread closes takes its key along. If that happens just before a select,
   * nothing is left that could end it: no select may be without a limit.
   */
  private static final long LONGEST_SELECT_MILLIS = 200;

  private final Sender sender;
  private final Receiver receiver;
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;

  private boolean writerEmpty;
  private boolean endWritten;

  SelectorTask(Sender sender, Receiver receiver, SocketChannel channel) throws IOException {
    this.sender = sender;
    this.receiver = receiver;
    this.channel = channel;
    this.selector = Selector.open();
    channel.configureBlocking(false);
    this.key = channel.register(selector, SelectionKey.OP_READ);
  }

  @Override
  public void run(long taskNumber) throws IOException {
    receiver.begin();
    endWritten = false;
    try {
      exchange(taskNumber);
    } catch (FrameException | PythonError e) {
      throw e;
    } catch (IOException e) {
      throw afterWords(e);
    } catch (CancelledKeyException e) {
      // Asking a key what its channel is ready for says in this way that the channel is closed.
      throw (IOException) new ClosedChannelException().initCause(e);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }

  private void exchange(long taskNumber) throws IOException {
    writerEmpty = sender.begin(taskNumber);
    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    while (receiver.trailer() == null) {
      selector.select(LONGEST_SELECT_MILLIS);
      requireNotInterrupted();
      // With bytes left over the wait is for a socket that was full.
      receiver.clock().finished(writerEmpty ? Stage.JVM_READ : Stage.JVM_WRITE);
      selector.selectedKeys().clear();
      if (!key.isValid()) {
        throw new ClosedChannelException();
      }
      if (key.isReadable()) {
        receiver.untilTrailer();
      }
      if (key.isWritable()) {
        write();
      }
    }
  }

  // An interrupted thread is not kept waiting by select, which would return at once for ever.
  private static void requireNotInterrupted() throws ClosedByInterruptException {
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
  }

  private void write() throws IOException {
    if (!writerEmpty) {
      writerEmpty = sender.drain();
    } else if (sender.hasMore()) {
      fill();
    } else {
      end();
    }
    if (writerEmpty && endWritten) {
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  /** Encodes batches until something was handed to the socket. */
  private void fill() throws IOException {
    int before;
    do {
      before = sender.writer().collectedBytes();
      writerEmpty = sender.batch();
    } while (writerEmpty && sender.hasMore() && sender.writer().collectedBytes() > before);
    if (writerEmpty && !sender.hasMore()) {
      end();
    }
  }

  private void end() throws IOException {
    if (!endWritten) {
      endWritten = true;
      writerEmpty = sender.end();
    }
  }

  private IOException afterWords(IOException failure) throws IOException {
    key.cancel();
    selector.selectNow();
    channel.configureBlocking(true);
    return WriteFailure.explainedBy(receiver, failure);
  }
}
