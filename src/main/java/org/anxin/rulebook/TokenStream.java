package org.anxin.rulebook;

import java.util.List;
import java.util.Map;
import org.anxin.text.Bilingual;
import org.anxin.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The tokens of a file, one after the other, and what to say when another was expected. */
final class TokenStream {
    /** Longest rule, in words, signs and constants; longer conditions overflow the stack of the engine's parser. */
    static final int MAX_RULE_TOKENS = 1000;

    private static final Map<String, String> WHAT_ZH = Map.of(
            "package", "包名",
            "annotation", "标注名",
            "fact", "事实类型",
            "field", "字段名",
            "verb", "动作",
            "argument", "参数",
            "phrase", "词语");

    private final List<Token> tokens;
    private int next;
    private int ruleStart;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token after {@link #peek}. */
    Token following() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** The token, and on to the following one; the end of the file is never passed. */
    Token next() {
        if (next - ruleStart >= MAX_RULE_TOKENS) {
            throw new SyntaxException(
                    MistakeCode.RULE_TOO_LONG.at(tokens.get(ruleStart).at(), MAX_RULE_TOKENS));
        }
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Tells that a rule begins here. */
    void beginRule() {
        ruleStart = next;
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
        while (!peek().is(Token.Kind.END_OF_FILE)
                && !(peek().is("rule") && following().is(Token.Kind.TEXT))) {
            next++;
        }
    }

    /** Passes this word or sign, which must be there. */
    void expect(String text) {
        if (!skip(text)) {
            Token found = peek();
            boolean misspelt = found.is(Token.Kind.WORD) && text.equals(Nearest.to(found.text(), List.of(text)));
            throw misspelt
                    ? unexpected(text, text, "改为 " + text + "。", "Write " + text + " instead.")
                    : unexpected(text, text, "加上 " + text + "。", "Add " + text + ".");
        }
    }

    /**
     * Passes a word.
     *
     * @param what it is the name of
     */
    Token word(String what) {
        if (!peek().is(Token.Kind.WORD)) {
            throw unexpected(WHAT_ZH.getOrDefault(what, what), "the name of a " + what, "写一个名称。", "Write a name.");
        }
        return next();
    }

    /** Passes a constant. */
    RuleTree.Literal literal() {
        RuleTree.Literal literal = literalOrNull();
        if (literal != null) {
            return literal;
        }
        Token found = peek();
        throw found.is(Token.Kind.WORD)
                ? unexpected("常量", "a constant", "加上双引号。", "Put it in double quotes.")
                : unexpected(
                        "常量",
                        "a constant",
                        "写双引号内的文本、整数、true 或 false。",
                        "Write a text in double quotes, a whole number, true or false.");
    }

    /** Passes a constant if there is one. */
    RuleTree.@Nullable Literal literalOrNull() {
        Token token = peek();
        RuleTree.Literal.Kind kind = switch (token.kind()) {
            case TEXT -> RuleTree.Literal.Kind.TEXT;
            case NUMBER -> RuleTree.Literal.Kind.NUMBER;
            default -> token.is("true") || token.is("false") ? RuleTree.Literal.Kind.TRUTH : null;
        };
        if (kind == null) {
            return null;
        }
        next();
        return new RuleTree.Literal(token.at(), kind, token.text());
    }

    /** That something else was expected than {@link #peek}. */
    SyntaxException unexpected(String zh, String en, String remedyZh, String remedyEn) {
        Token found = peek();
        return new SyntaxException(MistakeCode.UNEXPECTED.at(
                found.at(), new Bilingual(zh, en), shown(found), new Bilingual(remedyZh, remedyEn)));
    }

    /** That {@link #peek} begins something that rule files may not say. */
    SyntaxException refused(String remedyZh, String remedyEn) {
        return new SyntaxException(
                MistakeCode.CONSTRUCT_REFUSED.at(peek().at(), peek().text(), new Bilingual(remedyZh, remedyEn)));
    }

    private static Bilingual shown(Token token) {
        String text = MistakeCode.shortened(token.text());
        return switch (token.kind()) {
            case END_OF_FILE -> new Bilingual("文件末尾", "the end of the file");
            case TEXT -> new Bilingual("文本 \"" + text + "\"", "the text \"" + text + "\"");
            default -> new Bilingual(text, text);
        };
    }
}
