package org.anxin.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) that are safe to show: names in them come from the sender. */
final class Pointer {
    private Pointer() {}

    /** Where the parser stands. */
    static String of(@Nullable JsonStreamContext context) {
        StringBuilder pointer = new StringBuilder();
        append(pointer, context);
        return pointer.toString();
    }

    /** Where {@code member} of the object at {@code context} stands or would stand. */
    static String of(@Nullable JsonStreamContext context, String member) {
        return of(context) + "/" + shown(member);
    }

    private static void append(StringBuilder pointer, @Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return;
        }
        append(pointer, context.getParent());
        if (context.inArray() && context.hasCurrentIndex()) {
            pointer.append('/').append(context.getCurrentIndex());
        } else if (context.inObject() && context.getCurrentName() != null) {
            pointer.append('/').append(shown(context.getCurrentName()));
        }
    }

    private static String shown(String name) {
        return ShownName.of(name).replace("~", "~0").replace("/", "~1");
    }
}
