package org.anxin.registry;

import java.time.LocalDate;

/**
 * What names an entry of the list of operators that sell imported goods.
 *
 * @param operatorId the operator
 * @param from its first day on the list
 */
public record ImportListingKey(String operatorId, LocalDate from) {}
