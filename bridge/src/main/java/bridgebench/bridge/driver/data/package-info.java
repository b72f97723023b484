/**
 * The sockets over which rows travel between the driver's two processes, one for each action: who
 * may connect, what is written and read, and what that took. Which rows they are is a plan's
 * affair, and what Python does with them Python's.
 */
@NullMarked
package bridgebench.bridge.driver.data;

import org.jspecify.annotations.NullMarked;
