package bridgebench.reports.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Fills the page templates; everything is escaped unless a template says that it is markup. */
final class PageTemplates {

  private final PebbleEngine engine;
  private final PageAssets assets = PageAssets.load();

  PageTemplates() {
    ClasspathLoader loader = new ClasspathLoader(PageTemplates.class.getClassLoader());
    loader.setPrefix("bridgebench/reports/page");
    loader.setSuffix(".peb");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /** The page as text; the model is {@code page} in the template. */
  String fill(String template, String title, Object model) {
    Map<String, Object> context = new HashMap<>();
    context.put("assets", assets);
    context.put("title", title);
    context.put("page", model);
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(out, context);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toString();
  }
}
