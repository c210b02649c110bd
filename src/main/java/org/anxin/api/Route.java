package org.anxin.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A way into the service, as its contract writes it.
 *
 * @param method of HTTP
 * @param path with the names of what varies in braces
 */
record Route(String method, String path) {

    /** The route of a method of a resource, or null if it is none. */
    static @Nullable Route of(Method resource) {
        Path above = resource.getDeclaringClass().getAnnotation(Path.class);
        for (Annotation annotation : resource.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null && above != null) {
                Path below = resource.getAnnotation(Path.class);
                return new Route(http.value(), path(above.value() + (below == null ? "" : "/" + below.value())));
            }
        }
        return null;
    }

    private static String path(String annotated) {
        String path = ("/" + annotated).replaceAll("/+", "/").replaceAll("[{]([^}:]*):[^}]*[}]", "{$1}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The name of the first part that varies, or null if none does. */
    @Nullable
    String variable() {
        int from = path.indexOf('{');
        return from < 0 ? null : path.substring(from + 1, path.indexOf('}'));
    }

    /** Whether people look at it, and not programs. */
    boolean isPage() {
        return !path.startsWith("/api/") && !path.startsWith("/problems/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
