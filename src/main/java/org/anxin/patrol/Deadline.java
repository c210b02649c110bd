package org.anxin.patrol;

/**
 * By when something is to be rectified.
 *
 * @param days from the day of the check to the last day; 0 for the same day
 */
public record Deadline(int days) {}
