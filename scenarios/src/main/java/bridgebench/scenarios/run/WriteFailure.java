package bridgebench.scenarios.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in full what the JDK says in a word when a file cannot be written. */
final class WriteFailure {

  private WriteFailure() {}

  static IOException of(Path file, IOException cause) {
    return new IOException("cannot write " + file + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied; choose another folder with --output";
    }
    if (cause instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " is a file, not a folder; choose another folder with --output";
    }
    if (cause instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason() + "; choose another folder with --output";
    }
    String message = String.valueOf(cause.getMessage());
    return message.contains("No space left")
        ? "no space left on the disk; free some and resume the run"
        : message;
  }
}
