package org.anxin.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts of which there are few, found by their bytes, so that each is one object. */
public final class SharedWords {
    private byte[][] bytes = new byte[8][];
    private String[] words = new String[8];
    private int size;

    String of(byte[] row, int from, int length) {
        for (int i = 0; i < size; i++) {
            if (Arrays.equals(bytes[i], 0, bytes[i].length, row, from, from + length)) {
                return words[i];
            }
        }
        return add(Arrays.copyOfRange(row, from, from + length));
    }

    private String add(byte[] fresh) {
        if (size == words.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
            words = Arrays.copyOf(words, 2 * size);
        }
        bytes[size] = fresh;
        words[size] = new String(fresh, StandardCharsets.UTF_8);
        return words[size++];
    }
}
