package org.anxin.rulebook;

/**
 * One token of a rule file.
 *
 * @param text the word, the text without its quotes, the digits, or the sign
 */
record Token(Kind kind, String text, Position at) {
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END_OF_FILE
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }
}
