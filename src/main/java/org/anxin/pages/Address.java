package org.anxin.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An address of a page.
 *
 * @param path escaped where it needs to be
 * @param query by name
 * @param part of the page; empty for its beginning
 */
record Address(String path, Map<String, String> query, String part) {

    static Address of(String path) {
        return new Address(path, Map.of(), "");
    }

    /** The same with another value of the query; a null one is left out. */
    Address with(String name, @Nullable Object value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new Address(path, changed, part);
    }

    /** The same at a part of the page. */
    Address at(String id) {
        return new Address(path, query, "#" + id);
    }

    @Override
    public String toString() {
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + (text.isEmpty() ? "" : "?" + text) + part;
    }
}
