package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.anxin.sweep.DayFigures;
import org.anxin.sweep.FoundPeople;
import org.anxin.sweep.Sweep;

/** Figures of earlier days, kept: what a run found does not change, and trends need no more. */
@Singleton
class PastFigures {
    private static final int MOST = 64;

    private final FoundPeople found;
    private final Map<String, DayFigures> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DayFigures> eldest) {
            return size() > MOST;
        }
    };

    PastFigures(FoundPeople found) {
        this.found = found;
    }

    /** Of the last runs of the days before one, by day. */
    Map<Integer, DayFigures> before(int day, int days) throws SQLException {
        Map<Integer, DayFigures> byDay = new TreeMap<>();
        for (Sweep run : found.lastRuns(day - 1, days)) {
            if (run.asOf() >= day - days) {
                byDay.put(run.asOf(), of(run));
            }
        }
        return byDay;
    }

    private DayFigures of(Sweep run) throws SQLException {
        // A database that was emptied numbers its runs anew.
        String key = run.no() + " " + run.id() + " " + run.ended();
        synchronized (kept) {
            DayFigures known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        DayFigures read = found.past(run);
        synchronized (kept) {
            kept.put(key, read);
        }
        return read;
    }
}
