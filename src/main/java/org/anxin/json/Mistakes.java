package org.anxin.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes found so far in one document; keeps the first 100 and counts the rest. */
final class Mistakes {
    private static final int MOST = 100;

    private final JsonParser parser;
    private final List<InputError> errors = new ArrayList<>(0);
    private int total;

    Mistakes(JsonParser parser) {
        this.parser = parser;
    }

    /** How many were found. */
    int total() {
        return total;
    }

    /** A mistake where the parser stands. */
    void here(ErrorCode code, Object... arguments) {
        if (counts()) {
            add(Pointer.of(parser.getParsingContext()), parser.currentTokenLocation(), code, arguments);
        }
    }

    /** A mistake in a member, present or missing, of the object at which the parser stands or which it just left. */
    void member(String name, @Nullable JsonLocation location, ErrorCode code, Object... arguments) {
        if (counts()) {
            JsonLocation where = location == null ? parser.currentTokenLocation() : location;
            add(Pointer.of(parser.getParsingContext(), name), where, code, arguments);
        }
    }

    /** Whether the next mistake is still listed; spares the search for suggestions where it is not. */
    boolean listsNext() {
        return total < MOST;
    }

    /** @throws InvalidInputException if there was any mistake */
    void throwIfAny() {
        if (total > 0) {
            throw new InvalidInputException(errors, total - errors.size());
        }
    }

    private boolean counts() {
        total++;
        return total <= MOST;
    }

    private void add(String pointer, JsonLocation location, ErrorCode code, Object... arguments) {
        errors.add(
                new InputError(pointer, location.getLineNr(), location.getColumnNr(), code, code.message(arguments)));
    }
}
