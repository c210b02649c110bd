package org.anxin.pages;

import java.util.List;

/**
 * The calendar of testing demand: a row for each market, a column for each day. Past days show who was sampled, the day
 * itself and coming ones who is to be sampled.
 *
 * @param months over the days
 * @param days in order
 * @param rows by market
 */
public record Heat(List<Month> months, List<Day> days, List<Row> rows) {

    /** A month over so many of its days. */
    public record Month(int day, int days) {}

    /** A day; {@code now} is the day of the page. */
    public record Day(int day, boolean now, boolean weekend) {}

    /** A market. */
    public record Row(String name, String address, List<Cell> cells) {}

    /**
     * A day at a market.
     *
     * @param count people
     * @param level how many that is of those on duty, from 0 to 5
     * @param missed people who were due on that day and had no sample; 0 on coming days
     * @param forecast whether the people are yet to be sampled
     * @param address of the list
     */
    public record Cell(int day, int count, int level, int missed, boolean now, boolean forecast, String address) {}
}
