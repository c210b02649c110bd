package org.anxin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at a rate of its own, however slowly they are answered, on one thread: over kept connections of which as many
 * are opened as are in use at a time, up to a limit beyond which requests wait to be sent.
 */
final class OpenLoad implements AutoCloseable {
    private static final long LAST_ANSWERS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_NANOS = 50_000;
    private static final int BUFFER = 1024 * 1024;

    private final InetSocketAddress service;
    private final ByteBuffer request;
    private final int mostConnections;
    private final Selector selector = Selector.open();
    private final Deque<LoadConnection> idle = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private int connections;
    private int inFlight;
    private Outcome outcome = new Outcome();

    /** @param headers lines that are added, each with its end */
    OpenLoad(URI address, String headers, String body, int connections) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + address.getRawPath()
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        this.request = ByteBuffer.allocateDirect(head.length + bytes.length)
                .put(head)
                .put(bytes)
                .flip();
        this.service = new InetSocketAddress(address.getHost(), address.getPort());
        this.mostConnections = connections;
    }

    /** Sends so many a second for so long, and waits for the last answers. */
    Outcome at(double perSecond, Duration length) throws IOException {
        outcome = new Outcome();
        double interval = 1e9 / perSecond;
        long begin = System.nanoTime();
        long all = Math.round(perSecond * length.toNanos() / 1e9);
        long next = 0;
        while (next < all) {
            long now = System.nanoTime();
            while (next < all && begin + (long) (next * interval) <= now && send(begin + (long) (next * interval))) {
                next++;
            }
            look();
        }
        double took = (System.nanoTime() - begin) / 1e9;
        awaitLast();
        outcome.ended(inFlight, took);
        return outcome;
    }

    /** Keeps so many requests in flight for so long: as fast as they are answered. */
    Outcome asFastAsAnswered(int atATime, Duration length) throws IOException {
        outcome = new Outcome();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < length.toNanos()) {
            while (inFlight < atATime) {
                send(System.nanoTime());
            }
            look();
        }
        double took = (System.nanoTime() - begin) / 1e9;
        awaitLast();
        outcome.ended(inFlight, took);
        return outcome;
    }

    private boolean send(long meant) throws IOException {
        LoadConnection free = idle.poll();
        if (free == null) {
            if (connections == mostConnections) {
                return false;
            }
            free = new LoadConnection(selector, service, request);
            connections++;
        }
        long now = System.nanoTime();
        outcome.sent(meant, now);
        inFlight++;
        free.send(meant, now);
        return true;
    }

    private void look() throws IOException {
        if (selector.selectNow(this::ready) == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void ready(SelectionKey key) {
        LoadConnection connection = (LoadConnection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable() && connection.read(buffer)) {
                connection.tell(outcome, System.nanoTime());
                inFlight--;
                idle.push(connection);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a connection was lost", e);
        }
    }

    private void awaitLast() throws IOException {
        long begin = System.nanoTime();
        while (inFlight > 0 && System.nanoTime() - begin < LAST_ANSWERS_NANOS) {
            look();
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ((LoadConnection) key.attachment()).close();
        }
        selector.close();
    }
}
