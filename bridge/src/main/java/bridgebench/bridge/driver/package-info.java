/**
 * The driver's side: a Python process that holds thin proxies of objects in this JVM, reached
 * through Py4J, and that fetches and sends rows only when an action asks for them. What the proxies
 * stand for is public because Py4J calls it by reflection; Java code uses {@link
 * bridgebench.bridge.driver.DriverSession} only. How workers run functions over rows is not known
 * here.
 */
@NullMarked
package bridgebench.bridge.driver;

import org.jspecify.annotations.NullMarked;
