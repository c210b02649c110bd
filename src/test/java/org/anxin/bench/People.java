package org.anxin.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Lines of people for a stream of any length, made while they are sent: some hundred histories come again and again, each
 * time with another id, so that making them costs next to nothing.
 */
final class People {
    /** How many histories there are. */
    static final int HISTORIES = 500;

    /** All ids have the same length, so that they can be written over each other. */
    private static final int FIRST_ID = 10_000_000;

    private static final String[] CATEGORIES = {"STAFF", "DIRECT_CONTACT", "INDIRECT_CONTACT"};

    private final byte[][] lines = new byte[HISTORIES][];
    private final int idAt = "{\"person\":{\"id\":\"P-".length();

    People(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            lines[i] = line(random).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** One assignment, and about eleven samples in order, as people usually have. */
    private static String line(Random random) {
        boolean farmers = random.nextInt(3) < 2;
        StringBuilder line =
                new StringBuilder("{\"person\":{\"id\":\"P-" + FIRST_ID + "\",\"assignments\":[{\"market\":");
        line.append("{\"id\":\"M-").append(10 + random.nextInt(20)).append("\",\"type\":\"");
        line.append(farmers ? "FARMERS" : "PROFESSIONAL").append("\",\"subdistrict\":\"西兴街道\"},\"category\":\"");
        line.append(farmers ? "STAFF" : CATEGORIES[1 + random.nextInt(2)]);
        line.append("\",\"from\":\"2021-0").append(1 + random.nextInt(9)).append("-15\",\"to\":null}],\"samples\":[");
        int samples = 9 + random.nextInt(5);
        for (int i = 0; i < samples; i++) {
            line.append(i == 0 ? "" : ",").append("{\"takenAt\":\"2022-03-").append(10 + i + random.nextInt(7));
            line.append("T0").append(random.nextInt(10)).append(":30:00+08:00\",\"result\":\"NEGATIVE\"}");
        }
        return line.append("]}}\n").toString();
    }

    /** Writes so many lines. Not for several threads at a time. */
    void write(OutputStream out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            byte[] line = lines[i % HISTORIES];
            byte[] id = Integer.toString(FIRST_ID + i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(id, 0, line, idAt, id.length);
            out.write(line);
        }
    }
}
