package org.anxin.impact;

import java.util.List;

/**
 * What a shadow run has found.
 *
 * @param counts of all nodes together
 * @param differences some of those met, the first ones first, a JSON object each
 */
public record ShadowReport(Shadow shadow, ShadowCounts counts, List<String> differences) {}
