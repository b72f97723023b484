/** Starts the packaged program as a user does, and looks at what it prints, leaves and returns. */
package bridgebench.cli.program;
