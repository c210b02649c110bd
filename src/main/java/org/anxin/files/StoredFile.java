package org.anxin.files;

/**
 * A file that is stored.
 *
 * @param sha256 its name: the SHA-256 of its bytes, 64 hexadecimal digits in small letters
 * @param size in bytes
 * @param kind what its content is
 */
public record StoredFile(String sha256, long size, FileKind kind) {}
