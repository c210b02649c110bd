package org.anxin.impact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.anxin.load.Pace;
import org.jspecify.annotations.Nullable;

/** Decides all people for one preview, range by range, so that memory does not grow with the number of people. */
final class ImpactRun {
    private static final int THREADS = 2;

    /** So few that what a range takes is not noticed by others. */
    private static final int PEOPLE = 1000;

    private static final long STANDING_ASIDE_MILLIS = 50;

    private static final String TOTAL = """
            update impacts set total = (select count(distinct person_no) from assignments)
                + (select count(*) from batches b join batch_decisions d on d.batch_no = b.no and d.no = b.decision
                    where d.as_of between from_on and to_on)
            where no = ?""";

    private final DataSource database;
    private final Impact run;
    private final Supplier<ImpactPart> parts;
    private final Pace pace;
    private final Queue<PersonRange> ranges = new ConcurrentLinkedQueue<>();

    /** @param parts makes what each thread counts with */
    ImpactRun(DataSource database, Impact run, Supplier<ImpactPart> parts, Pace pace) {
        this.database = database;
        this.run = run;
        this.parts = parts;
        this.pace = pace;
    }

    /**
     * What comes out.
     *
     * @throws ImpactLostException if the run is not this node's any more
     * @throws InterruptedException if the node stops
     */
    ImpactResult carryOut() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection();
                PreparedStatement total = connection.prepareStatement(TOTAL)) {
            total.setLong(1, run.no());
            total.executeUpdate();
            ranges.addAll(PersonRange.all(connection, PEOPLE));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, ImpactRun::thread);
        try {
            List<Future<ImpactPart>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                boolean first = i == 0;
                running.add(threads.submit(() -> part(first)));
            }
            ImpactPart all = running.get(0).get();
            for (Future<ImpactPart> other : running.subList(1, running.size())) {
                all.add(other.get());
            }
            return all.result();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            // Where one thread failed, the other finds no range left.
            ranges.clear();
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread named = new Thread(work, "impact");
        named.setDaemon(true);
        return named;
    }

    /** Throws what a thread met, as this one would have met it. */
    private static RuntimeException failure(@Nullable Throwable cause) throws SQLException, InterruptedException {
        if (cause instanceof SQLException failure) {
            throw failure;
        }
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("people could not be compared", cause);
    }

    /** The second thread stands aside while callers want the processors. */
    private ImpactPart part(boolean first) throws SQLException, InterruptedException {
        ImpactPart part = parts.get();
        while (!ranges.isEmpty()) {
            if (!first && !pace.isCalm()) {
                Thread.sleep(STANDING_ASIDE_MILLIS);
                continue;
            }
            PersonRange range = ranges.poll();
            if (range != null) {
                long begin = System.nanoTime();
                part.add(range);
                TimeUnit.NANOSECONDS.sleep(pace.restAfter(System.nanoTime() - begin));
            }
        }
        return part;
    }
}
