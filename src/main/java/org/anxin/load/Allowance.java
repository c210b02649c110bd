package org.anxin.load;

import java.util.concurrent.atomic.AtomicLong;

/** So many bytes for all that is read into memory at a time. */
public final class Allowance {
    private final AtomicLong left;

    /** @param bytes all together */
    public Allowance(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** A share, empty at first, to be closed whatever becomes of it. */
    public Share share() {
        return new Share();
    }

    /** What one request takes up; for one thread at a time. */
    public final class Share implements AutoCloseable {
        private long taken;

        /** Takes so many bytes in all; false, with nothing changed, if there are not so many. */
        public boolean growTo(long bytes) {
            long more = bytes - taken;
            if (more > 0) {
                if (left.addAndGet(-more) < 0) {
                    left.addAndGet(more);
                    return false;
                }
                taken = bytes;
            }
            return true;
        }

        @Override
        public void close() {
            left.addAndGet(taken);
            taken = 0;
        }
    }
}
