package org.anxin.time;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.anxin.text.Bilingual;

/** Civil days as people read them: {@code 2022年4月5日}, {@code 5 April 2022}. */
public final class DayText {
    private DayText() {}

    /** @param day a known epoch day */
    public static Bilingual of(int day) {
        return new Bilingual(zh(day), en(day));
    }

    /** @param day a known epoch day */
    public static String zh(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** @param day a known epoch day */
    public static String en(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getDayOfMonth() + " " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + date.getYear();
    }
}
