package org.anxin.testing;

import java.util.ArrayList;
import java.util.List;
import org.anxin.rulebook.PhraseException;
import org.anxin.rulebook.Says;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;

/**
 * A cadence with its window, as a rule author says it: {@code every(1).days().from("2022-04-05").to("2022-04-07")}.
 *
 * @param cadence how often
 * @param window when it is in force
 * @param excepted days within the window on which it is not, in order, disjoint
 */
public record Terms(Cadence cadence, Period window, List<Period> excepted) {

    static Terms of(Cadence cadence) {
        return new Terms(cadence, Period.ALWAYS, List.of());
    }

    /** The first day of the window. */
    @Says(zh = "自某日起", en = "in force from this day on")
    public Terms from(@Says.Day int day) {
        if (window.from() != Days.NONE) {
            throw twice("from");
        }
        return within(new Period(day, window.to()));
    }

    /** The last day of the window. */
    @Says(zh = "至某日止", en = "in force until this day, included")
    public Terms to(@Says.Day int day) {
        if (window.to() != Days.OPEN) {
            throw twice("to");
        }
        return within(new Period(window.from(), day));
    }

    /** One day of the window that is excepted. */
    @Says(zh = "某日除外", en = "except this day")
    public Terms except(@Says.Day int day) {
        return except(day, day);
    }

    /** Days of the window that are excepted. */
    @Says(zh = "某日至某日除外", en = "except from this day to that day, both included")
    public Terms except(@Says.Day int from, @Says.Day int to) {
        if (to < from) {
            throw inverted(from, to);
        }
        List<Period> all = new ArrayList<>(excepted);
        all.add(new Period(from, to));
        return new Terms(cadence, window, all).checked();
    }

    /** The pieces of the window that excepted days leave, in order (SPEC section 3). Never empty. */
    public List<Period> windows() {
        List<Period> pieces = new ArrayList<>(List.of(window));
        for (Period hole : excepted) {
            List<Period> cut = new ArrayList<>();
            for (Period piece : pieces) {
                addIfNotEmpty(cut, piece.from(), Math.min(piece.to(), hole.from() - 1));
                addIfNotEmpty(cut, Math.max(piece.from(), hole.to() + 1), piece.to());
            }
            pieces = cut;
        }
        return List.copyOf(pieces);
    }

    private static void addIfNotEmpty(List<Period> pieces, int from, int to) {
        if (from <= to) {
            pieces.add(new Period(from, to));
        }
    }

    private Terms within(Period changed) {
        if (changed.to() < changed.from()) {
            throw inverted(changed.from(), changed.to());
        }
        return new Terms(cadence, changed, excepted).checked();
    }

    private Terms checked() {
        for (Period hole : excepted) {
            if (hole.to() < window.from() || hole.from() > window.to()) {
                throw new PhraseException(
                        new Bilingual("除外的日子不在期间内。", "The excepted days lie outside the window."),
                        new Bilingual("写期间内的日子。", "Name days within the window."));
            }
        }
        if (windows().isEmpty()) {
            throw new PhraseException(
                    new Bilingual("除外之后期间没有剩下一天。", "The exceptions leave no day of the window."),
                    new Bilingual("缩短除外的日子或删去规则。", "Except fewer days, or remove the rule."));
        }
        return this;
    }

    private static PhraseException inverted(int from, int to) {
        return new PhraseException(
                new Bilingual(
                        "期间的末日" + DayText.zh(to) + "早于首日" + DayText.zh(from) + "。",
                        "The last day, " + DayText.en(to) + ", is before the first, " + DayText.en(from) + "."),
                new Bilingual("对调两个日期或改正其中一个。", "Swap the two dates or correct one."));
    }

    private static PhraseException twice(String word) {
        return new PhraseException(
                new Bilingual(word + " 写了两次。", word + " is said twice."),
                new Bilingual("删去其中一个。", "Remove one of them."));
    }
}
