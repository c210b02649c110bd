package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a rule file into tokens. What could hide code or deceive a reader (backslashes, control, format and bidirectional
 * characters) is refused everywhere, in comments too. A sign from a Chinese keyboard is one mistake, and read as what was
 * meant, so that it brings no others.
 */
final class Lexer {
    /** Longest text between quotes, in characters. */
    static final int LONGEST_TEXT = 400;

    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SIGNS = "(),;:.<>!@";

    /** A file with more mistakes than this is none of ours, and the rest of it is not read. */
    private static final int MOST_MISTAKES = Mistakes.MOST_OF_A_FILE + 1;

    private final String file;
    private final int[] text;
    private final Mistakes mistakes;
    private final List<Token> tokens = new ArrayList<>();
    private int refused;
    private int next;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text, Mistakes mistakes) {
        this.file = file;
        this.text = text.codePoints().toArray();
        this.mistakes = mistakes;
    }

    /** All tokens of the file, the last one {@code END_OF_FILE}; adds to {@code mistakes}. */
    static List<Token> tokens(String file, String text, Mistakes mistakes) {
        return new Lexer(file, text, mistakes).read();
    }

    private List<Token> read() {
        while (next < text.length && refused < MOST_MISTAKES) {
            readOne();
        }
        tokens.add(new Token(Token.Kind.END_OF_FILE, "", here()));
        return tokens;
    }

    private void readOne() {
        int c = text[next];
        if (c == '\n') {
            newLine();
        } else if (c == ' ' || c == '\t') {
            next++;
        } else if (starts("//")) {
            skipLineComment();
        } else if (starts("/*")) {
            skipBlockComment();
        } else if (c == '"') {
            readText("\"");
        } else if (isDigit(c) || c == '-' && next + 1 < text.length && isDigit(text[next + 1])) {
            readNumber();
        } else if (isWordStart(c)) {
            readWord();
        } else {
            readSign(c);
        }
    }

    private void newLine() {
        next++;
        line++;
        lineStart = next;
    }

    private void skipLineComment() {
        while (next < text.length && text[next] != '\n') {
            refuseHidden();
            next++;
        }
    }

    private void skipBlockComment() {
        Position start = here();
        next += 2;
        while (next < text.length && !starts("*/")) {
            if (text[next] == '\n') {
                newLine();
            } else {
                refuseHidden();
                next++;
            }
        }
        if (next >= text.length) {
            mistakes.add(MistakeCode.COMMENT_UNCLOSED.at(start));
        }
        next = Math.min(text.length, next + 2);
    }

    /** @param ends characters that end the text; a Chinese quote also ends it if none was opened inside */
    private void readText(String ends) {
        Position start = here();
        int from = ++next;
        int opened = 0;
        boolean closed = false;
        while (!closed && next < text.length && text[next] != '\n') {
            int c = text[next];
            closed = ends.indexOf(c) >= 0 || c == '\u201D' && opened == 0;
            opened += c == '\u201C' ? 1 : c == '\u201D' ? -1 : 0;
            if (closed && c != '"' && ends.equals("\"")) {
                refuse(c);
            } else if (!closed) {
                refuseHidden();
            }
            next++;
        }
        int length = next - from - (closed ? 1 : 0);
        tokens.add(new Token(Token.Kind.TEXT, new String(text, from, length), start));
        if (!closed) {
            mistakes.add(MistakeCode.TEXT_UNCLOSED.at(start));
        }
        if (length > LONGEST_TEXT) {
            mistakes.add(MistakeCode.TEXT_TOO_LONG.at(start, LONGEST_TEXT));
        }
    }

    /** Dates without quotes and fractions are read as one token, which is then no whole number. */
    private void readNumber() {
        int end = next + 1;
        while (end < text.length && (isDigit(text[end]) || joinsDigits(end))) {
            end++;
        }
        take(Token.Kind.NUMBER, end);
    }

    private boolean joinsDigits(int at) {
        return ".-/".indexOf(text[at]) >= 0 && at + 1 < text.length && isDigit(text[at + 1]);
    }

    private void readWord() {
        int end = next + 1;
        while (end < text.length && (isWordStart(text[end]) || isDigit(text[end]))) {
            end++;
        }
        take(Token.Kind.WORD, end);
    }

    /** Adds what stands between here and {@code end} as one token, and goes on after it. */
    private void take(Token.Kind kind, int end) {
        String written = new String(text, next, end - next);
        String half = Characters.half(written);
        if (!half.equals(written)) {
            refuse(written, half);
        }
        tokens.add(new Token(kind, half, here()));
        next = end;
    }

    private void readSign(int c) {
        String pair = new String(text, next, Math.min(2, text.length - next));
        if (LONG_SIGNS.contains(Characters.half(pair))) {
            take(Token.Kind.SIGN, next + 2);
            return;
        }
        String sign = Character.toString(c);
        if (SIGNS.indexOf(c) < 0) {
            refuse(c);
            sign = Characters.meant(c);
        }
        if ("\"".equals(sign)) {
            readText("\"\u201C\u201D\u2018\u2019\uFF02\uFF07'");
            return;
        }
        if (sign != null && (LONG_SIGNS.contains(sign) || SIGNS.contains(sign))) {
            tokens.add(new Token(Token.Kind.SIGN, sign, here()));
        }
        next++;
    }

    private void refuseHidden() {
        int c = text[next];
        if (Characters.hidden(c) || c == '\\') {
            refuse(c);
        }
    }

    private void refuse(int c) {
        refuse(Characters.shown(c), Characters.meant(c));
    }

    private void refuse(String shown, @Nullable String meant) {
        refused++;
        Bilingual remedy = meant == null
                ? new Bilingual("删去它。", "Remove it.")
                : new Bilingual("改为半角的 " + meant, "Write " + meant + " instead.");
        mistakes.add(MistakeCode.CHARACTER_REFUSED.at(here(), shown, remedy));
    }

    private boolean starts(String sign) {
        return next + 1 < text.length && text[next] == sign.charAt(0) && text[next + 1] == sign.charAt(1);
    }

    private Position here() {
        return new Position(file, line, next - lineStart + 1);
    }

    private static boolean isDigit(int c) {
        return '0' <= c && c <= '9' || '\uFF10' <= c && c <= '\uFF19';
    }

    /** Letters of any script, so that a name in Chinese is one unknown name and not as many strange characters. */
    private static boolean isWordStart(int c) {
        return c == '_' || c == '$' || Character.isLetter(c) && !Characters.hidden(c);
    }
}
