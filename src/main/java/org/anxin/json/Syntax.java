package org.anxin.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** What makes a document unreadable, in our words: the parser's own messages repeat what was sent. */
final class Syntax {
    private Syntax() {}

    /** Reads from a parser. */
    interface Step<T> {
        @Nullable
        T read() throws IOException;
    }

    /** Runs {@code step} and turns the parser's complaint into ours. */
    static <T> @Nullable T guarded(JsonParser parser, Step<T> step) throws IOException {
        try {
            return step.read();
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(List.of(error(parser, e)), 0);
        }
    }

    /** One mistake at a byte of a document that was not yet parsed. */
    static InvalidInputException atByte(ErrorCode code, byte[] bytes, int from, int at) {
        int line = 1;
        int lineStart = from;
        for (int i = from; i < at; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int column = at - lineStart + 1;
        return new InvalidInputException(
                List.of(new InputError("", line, column, code, code.message(line, column))), 0);
    }

    private static InputError error(JsonParser parser, JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        ErrorCode code = code(parser, e);
        return new InputError(
                Pointer.of(parser.getParsingContext()), at.getLineNr(), at.getColumnNr(), code, message(code, at));
    }

    private static Bilingual message(ErrorCode code, JsonLocation at) {
        return switch (code) {
            case TOO_DEEP -> code.message(Json.DEEPEST);
            case NAME_TOO_LONG -> code.message(Json.LONGEST_NAME);
            default -> code.message(at.getLineNr(), at.getColumnNr());
        };
    }

    private static ErrorCode code(JsonParser parser, JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return depth(parser) >= Json.DEEPEST ? ErrorCode.TOO_DEEP : ErrorCode.NAME_TOO_LONG;
        }
        return e instanceof JsonEOFException ? ErrorCode.ENDS_EARLY : ErrorCode.SYNTAX;
    }

    private static int depth(JsonParser parser) {
        int depth = 0;
        for (JsonStreamContext at = parser.getParsingContext(); at != null && !at.inRoot(); at = at.getParent()) {
            depth++;
        }
        return depth;
    }
}
