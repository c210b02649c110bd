package org.anxin.desk;

import java.time.Instant;

/**
 * What is on record about an uploaded file.
 *
 * @param sha256 of its content, 64 hexadecimal digits in lower case
 * @param size in bytes
 * @param mediaType told by its content
 */
public record FileOnRecord(String sha256, long size, String mediaType, Instant received, String receivedBy) {}
