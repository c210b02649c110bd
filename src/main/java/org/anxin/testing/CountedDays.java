package org.anxin.testing;

import org.anxin.time.Days;

/** The days on which a sample counts, each once, in order. */
final class CountedDays {
    private final int[] days;
    private int size;

    /** @param most how many days there can be */
    CountedDays(int most) {
        this.days = new int[most];
    }

    /** Adds a day, in any order; a day that is there stays one. */
    void add(int day) {
        // Samples mostly come in order.
        if (size == 0 || days[size - 1] < day) {
            days[size++] = day;
        } else {
            insert(day);
        }
    }

    private void insert(int day) {
        int place = size;
        while (place > 0 && days[place - 1] > day) {
            place--;
        }
        if (place > 0 && days[place - 1] == day) {
            return;
        }
        System.arraycopy(days, place, days, place + 1, size - place);
        days[place] = day;
        size++;
    }

    boolean contains(int day) {
        int place = before(day);
        return place < size && days[place] == day;
    }

    /** How many days there are. */
    int size() {
        return size;
    }

    /** How many of them lie before {@code day}. */
    int before(int day) {
        int place = size;
        while (place > 0 && days[place - 1] >= day) {
            place--;
        }
        return place;
    }

    /** The day at a place, from 0. */
    int at(int place) {
        return days[place];
    }

    /** The latest of the first {@code seen} days, or {@link Days#NONE} if that lies before {@code start}. */
    int last(int start, int seen) {
        return seen > 0 && days[seen - 1] >= start ? days[seen - 1] : Days.NONE;
    }
}
