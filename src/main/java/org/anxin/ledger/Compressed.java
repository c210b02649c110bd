package org.anxin.ledger;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bodies of entries as they are stored: in the zlib format (RFC 1950). */
final class Compressed {
    private static final int LARGEST = 1 << 26;

    private Compressed() {}

    /** Fast rather than small: most of the text repeats. */
    static byte[] of(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[Math.max(128, bytes.length / 4)];
            int size = 0;
            while (!deflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, 2 * size);
                }
                size += deflater.deflate(out, size, out.length - size);
            }
            return Arrays.copyOf(out, size);
        } finally {
            deflater.end();
        }
    }

    /**
     * What was compressed.
     *
     * @throws DataFormatException if it was not, or is too large to have been
     */
    static byte[] read(byte[] body) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(body);
            byte[] out = new byte[Math.max(1024, 8 * body.length)];
            int size = 0;
            while (!inflater.finished()) {
                if (size == out.length) {
                    out = grown(out);
                }
                int more = inflater.inflate(out, size, out.length - size);
                if (more == 0 && size < out.length && !inflater.finished()) {
                    throw new DataFormatException("the body ends early");
                }
                size += more;
            }
            return Arrays.copyOf(out, size);
        } finally {
            inflater.end();
        }
    }

    private static byte[] grown(byte[] out) throws DataFormatException {
        if (out.length >= LARGEST) {
            throw new DataFormatException("the body is too large");
        }
        return Arrays.copyOf(out, 2 * out.length);
    }
}
