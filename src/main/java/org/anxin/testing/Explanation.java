package org.anxin.testing;

import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;

/** Says why an obligation is due when it is. Rendered from the obligation, never written in rules. */
final class Explanation {
    private Explanation() {}

    static Bilingual of(Obligation obligation) {
        return obligation.duty().cadence() instanceof Cadence.AfterTask ? afterTask(obligation) : recurring(obligation);
    }

    private static Bilingual afterTask(Obligation obligation) {
        Bilingual cadence = obligation.duty().cadence().text();
        String zh = "任务末日为" + DayText.zh(obligation.from()) + "，须" + cadence.zh();
        String en = "The task's last day is " + DayText.en(obligation.from()) + "; " + cadence.en();
        if (obligation.dueOn() == Days.NONE) {
            return new Bilingual(
                    zh + "；已于" + DayText.zh(obligation.lastCounted()) + "采样，不再要求。",
                    en + "; sampled on " + DayText.en(obligation.lastCounted()) + ", so nothing more is due.");
        }
        return new Bilingual(
                zh + "，因此最迟应于" + DayText.zh(obligation.dueOn()) + "采样。",
                en + ", so at the latest on " + DayText.en(obligation.dueOn()) + ".");
    }

    private static Bilingual recurring(Obligation obligation) {
        Bilingual cadence = obligation.duty().cadence().text();
        Bilingual last = last(obligation);
        Bilingual due = due(obligation);
        return new Bilingual(
                last.zh() + "，须" + cadence.zh() + "，" + due.zh(), last.en() + ", " + cadence.en() + ", " + due.en());
    }

    private static Bilingual last(Obligation obligation) {
        if (obligation.lastCounted() == Days.NONE) {
            return new Bilingual(
                    "自" + DayText.zh(obligation.from()) + "起尚无计入的采样",
                    "No sample counted since " + DayText.en(obligation.from()));
        }
        return new Bilingual(
                "最近一次计入的采样为" + DayText.zh(obligation.lastCounted()),
                "Last counted sample " + DayText.en(obligation.lastCounted()));
    }

    private static Bilingual due(Obligation obligation) {
        if (obligation.dueOn() == Days.NONE) {
            return new Bilingual(
                    "至期末" + DayText.zh(obligation.to()) + "不再要求采样。",
                    "so nothing more is due before the period ends on " + DayText.en(obligation.to()) + ".");
        }
        return new Bilingual(
                "因此最迟应于" + DayText.zh(obligation.dueOn()) + "采样。",
                "so at the latest on " + DayText.en(obligation.dueOn()) + ".");
    }
}
