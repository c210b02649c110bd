package org.anxin.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** How this service reads and writes JSON: RFC 8259, UTF-8 only, bounded. */
public final class Json {
    /** Deepest nesting of objects and lists. */
    static final int DEEPEST = 32;

    /** Longest field name, in characters. */
    static final int LONGEST_NAME = 1_000;

    /**
     * The limits for every parser of facts, YAML included. Texts and numbers are bounded by the document and then judged
     * by {@link FactInput}, which can name their place and go on.
     */
    public static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNameLength(LONGEST_NAME)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build();

    /** The one factory: parsers share its table of names, generators its buffers. */
    public static final JsonFactory FACTORY =
            new JsonFactoryBuilder().streamReadConstraints(LIMITS).build();

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Json() {}

    /**
     * A parser of one document.
     *
     * @param bytes UTF-8, perhaps with a byte order mark
     * @param from index of the first byte
     * @param to index after the last byte
     * @throws InvalidInputException if the bytes are not UTF-8
     */
    public static JsonParser parser(byte[] bytes, int from, int to) throws IOException {
        int malformed = malformed(bytes, from, to);
        if (malformed >= 0) {
            throw Syntax.atByte(ErrorCode.NOT_UTF8, bytes, from, malformed);
        }
        int start = startsWithMark(bytes, from, to) ? from + BYTE_ORDER_MARK.length : from;
        return FACTORY.createParser(bytes, start, to - start);
    }

    /** NUL bytes are no JSON in UTF-8, but would make the parser take the document for UTF-16 or UTF-32. */
    private static int malformed(byte[] bytes, int from, int to) {
        for (int at = from; at < Math.min(to, from + 4); at++) {
            if (bytes[at] == 0) {
                return at;
            }
        }
        return Utf8.firstMalformed(bytes, from, to);
    }

    private static boolean startsWithMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                && bytes[from] == BYTE_ORDER_MARK[0]
                && bytes[from + 1] == BYTE_ORDER_MARK[1]
                && bytes[from + 2] == BYTE_ORDER_MARK[2];
    }
}
