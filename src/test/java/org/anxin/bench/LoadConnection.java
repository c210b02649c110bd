package org.anxin.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kept connection that sends one request after the other, always the same bytes, and looks at nothing but the status. */
final class LoadConnection {
    private static final String LENGTH = "content-length:";
    private static final int LONGEST_HEAD = 4096;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer request;
    private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
    private long rest = -1;
    private int status;
    private long meant;
    private long sent;

    /** @param request is shared, read only */
    LoadConnection(Selector selector, InetSocketAddress service, ByteBuffer request) throws IOException {
        this.channel = SocketChannel.open(service);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
        this.request = request.duplicate();
    }

    /** Sends a request. */
    void send(long meantAt, long now) throws IOException {
        meant = meantAt;
        sent = now;
        request.rewind();
        write();
    }

    /** Goes on sending. */
    void write() throws IOException {
        channel.write(request);
        key.interestOps(SelectionKey.OP_READ | (request.hasRemaining() ? SelectionKey.OP_WRITE : 0));
    }

    /**
     * Reads what is there.
     *
     * @param buffer for what is read, for all connections
     * @return whether an answer is complete
     */
    boolean read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            throw new EOFException();
        }
        buffer.flip();
        while (rest < 0 && buffer.hasRemaining()) {
            head.put(buffer.get());
            if (endsHead()) {
                readHead();
            }
        }
        rest -= rest < 0 ? 0 : buffer.remaining();
        if (rest != 0) {
            return false;
        }
        rest = -1;
        return true;
    }

    private boolean endsHead() {
        int end = head.position();
        return end >= 4
                && head.get(end - 1) == '\n'
                && head.get(end - 2) == '\r'
                && head.get(end - 3) == '\n'
                && head.get(end - 4) == '\r';
    }

    private void readHead() {
        String text = new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
        head.clear();
        status = Integer.parseInt(text, 9, 12, 10);
        int at = text.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
        rest = Long.parseLong(text.substring(at, text.indexOf('\r', at)).trim());
    }

    /** Tells what became of the request. */
    void tell(Outcome outcome, long now) {
        outcome.answered(status, meant, sent, now);
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
