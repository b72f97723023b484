/** The program: commands, each a few lines over the modules. */
@NullMarked
package bridgebench.cli;

import org.jspecify.annotations.NullMarked;
