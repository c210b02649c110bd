package org.anxin.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Civil days as people and programs read them: {@code 2022年4月5日}, {@code 5 April 2022}, {@code 2022-04-05}. */
public final class DayText {
    private static final String[] MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toArray(String[]::new);

    /** Eleven years. An answer about a person has a dozen days, and most answers have the same ones. */
    private static final int KEPT = 4096;

    private static final AtomicReferenceArray<@Nullable Texts> LATEST = new AtomicReferenceArray<>(KEPT);

    private DayText() {}

    private record Texts(int day, String iso, String zh, String en) {}

    /** @param day a known epoch day */
    public static Bilingual of(int day) {
        Texts texts = texts(day);
        return new Bilingual(texts.zh, texts.en);
    }

    /** @param day a known epoch day */
    public static String zh(int day) {
        return texts(day).zh;
    }

    /** @param day a known epoch day */
    public static String en(int day) {
        return texts(day).en;
    }

    static String iso(int day) {
        return texts(day).iso;
    }

    private static Texts texts(int day) {
        int slot = Math.floorMod(day, KEPT);
        Texts kept = LATEST.getAcquire(slot);
        if (kept == null || kept.day != day) {
            kept = made(day);
            LATEST.setRelease(slot, kept);
        }
        return kept;
    }

    private static Texts made(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int year = date.getYear();
        int month = date.getMonthValue();
        int dayOfMonth = date.getDayOfMonth();
        return new Texts(
                day,
                date.toString(),
                year + "年" + month + "月" + dayOfMonth + "日",
                dayOfMonth + " " + MONTHS[month - 1] + " " + year);
    }
}
