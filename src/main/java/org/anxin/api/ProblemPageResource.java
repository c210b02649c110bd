package org.anxin.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /problems/{name}}: what a kind of problem, an error of a request or a mistake in rule files means. The pages
 * are those of {@code docs/errors}, packed into the application.
 */
@Path("/problems")
public class ProblemPageResource {
    /** A name of a page, and of nothing else on the class path. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    /** The page as it stands. */
    @GET
    @Path("{name}")
    @NonBlocking
    @Produces("text/markdown;charset=UTF-8")
    public String markdown(@PathParam("name") String name) throws IOException {
        String page = page(name);
        if (page == null) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return page;
    }

    /** The page for a browser, which would save Markdown instead of showing it. */
    @GET
    @Path("{name}")
    @NonBlocking
    @Produces("text/html;charset=UTF-8")
    public String html(@PathParam("name") String name) throws IOException {
        return """
                <!DOCTYPE html>
                <html lang="zh"><head><meta charset="UTF-8"><title>%s</title></head>
                <body><pre style="white-space: pre-wrap">%s</pre></body></html>
                """.formatted(name, escaped(markdown(name)));
    }

    private static @Nullable String page(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        try (InputStream page = ProblemPageResource.class.getResourceAsStream("/errors/" + name + ".md")) {
            return page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
