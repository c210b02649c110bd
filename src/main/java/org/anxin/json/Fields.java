package org.anxin.json;

import java.util.Arrays;
import java.util.List;

/** The fields that an object may have, in their usual order, and which of them it must have. At most 64. */
public final class Fields {
    private final String[] names;
    private final long required;

    private Fields(String[] names, long required) {
        if (names.length > Long.SIZE) {
            throw new IllegalArgumentException("too many fields");
        }
        this.names = names;
        this.required = required;
    }

    /** Fields of which none is required. */
    public static Fields of(String... names) {
        return new Fields(intern(names), 0);
    }

    /** The same fields, of which these are required: neither missing nor null. */
    public Fields requiring(String... needed) {
        long mask = 0;
        for (String name : needed) {
            int index = indexOf(name, 0);
            if (index < 0) {
                throw new IllegalArgumentException(name + " is not one of the fields");
            }
            mask |= 1L << index;
        }
        return new Fields(names, mask);
    }

    /** All names, in their usual order. */
    public List<String> names() {
        return List.of(names);
    }

    /**
     * The place of {@code name}, or -1.
     *
     * @param guess where it is expected; right when the usual order is kept
     */
    int indexOf(String name, int guess) {
        if (guess < names.length && names[guess].equals(name)) {
            return guess;
        }
        return Arrays.asList(names).indexOf(name);
    }

    String name(int index) {
        return names[index];
    }

    boolean isRequired(int index) {
        return (required & 1L << index) != 0;
    }

    /** Bits of the required fields that are not among {@code seen}. */
    long missing(long seen) {
        return required & ~seen;
    }

    /** Jackson interns the names it reads, so that comparing almost always ends at identity. */
    private static String[] intern(String[] names) {
        return Arrays.stream(names).map(String::intern).toArray(String[]::new);
    }
}
