package org.anxin.rulebook;

import java.util.List;

/** The tokens of a file, one after the other. */
final class TokenStream {
    private final List<Token> tokens;
    private int next;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token, and on to the following one; the end of the file is never passed. */
    Token next() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Passes the token if it is this word or sign. */
    boolean skip(String text) {
        boolean is = peek().is(text);
        if (is) {
            next();
        }
        return is;
    }

    /** On to the next {@code rule} that is followed by a name; stays where it is if it stands on one. */
    void skipToRule() {
        while (!peek().is(Token.Kind.END_OF_FILE) && !(peek().is("rule") && namesARule())) {
            next();
        }
    }

    private boolean namesARule() {
        return next + 1 < tokens.size() && tokens.get(next + 1).is(Token.Kind.TEXT);
    }
}
