package org.anxin.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What there is to know of a stream once it was read to its end: its size, its hash, its first bytes. */
final class Received {
    private static final int CHUNK = 64 * 1024;

    private final long limit;
    private final MessageDigest digest = digest();
    private byte[] first = new byte[0];
    private long size;

    /** @param limit most bytes */
    Received(long limit) {
        this.limit = limit;
    }

    /** Takes a part of the stream. */
    interface Taking {
        void take(ByteBuffer part) throws IOException;
    }

    /**
     * Reads {@code in} to its end.
     *
     * @throws RefusedFileException if there is more than the limit
     */
    void readAll(InputStream in, Taking taking) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = in.readNBytes(chunk, 0, CHUNK); count > 0; count = in.readNBytes(chunk, 0, CHUNK)) {
            if (size == 0) {
                first = Arrays.copyOf(chunk, Math.min(count, FileKind.LONGEST_START));
            }
            size += count;
            if (size > limit) {
                throw new RefusedFileException(RefusedFileException.Reason.TOO_LARGE);
            }
            digest.update(chunk, 0, count);
            taking.take(ByteBuffer.wrap(chunk, 0, count));
        }
    }

    /** Its first bytes, enough to tell the kind. */
    byte[] first() {
        return first;
    }

    /** Its bytes in number. */
    long size() {
        return size;
    }

    /** Its hash; asked for once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
