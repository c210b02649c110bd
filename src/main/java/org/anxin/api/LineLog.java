package org.anxin.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import org.anxin.ledger.CallLog;
import org.anxin.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Holds the answers of a stream back until they are logged: a few hundred at a time, or all while the sender waits. */
final class LineLog {
    private static final int MOST = 512;
    private static final int LONGEST = 1 << 19;

    private final LoggedCalls calls;
    private final Policy policy;
    private final int asOf;
    private final List<Held> held = new ArrayList<>();
    private int size;

    /** @param asOf the day decided for, as an epoch day */
    LineLog(LoggedCalls calls, Policy policy, int asOf) {
        this.calls = calls;
        this.policy = policy;
        this.asOf = asOf;
    }

    /** @param logged null for a line that decides nothing */
    private record Held(long number, byte[] answer, CallLog.@Nullable Answered logged) {}

    /**
     * One more line.
     *
     * @param number of the line
     * @param logged what is to be logged of it; null if nothing was decided
     */
    void add(long number, byte[] answer, CallLog.@Nullable Answered logged) {
        held.add(new Held(number, answer, logged));
        size += answer.length;
    }

    /** Whether it is time to let them go. */
    boolean isFull() {
        return held.size() >= MOST || size >= LONGEST;
    }

    /**
     * Logs what is held and writes it.
     *
     * @param unlogged what to answer to a line that could not be logged
     */
    void release(OutputStream out, LongFunction<byte[]> unlogged) throws IOException {
        boolean stored = store();
        for (Held line : held) {
            out.write(stored || line.logged == null ? line.answer : unlogged.apply(line.number));
        }
        held.clear();
        size = 0;
    }

    private boolean store() {
        List<CallLog.Answered> answers = new ArrayList<>(held.size());
        for (Held line : held) {
            if (line.logged != null) {
                answers.add(line.logged);
            }
        }
        if (answers.isEmpty()) {
            return true;
        }
        try {
            calls.log(policy, asOf, answers).toCompletableFuture().join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
