package bridgebench.scenarios.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The authority on a run: {@code journal.jsonl}, one JSON object a line, each written at once and
 * fsynced before the next fork starts. Lines have a {@code type}: {@code run} (a {@link RunHeader};
 * the first line), {@code fork} (a {@link ForkRecord}), {@code resumed} (an {@link Environment}),
 * {@code interrupted} or {@code finished}.
 *
 * <p>Safe for use by several threads, a shutdown hook among them. One process at a time may hold a
 * journal open.
 */
public final class Journal implements AutoCloseable {

  /** The newest version of the format that this program reads, and the one it writes. */
  public static final int FORMAT_VERSION = 1;

  private static final ObjectMapper MAPPER = RunJson.mapper();

  private final Path file;
  // A stream, not a channel: an interrupted thread would close a channel in mid-line.
  private final FileOutputStream out;

  Journal(Path file, FileOutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Starts the journal of a new run.
   *
   * @throws IOException naming the file and the reason when the folder cannot be written or already
   *     holds a journal
   */
  public static Journal create(Path folder, RunHeader header) throws IOException {
    Path file = new RunFolder(folder).journal();
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          file + " is there already: resume that run, or choose another output folder", e);
    } catch (IOException e) {
      throw WriteFailure.of(file, e);
    }
    Journal journal = new Journal(file, lockedStream(file));
    try {
      journal.append("run", MAPPER.valueToTree(header));
      syncFolder(folder);
    } catch (IOException e) {
      journal.close();
      throw e;
    }
    return journal;
  }

  /**
   * Opens the journal of an interrupted run to go on with it; a cut last line is removed.
   *
   * @throws JournalInUseException when another process holds it
   * @throws IOException when it cannot be read or written
   */
  public static Journal reopen(Path folder) throws IOException {
    Path file = new RunFolder(folder).journal();
    // Read before it is locked: the kernel drops the lock when the file is closed after reading. So
    // what another process has appended in between is looked for, which would be cut off.
    long bytesBefore = file.toFile().length();
    JournalReader reader = new JournalReader(file);
    reader.read();
    FileOutputStream out = lockedStream(file);
    if (out.getChannel().size() != bytesBefore) {
      out.close();
      throw new JournalInUseException(file);
    }
    out.getChannel().truncate(reader.completeBytes());
    return new Journal(file, out);
  }

  /**
   * Everything in a run folder's journal. A cut last line is left out with a warning.
   *
   * @throws RunFormatException naming file, line and reason when any other line is bad, or when a
   *     newer program wrote the journal
   */
  public static JournalContents read(Path folder) throws IOException {
    return new JournalReader(new RunFolder(folder).journal()).read();
  }

  /** Keeps a finished fork; it is on disk when this returns. */
  public void append(ForkRecord fork) throws IOException {
    append("fork", MAPPER.valueToTree(fork));
  }

  /** Notes that the run goes on, and on what. */
  public void appendResumed(Environment environment) throws IOException {
    ObjectNode line = MAPPER.createObjectNode();
    line.set("environment", MAPPER.valueToTree(environment));
    append("resumed", line);
  }

  /** Notes how the run ended. */
  public void appendEnd(RunEnd end) throws IOException {
    append(end.word(), MAPPER.createObjectNode());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private synchronized void append(String type, ObjectNode record) throws IOException {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("type", type);
    line.setAll(record);
    byte[] bytes = (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    long before = file.toFile().length();
    try {
      out.write(bytes);
      out.getFD().sync();
    } catch (IOException e) {
      removePartialLine(before, e);
      throw WriteFailure.of(file, e);
    }
  }

  private void removePartialLine(long lengthBefore, IOException failure) {
    try {
      out.getChannel().truncate(lengthBefore);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static FileOutputStream lockedStream(Path file) throws IOException {
    FileOutputStream out;
    try {
      out = new FileOutputStream(file.toFile(), true);
    } catch (IOException e) {
      throw WriteFailure.of(file, e);
    }
    if (lock(out) == null) {
      out.close();
      throw new JournalInUseException(file);
    }
    return out;
  }

  private static @Nullable FileLock lock(FileOutputStream out) throws IOException {
    try {
      return out.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Makes the new file's name itself survive a power failure. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
