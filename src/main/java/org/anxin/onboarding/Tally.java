package org.anxin.onboarding;

/**
 * How many operators, or people, of a market have come how far on a day.
 *
 * @param registered all; people with any assignment, past, present or future
 * @param current all operators; of people, those with an assignment that has not ended. The rest counts among these
 * @param activated whose account is activated
 * @param signed who signed some version of the letter
 * @param outdated who signed, but not the version that applies
 * @param ready whom no rule forbids to trade
 */
public record Tally(int registered, int current, int activated, int signed, int outdated, int ready) {
    /** Nobody. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                registered + other.registered,
                current + other.current,
                activated + other.activated,
                signed + other.signed,
                outdated + other.outdated,
                ready + other.ready);
    }

    /** The same person at another market as well: there at one of them, ready if nowhere forbidden. */
    public Tally also(Tally other) {
        boolean both = current > 0 && other.current > 0;
        return new Tally(
                Math.max(registered, other.registered),
                Math.max(current, other.current),
                Math.max(activated, other.activated),
                Math.max(signed, other.signed),
                Math.max(outdated, other.outdated),
                both ? Math.min(ready, other.ready) : Math.max(ready, other.ready));
    }

    /** One who is no longer there. */
    static Tally gone() {
        return new Tally(1, 0, 0, 0, 0, 0);
    }

    /** One who is there. */
    static Tally one(Standing standing, boolean ready) {
        return new Tally(1, 1, of(standing.activated()), of(standing.signed()), of(standing.outdated()), of(ready));
    }

    private static int of(boolean counts) {
        return counts ? 1 : 0;
    }
}
