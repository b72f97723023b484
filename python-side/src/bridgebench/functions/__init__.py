"""What the worker does with rows. One module per built-in, each with a row, a pandas and an Arrow form; docs/semantics.md says what they mean."""
