package org.anxin.json;

import org.anxin.text.Bilingual;

/**
 * One mistake in facts that someone sent.
 *
 * @param pointer JSON pointer (RFC 6901) to it; for a missing member, where it would stand
 * @param line line in the text, from 1; 0 where there is no text to point into
 * @param column column in that line, from 1; 0 where there is no text to point into
 * @param code stable code
 * @param message the sentence for people, without any value that was sent
 */
public record InputError(String pointer, int line, int column, ErrorCode code, Bilingual message) {}
