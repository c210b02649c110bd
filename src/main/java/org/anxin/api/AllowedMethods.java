package org.anxin.api;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which methods each path takes. The framework knows, but does not say so when it refuses another. */
@Singleton
class AllowedMethods {
    /** By path as a pattern. */
    private final Map<String, SortedSet<String>> methods = new TreeMap<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                add(path.value(), bean.getBeanClass());
            }
        }
    }

    private void add(String path, Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            Path below = method.getAnnotation(Path.class);
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    add(below == null ? path : path + "/" + below.value(), http.value());
                }
            }
        }
    }

    private void add(String path, String method) {
        String pattern = "/?"
                + path.replaceAll("/+", "/")
                        .replaceFirst("^/", "")
                        .replaceAll("[{][^}:]*:([^}]*)[}]", "$1")
                        .replaceAll("[{][^}]*[}]", "[^/]+");
        SortedSet<String> here = methods.computeIfAbsent(pattern, none -> new TreeSet<>());
        here.add(method);
        if (method.equals(HttpMethod.GET)) {
            // The framework answers HEAD wherever GET is answered.
            here.add(HttpMethod.HEAD);
        }
    }

    /**
     * The value of {@code Allow}.
     *
     * @param path of the request
     */
    String at(String path) {
        SortedSet<String> here = new TreeSet<>();
        methods.forEach((pattern, allowed) -> {
            if (path.matches(pattern + "/?")) {
                here.addAll(allowed);
            }
        });
        return String.join(", ", here);
    }
}
