package org.anxin.sweep;

import org.jboss.logging.Logger;

/** Tells of an outage of the database when it begins and when it ends, and not every second. */
final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);

    private boolean away;

    /** The database did not answer. */
    synchronized void began(Exception failure) {
        if (!away) {
            away = true;
            LOG.warnf("The sweep cannot reach the database and waits for it: %s", failure.getMessage());
        }
    }

    /** The database answered. */
    synchronized void ended() {
        if (away) {
            away = false;
            LOG.info("The sweep reaches the database again");
        }
    }
}
