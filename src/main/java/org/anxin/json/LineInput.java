package org.anxin.json;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream of bytes into lines of bounded length, in constant memory. Not safe for use by several threads. */
public final class LineInput implements Closeable {
    /** Longest line in bytes, without its end. */
    public static final int LONGEST = 1 << 20;

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final Flushable beforeWaiting;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private byte[] line = new byte[CHUNK];
    private int length;
    private boolean tooLong;
    private long number;

    /** @param beforeWaiting flushed when nothing is there to be read, since the sender may wait for answers */
    public LineInput(InputStream in, Flushable beforeWaiting) {
        this.in = in;
        this.beforeWaiting = beforeWaiting;
    }

    /** Goes to the next line. False at the end of the stream. */
    public boolean next() throws IOException {
        length = 0;
        tooLong = false;
        number++;
        boolean any = false;
        while (at < end || refill()) {
            any = true;
            int lineEnd = indexOfLineFeed();
            append(lineEnd);
            at = lineEnd + 1;
            if (lineEnd < end) {
                return true;
            }
            at = end;
        }
        return any;
    }

    /** The bytes of the line, from 0 to {@link #length()}; valid until {@link #next()}. */
    public byte[] bytes() {
        return line;
    }

    /** How many bytes the line has, without its end. */
    public int length() {
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    /** Whether the line was longer than {@link #LONGEST}; its bytes are then gone. */
    public boolean isTooLong() {
        return tooLong || length() > LONGEST;
    }

    /** Whether there is nothing but spaces and tabs. */
    public boolean isBlank() {
        for (int i = 0; i < length(); i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }

    /** The line's number, from 1. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int indexOfLineFeed() {
        for (int i = at; i < end; i++) {
            if (chunk[i] == '\n') {
                return i;
            }
        }
        return end;
    }

    private void append(int to) {
        int count = to - at;
        // One byte more, for the carriage return of a line that just fits.
        if (tooLong || length + count > LONGEST + 1) {
            tooLong = true;
            length = 0;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
        }
        System.arraycopy(chunk, at, line, length, count);
        length += count;
    }

    private boolean refill() throws IOException {
        if (in.available() == 0) {
            beforeWaiting.flush();
        }
        at = 0;
        end = Math.max(in.read(chunk), 0);
        return end > 0;
    }
}
