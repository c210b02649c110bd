package org.anxin.sweep;

import org.jboss.logging.Logger;

/** Tells of an outage of the database when it begins and when it ends, and not every second. */
public final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String who;
    private boolean away;

    /** @param who has to wait for it, as a log begins */
    public Outage(String who) {
        this.who = who;
    }

    /** The database did not answer. */
    public synchronized void began(Exception failure) {
        if (!away) {
            away = true;
            LOG.warnf("%s cannot reach the database and waits for it: %s", who, failure.getMessage());
        }
    }

    /** The database answered. */
    public synchronized void ended() {
        if (away) {
            away = false;
            LOG.infof("%s reaches the database again", who);
        }
    }
}
