package bridgebench.bridge.task;

import bridgebench.bridge.frame.FrameException;
import bridgebench.bridge.worker.PythonError;
import java.io.IOException;

/** A batch is answered before the next is sent: one thread, one batch under way. */
final class LockstepTask implements TaskRunner {

  private final Sender sender;
  private final Receiver receiver;

  LockstepTask(Sender sender, Receiver receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  @Override
  public void run(long taskNumber) throws IOException {
    receiver.begin();
    try {
      exchange(taskNumber);
    } catch (FrameException | PythonError e) {
      throw e;
    } catch (IOException e) {
      throw WriteFailure.explainedBy(receiver, e);
    }
  }

  private void exchange(long taskNumber) throws IOException {
    sender.begin(taskNumber);
    while (sender.hasMore()) {
      sender.batch();
      receiver.untilAnswered(sender.sent());
    }
    sender.end();
    receiver.untilTrailer();
  }
}
