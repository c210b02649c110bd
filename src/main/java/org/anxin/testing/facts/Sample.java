package org.anxin.testing.facts;

/**
 * A sample, as sample rules see it.
 *
 * @param result a declared word of the kind {@code result}
 * @param daysAgo days from the day it was taken to the day asked about; 0 if taken on that day
 */
public record Sample(String result, int daysAgo) {}
