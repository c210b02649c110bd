package org.anxin.ledger;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Logs answers to calls, many in one transaction: while one group is being committed, the next one gathers. So a commit to
 * disk costs all calls of that moment once, and nobody is answered before it. One thread, one stream for each node.
 */
@Singleton
public class CallLog {
    private static final Logger LOG = Logger.getLogger(CallLog.class);
    private static final int GROUP = 512;

    /** One group at most waits while one is being committed: whoever comes later had better be told at once. */
    private static final int WAITING = GROUP;

    private final DataSource database;
    private final String stream = "evaluate/" + UUID.randomUUID().toString().substring(0, 13);
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(WAITING);
    private boolean begun;
    private volatile boolean stopped;

    CallLog(DataSource database) {
        this.database = database;
    }

    /**
     * A decision of a call.
     *
     * @param subject id of the person or batch
     * @param facts a JSON object
     * @param answer a JSON object
     */
    public record Answered(String subject, byte[] facts, byte[] answer) {}

    /** What entries have in common. */
    private record Group(Acting.Who who, int day, String ruleset) {}

    private record Waiting(Group group, List<Answered> answers, CompletableFuture<Boolean> done) {}

    /**
     * Logs what a call is to be answered.
     *
     * @param day decided for, an epoch day
     * @return completed when it is stored, with false if too much is waiting for that; failed with what the database said
     */
    public CompletionStage<Boolean> log(int day, String ruleset, List<Answered> answers) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        begin();
        if (stopped || !queue.offer(new Waiting(new Group(Acting.now(), day, ruleset), answers, done))) {
            done.complete(false);
        }
        return done;
    }

    private synchronized void begin() {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::write, "log of calls");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped = true;
    }

    private void write() {
        List<Waiting> taken = new ArrayList<>();
        try {
            while (true) {
                taken.add(queue.take());
                queue.drainTo(taken, GROUP);
                write(taken);
                taken.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> taken) {
        try {
            store(taken);
            taken.forEach(each -> each.done.complete(true));
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("Answers were not logged: %s", e.getMessage());
            taken.forEach(each -> each.done.completeExceptionally(e));
        }
    }

    private void store(List<Waiting> taken) throws SQLException {
        Map<Group, Lines> groups = new LinkedHashMap<>();
        for (Waiting each : taken) {
            Lines lines =
                    groups.computeIfAbsent(each.group, group -> new Lines(LogKind.EVALUATE, group.day, group.ruleset));
            for (Answered answer : each.answers) {
                lines.about(answer.subject, answer.facts, answer.answer);
            }
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (Map.Entry<Group, Lines> group : groups.entrySet()) {
                    Acting.inTransaction(connection, group.getKey().who());
                    DecisionLog.append(
                            connection, stream, null, group.getValue().entries());
                }
                connection.commit();
            } finally {
                // After a commit there is nothing to take back.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
