package org.anxin.pages;

import java.util.List;
import java.util.Locale;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.anxin.visits.FindingList;
import org.jspecify.annotations.Nullable;

/**
 * The pages of patrols: findings, the days of markets, cameras, and who is not ready.
 *
 * @param view which of them
 * @param day as of which, as an epoch day
 * @param wanted which findings; null for the others
 * @param part which of them; null for the others
 * @param markets to choose from, by id
 * @param items to choose from, by code
 * @param table the list
 */
public record PatrolsPage(
        View view,
        int day,
        FindingList.@Nullable Wanted wanted,
        FindingList.@Nullable Part part,
        List<Choice> markets,
        List<Choice> items,
        PageTable table) {

    /** One of them. */
    public enum View {
        FINDINGS("/patrols"),
        DAYS("/patrols/days"),
        CAMERAS("/patrols/cameras"),
        READINESS("/patrols/not-ready");

        private final String path;

        View(String path) {
            this.path = path;
        }

        /** Where it is. */
        public String path() {
            return path;
        }
    }

    /** All of them. */
    public List<View> views() {
        return List.of(View.values());
    }

    /** The part as addresses name it; empty for the others. */
    public String partKey() {
        return part == null ? "" : part.name().toLowerCase(Locale.ROOT);
    }

    /** The day on which findings were made, for the form; empty for any. */
    public String foundOn() {
        return wanted == null || wanted.foundOn() == Days.NONE ? "" : Days.text(wanted.foundOn());
    }

    /** Whether only widespread findings are asked for, or only others; empty for both. */
    public String scope() {
        Boolean widespread = wanted == null ? null : wanted.widespread();
        return widespread == null ? "" : widespread ? "widespread" : "single";
    }

    /**
     * Something to choose.
     *
     * @param chosen whether it is
     */
    public record Choice(String id, Bilingual name, boolean chosen) {}
}
