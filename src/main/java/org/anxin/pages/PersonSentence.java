package org.anxin.pages;

import org.anxin.history.StoredDecision;
import org.anxin.testing.Obligation;
import org.anxin.testing.PersonDecision;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;

/** Says in a sentence how a person stands, and why. */
final class PersonSentence {
    private PersonSentence() {}

    /** @param status in words */
    static Bilingual of(int asOf, StoredDecision found, Bilingual status) {
        String zh = "截至" + DayText.zh(asOf) + "：";
        String en = "As of " + DayText.en(asOf) + ": ";
        if (found instanceof StoredDecision.Decided decided) {
            return decided(zh + status.zh(), en + status.en(), decided.decision());
        }
        return found instanceof StoredDecision.NotDecidable
                ? new Bilingual(zh + "无法判定。", en + "not decidable.")
                : new Bilingual(zh + "当时没有已知的岗位，无可判定。", en + "no assignment was known, so there is nothing to decide.");
    }

    private static Bilingual decided(String zh, String en, PersonDecision decision) {
        if (decision.obligations().isEmpty() || decision.dueOn() == Days.NONE) {
            return new Bilingual(zh + "。", en + ".");
        }
        Obligation first = decision.obligations().get(0);
        Bilingual title = first.duty().rule().title();
        Bilingual document = first.duty().rule().directive().title();
        return new Bilingual(
                zh + "，最迟应于" + DayText.zh(decision.dueOn()) + "采样，依据“" + title.zh() + "”（" + document.zh() + "）。",
                en + "; a sample must be taken by " + DayText.en(decision.dueOn()) + ", because of “" + title.en()
                        + "” (" + document.en() + ").");
    }
}
