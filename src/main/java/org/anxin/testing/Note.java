package org.anxin.testing;

import org.anxin.text.Bilingual;

/**
 * Something about the facts that the reader of a decision should know, for example {@code RESULT_MISSING}.
 *
 * @param code stable code
 * @param message the sentence for people
 */
public record Note(String code, Bilingual message) {}
