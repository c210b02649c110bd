package org.anxin.registry.imports;

import org.anxin.json.ErrorCode;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was not taken, or a file could not be read.
 *
 * @param line line of the file in which the row begins, from 1
 * @param column name of the column; null where the row as a whole is meant
 * @param code stable code
 * @param message the sentence for people, without any value that was sent
 */
public record Rejected(long line, @Nullable String column, ErrorCode code, Bilingual message) {}
