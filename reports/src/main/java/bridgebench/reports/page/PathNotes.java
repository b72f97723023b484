package bridgebench.reports.page;

import bridgebench.scenarios.model.BridgePath;

/**
 * What the numbers of a path include and leave out.
 *
 * @param includes what is inside the timed region
 * @param leavesOut what is not
 */
public record PathNotes(String includes, String leavesOut) {

  static PathNotes of(BridgePath path) {
    return switch (path) {
      case UDF ->
          new PathNotes(
              "Encoding typed rows on the JVM, writing and reading them through the transport,"
                  + " decoding, the function and encoding in Python, the way back, decoding on the"
                  + " JVM, and checking every result value.",
              "Generating rows, starting the JVM and a worker that is reused, the first warm-up"
                  + " iterations, and"
                  + " everything that Spark does around the bridge: planning, scheduling, scanning,"
                  + " shuffling.");
      case WORKER_START ->
          new PathNotes(
              "From the request for a worker until its first batch is back: process, interpreter,"
                  + " imports, the function, one batch.",
              "Starting the JVM, making the Python environment, and compiling Python files that"
                  + " are already compiled.");
      case TRANSPORT ->
          new PathNotes(
              "Writing and reading bytes on both sides, with the frame's header.",
              "Rows, codecs and functions: nothing is encoded or decoded.");
      case CODEC ->
          new PathNotes(
              "Encoding typed rows to frames, or decoding frames to typed values, on the JVM.",
              "The other process: no transport, no Python.");
      case CALL ->
          new PathNotes(
              "The call as Python makes it: turning arguments into text, the socket, finding and"
                  + " invoking the method in the JVM, the way back, and comparing the answer with the"
                  + " one expected.",
              "Starting JVM and driver, and connecting; the latencies leave out the comparison too.");
      case COLLECT, TO_PANDAS, TO_ARROW ->
          new PathNotes(
              "The action as Python makes it, from the first call to the result in hand: building"
                  + " the plan and running it in the JVM, encoding, the socket, decoding and"
                  + " building the result; where rows are in Python already, only what follows: from"
                  + " pickled batches, or a table, to the result.",
              "Generating rows, starting JVM and driver, the order to begin, and checking the"
                  + " result's values.");
      case PARALLELIZE, CREATE_DATAFRAME ->
          new PathNotes(
              "From the Python object to a handle of rows in the JVM: encoding, the socket, decoding"
                  + " to typed values.",
              "Making the Python object, starting JVM and driver, and checking the rows.");
      case SHOW, COUNT, AGGREGATE, RANGE ->
          new PathNotes(
              "The action as Python makes it, from the call to the result in hand; in Python's place"
                  + " the transfer of the rows too.",
              "Generating rows, starting JVM and driver, and checking the result.");
    };
  }
}
