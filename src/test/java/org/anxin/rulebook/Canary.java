package org.anxin.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

/** What hostile rule files try to reach: whoever does so leaves traces that {@link Watch} sees. */
public final class Canary {
    /** Anything that a rule might read. */
    public static final String NAME = "canary";

    private static final AtomicInteger SUNG = new AtomicInteger();

    /** Made by no rule file. */
    public Canary() {
        sing();
    }

    /**
     * Called by no rule file: writes a file, sets a system property, starts a thread and opens a connection.
     *
     * @return whether it was
     */
    public static boolean sing() {
        int song = SUNG.incrementAndGet();
        try {
            Files.writeString(Watch.DIRECTORY.resolve("sung-" + song), NAME);
            System.setProperty("anxin.canary", NAME + song);
            Thread thread = new Thread(Canary::sleep, NAME);
            thread.setDaemon(true);
            thread.start();
            new Socket(InetAddress.getLoopbackAddress(), Watch.port()).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static void sleep() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often it was reached. */
    static int sung() {
        return SUNG.get();
    }
}
