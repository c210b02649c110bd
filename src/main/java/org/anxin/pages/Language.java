package org.anxin.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.anxin.text.Bilingual;
import org.anxin.time.DayText;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** A language of the pages, and how it writes days, times and numbers. */
public enum Language {
    ZH(Locale.forLanguageTag("zh"), "zh-CN", "中文"),
    EN(Locale.ENGLISH, "en", "English");

    private static final String NONE = "—";
    private static final int PERCENT = 100;

    private final Locale locale;
    private final String tag;
    private final String title;

    Language(Locale locale, String tag, String title) {
        this.locale = locale;
        this.tag = tag;
        this.title = title;
    }

    /** By which message bundles know it. */
    public Locale locale() {
        return locale;
    }

    /** For {@code lang}. */
    public String tag() {
        return tag;
    }

    /** In itself. */
    public String title() {
        return title;
    }

    /** As addresses and cookies name it. */
    public String code() {
        return locale.getLanguage();
    }

    /** The other one, which the link in the head leads to. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** The text in this language; null stays null. */
    public @Nullable String of(@Nullable Bilingual text) {
        return text == null ? null : this == ZH ? text.zh() : text.en();
    }

    /** {@code 1,580}. */
    public String number(int number) {
        return String.format(locale, "%,d", number);
    }

    /** {@code 89%}, cut and not rounded up, so that 100% means all. */
    public String percent(int part, int whole) {
        return whole == 0 ? NONE : (int) ((long) part * PERCENT / whole) + "%";
    }

    /** {@code +2}, {@code −6}, {@code ±0}. */
    public String change(int by) {
        return by == 0 ? "±0" : (by > 0 ? "+" : "−") + number(Math.abs(by));
    }

    /** {@code 2022年4月7日} or {@code 7 April 2022}; a dash for an unknown day. */
    public String day(int day) {
        return !Days.known(day) ? NONE : this == ZH ? DayText.zh(day) : DayText.en(day);
    }

    /** {@code 4月7日} or {@code 7 Apr}; a dash for an unknown day. */
    public String shortDay(int day) {
        if (!Days.known(day)) {
            return NONE;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return this == ZH
                ? date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : date.getDayOfMonth() + " " + date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** {@code 星期四} or {@code Thursday}. */
    public String weekday(int day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    /** {@code 7}. */
    public int dayOfMonth(int day) {
        return LocalDate.ofEpochDay(day).getDayOfMonth();
    }

    /** {@code 四} or {@code Th}. */
    public String shortWeekday(int day) {
        String full = weekday(day);
        return this == ZH ? full.substring(full.length() - 1) : full.substring(0, 2);
    }

    /** {@code 4月} or {@code Apr}. */
    public String month(int day) {
        return LocalDate.ofEpochDay(day).getMonth().getDisplayName(TextStyle.SHORT, locale);
    }

    /** {@code 2022-04-07}, for forms and addresses. */
    public String iso(int day) {
        return Days.text(day);
    }

    /** {@code 2022-04-07}; a dash for an unknown day. */
    public String date(int day) {
        return Days.known(day) ? Days.text(day) : NONE;
    }

    /** {@code 2022-04-07 04:12} in the service's zone; a dash if there is none. */
    public String time(@Nullable Instant time, ZoneId zone) {
        return time == null
                ? NONE
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(time.atZone(zone));
    }
}
