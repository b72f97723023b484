"""The driver: thin proxies of objects in the JVM, and actions that fetch and send rows. What the JVM measures of it is in :mod:`bridgebench.driver.serving`."""
