package org.anxin.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Compares a decision with what a case expects: only the members that the case names, lists entry by entry. */
public final class Expectation {
    private Expectation() {}

    /**
     * The first difference, or null if the decision is as expected.
     *
     * @param expected members that matter; a note may be expected by its code alone
     * @param actual the decision as SPEC section 6 writes it
     */
    public static @Nullable Bilingual difference(JsonNode expected, JsonNode actual) {
        return difference("", expected, actual);
    }

    private static @Nullable Bilingual difference(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                Bilingual found = difference(inner, member.getValue(), actual.path(member.getKey()));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                Bilingual found = difference(path + "[" + i + "]", expected.get(i), actual.get(i));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        // A note may be expected by its code alone.
        JsonNode compared = expected.isTextual() && actual.isObject() ? actual.path("code") : actual;
        return expected.equals(compared) ? null : different(path, shown(expected), shown(compared));
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "-";
        }
        String text = node.isTextual() ? node.asText() : node.toString();
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }

    private static Bilingual different(String path, String expected, String got) {
        return new Bilingual(
                path + " 应为 " + expected + "，实为 " + got + "。",
                path + " is expected to be " + expected + " but is " + got + ".");
    }
}
