package org.anxin.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP exchange whose answer is read while the request is still being sent. The client of the JDK reads only once it
 * has sent everything, and then both sides would wait for each other.
 */
final class Chunks implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    Chunks(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        ascii("POST " + address.getPath() + "?" + address.getQuery() + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    /** The body to be sent; each write is a chunk, closing it ends the body. */
    OutputStream body() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                ascii(Integer.toHexString(length) + "\r\n");
                out.write(bytes, from, length);
                ascii("\r\n");
            }

            @Override
            public void close() throws IOException {
                ascii("0\r\n\r\n");
            }
        };
    }

    /** Hands every piece of the answer's body on. */
    void readTo(OutputStream answer) throws IOException {
        String status = line();
        if (!status.contains(" 200 ")) {
            throw new IOException(status);
        }
        while (!line().isEmpty()) {
            // Headers do not matter here.
        }
        byte[] piece = new byte[1 << 16];
        for (int left = size(); left > 0; left = size()) {
            while (left > 0) {
                int read = in.read(piece, 0, Math.min(left, piece.length));
                if (read < 0) {
                    throw new IOException("the answer ends early");
                }
                answer.write(piece, 0, read);
                left -= read;
            }
            line();
        }
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer ends early");
            }
            line.append((char) next);
        }
        return line.toString().trim();
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
