package org.anxin.notices;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anxin.registry.DatabaseFault;
import org.jboss.logging.Logger;

/** The part that this process takes in sending notices; any number of processes share the work. */
public final class NoticeSender implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(NoticeSender.class);
    private static final long LOOK_MILLIS = 500;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final NoticeQueue queue;
    private final Thread sending = new Thread(this::send, "notices");
    private boolean refused;
    private volatile boolean stopping;

    /** @param webhook where they are sent */
    public NoticeSender(DataSource database, Webhook webhook) {
        this(database, webhook, FIRST_PAUSE);
    }

    NoticeSender(DataSource database, Webhook webhook, Duration firstPause) {
        this.queue = new NoticeQueue(database, webhook, firstPause);
        sending.setDaemon(true);
    }

    /** Begins to take part. */
    public void start() {
        sending.start();
    }

    private void send() {
        while (!stopping) {
            try {
                if (!look()) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends one; false if none was due. */
    private boolean look() throws InterruptedException {
        try {
            NoticeQueue.Turn turn = queue.turn();
            if (turn.worked()) {
                tell(turn);
            }
            return turn.worked();
        } catch (SQLException | RuntimeException e) {
            if (DatabaseFault.of(e) == null) {
                LOG.error("Notices cannot be sent", e);
            }
            TimeUnit.SECONDS.sleep(1);
            return false;
        }
    }

    /** Says once that the receiver does not take notices, and once that it does again. */
    private void tell(NoticeQueue.Turn turn) {
        boolean fails = turn.failure() != null;
        if (fails && !refused) {
            LOG.warnf("The receiver of notices does not take them, they wait: %s", turn.failure());
        } else if (!fails && refused) {
            LOG.info("The receiver of notices takes them again");
        }
        refused = fails;
    }

    /** Ends the part that it takes. What was not taken waits. */
    @Override
    public void close() {
        stopping = true;
        sending.interrupt();
    }
}
