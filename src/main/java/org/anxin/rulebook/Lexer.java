package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anxin.text.Bilingual;

/**
 * Cuts a rule file into tokens. What could hide code or deceive a reader (backslashes, control, format and bidirectional
 * characters) is refused everywhere, in comments too.
 */
final class Lexer {
    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SIGNS = "(),;:.<>!@";
    private static final int LONGEST_TEXT = 400;

    /** What Chinese keyboards produce, and what was meant. */
    private static final Map<Integer, String> MEANT = Map.ofEntries(
            Map.entry((int) '\uFF08', "("),
            Map.entry((int) '\uFF09', ")"),
            Map.entry((int) '\uFF0C', ","),
            Map.entry((int) '\uFF1B', ";"),
            Map.entry((int) '\uFF1A', ":"),
            Map.entry((int) '\u201C', "\""),
            Map.entry((int) '\u201D', "\""),
            Map.entry((int) '\uFF1D', "=="),
            Map.entry((int) '\uFF01', "!"),
            Map.entry((int) '\uFF1C', "<"),
            Map.entry((int) '\uFF1E', ">"),
            Map.entry((int) '\u3002', "."),
            Map.entry((int) '\u3001', ","),
            Map.entry((int) '\'', "\""),
            Map.entry((int) '=', "=="),
            Map.entry((int) '&', "&&"),
            Map.entry((int) '|', "||"));

    private final String file;
    private final int[] text;
    private final List<Mistake> mistakes;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int line = 1;
    private int lineStart;

    private Lexer(String file, String text, List<Mistake> mistakes) {
        this.file = file;
        this.text = text.codePoints().toArray();
        this.mistakes = mistakes;
    }

    /** All tokens of the file, the last one {@code END_OF_FILE}; adds to {@code mistakes}. */
    static List<Token> tokens(String file, String text, List<Mistake> mistakes) {
        return new Lexer(file, text, mistakes).read();
    }

    private List<Token> read() {
        while (next < text.length) {
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
            readText();
        } else if (isDigit(c) || c == '-' && next + 1 < text.length && isDigit(text[next + 1])) {
            readWhile(Token.Kind.NUMBER, Lexer::isDigit);
        } else if (isWordStart(c)) {
            readWhile(Token.Kind.WORD, Lexer::isWordPart);
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
            refuseHidden(text[next]);
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
                refuseHidden(text[next]);
                next++;
            }
        }
        if (next >= text.length) {
            mistakes.add(MistakeCode.COMMENT_UNCLOSED.at(start));
        }
        next = Math.min(text.length, next + 2);
    }

    private void readText() {
        Position start = here();
        int from = ++next;
        while (next < text.length && text[next] != '"' && text[next] != '\n') {
            refuseHidden(text[next]);
            next++;
        }
        tokens.add(new Token(Token.Kind.TEXT, new String(text, from, next - from), start));
        if (next >= text.length || text[next] == '\n') {
            mistakes.add(MistakeCode.TEXT_UNCLOSED.at(start));
        } else {
            next++;
        }
        if (next - from > LONGEST_TEXT) {
            mistakes.add(MistakeCode.VALUE_UNFIT.at(
                    start,
                    new Bilingual("较短的文本", "a shorter text"),
                    new Bilingual("最多 " + LONGEST_TEXT + " 个字。", "At most " + LONGEST_TEXT + " characters.")));
        }
    }

    private void readWhile(Token.Kind kind, java.util.function.IntPredicate part) {
        Position start = here();
        int from = next++;
        while (next < text.length && part.test(text[next])) {
            next++;
        }
        tokens.add(new Token(kind, new String(text, from, next - from), start));
    }

    private void readSign(int c) {
        Position start = here();
        for (String sign : LONG_SIGNS) {
            if (starts(sign)) {
                next += 2;
                tokens.add(new Token(Token.Kind.SIGN, sign, start));
                return;
            }
        }
        next++;
        if (SIGNS.indexOf(c) >= 0) {
            tokens.add(new Token(Token.Kind.SIGN, Character.toString(c), start));
        } else {
            refuse(c, start);
        }
    }

    private void refuseHidden(int c) {
        if (hidden(c) || c == '\\') {
            refuse(c, here());
        }
    }

    private void refuse(int c, Position at) {
        String meant = MEANT.get(c);
        Bilingual remedy =
                meant == null ? new Bilingual("删去它。", "Remove it.") : new Bilingual("改用半角的 " + meant, "Write " + meant);
        mistakes.add(MistakeCode.CHARACTER_REFUSED.at(at, shown(c), remedy));
    }

    /** Characters that a reader does not see as what they are: control, format, unassigned, private, lone surrogates. */
    static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The character, or its number where it could not be seen. */
    static String shown(int c) {
        return hidden(c) || c > 0xFFFF || c == 0xA0 ? "U+%04X".formatted(c) : Character.toString(c);
    }

    private boolean starts(String sign) {
        return next + 1 < text.length && text[next] == sign.charAt(0) && text[next + 1] == sign.charAt(1);
    }

    private Position here() {
        return new Position(file, line, next - lineStart + 1);
    }

    private static boolean isDigit(int c) {
        return '0' <= c && c <= '9';
    }

    private static boolean isWordStart(int c) {
        return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isWordPart(int c) {
        return isWordStart(c) || isDigit(c);
    }
}
