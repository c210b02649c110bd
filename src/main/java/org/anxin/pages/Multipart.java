package org.anxin.pages;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a form with files (RFC 7578) one after the other, in constant memory: a part is the stream itself until
 * it ends.
 */
final class Multipart {
    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data\\s*;.*?boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70}?)\"?\\s*(;.*)?");
    private static final Pattern NAME = Pattern.compile(";\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile(";\\s*filename=\"([^\"]*)\"");
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int NONE = -1;

    private final InputStream in;
    private final byte[] delimiter;
    private @Nullable PartBytes current;

    private Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A part.
     *
     * @param name of its field
     * @param fileName empty if no file was chosen; null if the field is no file
     * @param bytes to be read before the next part
     */
    record Part(String name, @Nullable String fileName, InputStream bytes) {}

    /**
     * The parts of a form.
     *
     * @param contentType of the request; null if there is none
     * @throws EOFException if it is no such form
     */
    static Multipart of(InputStream in, @Nullable String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.matches()) {
            throw new EOFException("no multipart form");
        }
        Multipart parts = new Multipart(new BufferedInputStream(in, 1 << 16), boundary.group(1));
        // The first delimiter has no line end before it; what may stand before it means nothing.
        String first = "--" + boundary.group(1);
        String line = parts.line();
        while (!line.strip().equals(first)) {
            line = parts.line();
        }
        return parts;
    }

    /** The next part; null after the last one. What is left of the part before it is passed over. */
    @Nullable
    Part next() throws IOException {
        if (current != null) {
            current.transferTo(OutputStream.nullOutputStream());
            if (line().startsWith("--")) {
                return null;
            }
        }
        String disposition = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                disposition = header;
            }
        }
        Matcher name = NAME.matcher(disposition);
        Matcher file = FILE_NAME.matcher(disposition);
        PartBytes bytes = new PartBytes();
        current = bytes;
        return new Part(name.find() ? name.group(1) : "", file.find() ? file.group(1) : null, bytes);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == NONE || line.length() > LONGEST_HEADER) {
                throw new EOFException("the form ends early");
            }
            line.append((char) next);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    /**
     * The bytes up to the next delimiter. Only its first character is a carriage return, so that what began like it and is
     * not it can be given out again at once.
     */
    private final class PartBytes extends InputStream {
        private int matched;
        private int given;
        private int toGive;
        private int held = NONE;
        private boolean isOver;

        @Override
        public int read() throws IOException {
            if (given < toGive) {
                return delimiter[given++];
            }
            while (!isOver) {
                int next = held == NONE ? in.read() : held;
                held = NONE;
                if (next == NONE) {
                    throw new EOFException("the form ends early");
                }
                if (next == delimiter[matched]) {
                    matched++;
                    isOver = matched == delimiter.length;
                } else if (matched == 0) {
                    return next;
                } else {
                    held = next;
                    toGive = matched;
                    matched = 0;
                    given = 1;
                    return delimiter[0];
                }
            }
            return NONE;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int next = read();
                if (next == NONE) {
                    break;
                }
                bytes[from + count++] = (byte) next;
            }
            return count == 0 && length > 0 ? NONE : count;
        }
    }
}
