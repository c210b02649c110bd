package org.anxin.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Passes on what is sent to a server, and its answers: at once, late, or never, without anybody being told. */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listening = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    private final int server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<AtomicBoolean> silent = new CopyOnWriteArrayList<>();
    private volatile long delayMillis;

    /** @param server port on this machine */
    Relay(int server) throws IOException {
        this.server = server;
        begin(this::accept);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // One of both ends is gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How long each piece is on its way from now on. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** From now on nothing passes on the connections that there are, and nobody closes them. New ones are not affected. */
    void fallSilent() {
        silent.forEach(each -> each.set(true));
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            target.setTcpNoDelay(true);
            sockets.addAll(List.of(client, target));
            AtomicBoolean gone = new AtomicBoolean();
            silent.add(gone);
            begin(() -> pass(client, target, gone));
            begin(() -> pass(target, client, gone));
        }
    }

    private void pass(Socket from, Socket to, AtomicBoolean gone) throws IOException, InterruptedException {
        byte[] piece = new byte[BUFFER];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            Thread.sleep(delayMillis);
            if (!gone.get()) {
                out.write(piece, 0, count);
            }
        }
        if (!gone.get()) {
            to.close();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
