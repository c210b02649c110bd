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
        return new Bilingual(
                sinceZh(obligation) + "，须" + cadence.zh() + "，" + dueZh(obligation),
                sinceEn(obligation) + ", " + cadence.en() + ", " + dueEn(obligation));
    }

    private static String sinceZh(Obligation obligation) {
        return obligation.lastCounted() == Days.NONE
                ? "自" + DayText.zh(obligation.from()) + "起尚无计入的采样"
                : "最近一次计入的采样为" + DayText.zh(obligation.lastCounted());
    }

    private static String sinceEn(Obligation obligation) {
        return obligation.lastCounted() == Days.NONE
                ? "No sample counted since " + DayText.en(obligation.from())
                : "Last counted sample " + DayText.en(obligation.lastCounted());
    }

    private static String dueZh(Obligation obligation) {
        return obligation.dueOn() == Days.NONE
                ? "至期末" + DayText.zh(obligation.to()) + "不再要求采样。"
                : "因此最迟应于" + DayText.zh(obligation.dueOn()) + "采样。";
    }

    private static String dueEn(Obligation obligation) {
        return obligation.dueOn() == Days.NONE
                ? "so nothing more is due before the period ends on " + DayText.en(obligation.to()) + "."
                : "so at the latest on " + DayText.en(obligation.dueOn()) + ".";
    }
}
