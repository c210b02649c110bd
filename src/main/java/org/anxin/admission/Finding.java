package org.anxin.admission;

import org.anxin.rulebook.Rule;
import org.jspecify.annotations.Nullable;

/** One thing wrong with a batch. */
public record Finding(
        String code,
        Severity severity,
        @Nullable String document,
        @Nullable String number,
        @Nullable String field,
        @Nullable String lot,
        Rule rule) {}
