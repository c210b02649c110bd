package org.anxin.api;

import org.anxin.text.CodePointOrder;

/** The order of keys that have a slash between their parts: part by part, each by code point. */
final class KeyOrder {
    private KeyOrder() {}

    /** As {@link java.util.Comparator} says. */
    static int compare(String one, String other) {
        String[] left = one.split("/", -1);
        String[] right = other.split("/", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = CodePointOrder.compare(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
