package org.anxin.text;

/**
 * One text for users in both languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Bilingual(String zh, String en) {}
