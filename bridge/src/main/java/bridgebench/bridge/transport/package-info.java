/**
 * Carries bytes to a worker and back: pipes, TCP on loopback, Unix domain sockets, and how the two
 * ends find each other and prove who they are. Knows frames only as far as the greeting needs;
 * neither codecs nor what a process is for live here.
 */
@NullMarked
package bridgebench.bridge.transport;

import org.jspecify.annotations.NullMarked;
