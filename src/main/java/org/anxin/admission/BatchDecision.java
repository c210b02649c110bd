package org.anxin.admission;

import java.util.List;

/**
 * The answer for one batch (SPEC sections 5 and 6).
 *
 * @param batchId the caller's id
 * @param findings distinct and sorted as SPEC section 5 says
 */
public record BatchDecision(String batchId, Outcome outcome, List<Finding> findings) {}
