package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anxin.text.Bilingual;
import org.anxin.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of one file by recursive descent. A rule that is not understood gives one mistake, and reading goes on
 * at the next {@code rule}. The language is a small part of DRL: Drools' own parser accepts every file that this one
 * accepts.
 */
final class RuleReader {
    /** Deepest nesting of parentheses in a condition. */
    static final int MAX_DEPTH = 16;

    private static final Set<String> TOP_LEVEL = Set.of(
            "import",
            "global",
            "function",
            "declare",
            "query",
            "dialect",
            "unit",
            "window",
            "entry-point",
            "attributes",
            "salience",
            "agenda",
            "expander",
            "static",
            "class",
            "extends");
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "agenda",
            "no",
            "lock",
            "auto",
            "ruleflow",
            "activation",
            "timer",
            "calendars",
            "date",
            "duration",
            "enabled",
            "dialect",
            "extends",
            "refract",
            "direct");
    private static final Set<String> PATTERNS = Set.of(
            "from",
            "accumulate",
            "acc",
            "collect",
            "eval",
            "forall",
            "exists",
            "not",
            "and",
            "or",
            "over",
            "window",
            "entry",
            "this",
            "new",
            "matches",
            "memberOf",
            "soundslike",
            "str",
            "excludes",
            "after",
            "before");
    private static final Set<String> RELATIONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TokenStream tokens;
    private final String rulePackage;
    private final List<Mistake> mistakes;
    private int depth;

    private RuleReader(String file, String text, String rulePackage, List<Mistake> mistakes) {
        this.tokens = new TokenStream(Lexer.tokens(file, text, mistakes));
        this.rulePackage = rulePackage;
        this.mistakes = mistakes;
    }

    /** The rules that were understood; everything else is added to {@code mistakes}. */
    static List<RuleTree> rules(String file, String text, String rulePackage, List<Mistake> mistakes) {
        return new RuleReader(file, text, rulePackage, mistakes).file();
    }

    private List<RuleTree> file() {
        List<RuleTree> rules = new ArrayList<>();
        try {
            packageLine();
        } catch (SyntaxException e) {
            mistakes.add(e.mistake());
            tokens.skipToRule();
        }
        while (!tokens.peek().is(Token.Kind.END_OF_FILE)) {
            try {
                depth = 0;
                rules.add(rule());
            } catch (SyntaxException e) {
                mistakes.add(e.mistake());
                tokens.skipToRule();
            }
        }
        return rules;
    }

    private void packageLine() {
        Token first = tokens.peek();
        if (!first.is("package")) {
            throw new SyntaxException(MistakeCode.PACKAGE_WRONG.at(first.at(), rulePackage, rulePackage));
        }
        tokens.next();
        Token start = tokens.peek();
        StringBuilder name = new StringBuilder(word("package").text());
        while (tokens.skip(".")) {
            name.append('.').append(word("package").text());
        }
        tokens.skip(";");
        if (!name.toString().equals(rulePackage)) {
            mistakes.add(MistakeCode.PACKAGE_WRONG.at(start.at(), rulePackage, rulePackage));
        }
    }

    private RuleTree rule() {
        Token start = tokens.peek();
        if (TOP_LEVEL.contains(start.text()) && start.is(Token.Kind.WORD)) {
            throw refused(start, "规则文件中只写规则。", "A rule file holds rules only.");
        }
        expect("rule");
        Token name = tokens.peek();
        if (!name.is(Token.Kind.TEXT)) {
            throw unexpected("规则名", "the rule's name", "规则名写在双引号内。", "Write the name in double quotes.");
        }
        tokens.next();
        List<RuleTree.Annotation> annotations = annotations();
        expect("when");
        RuleTree.Pattern pattern = pattern();
        expect("then");
        RuleTree.Call verb = verb();
        expect("end");
        tokens.skip(";");
        return new RuleTree(start.at(), name.text(), name.at(), annotations, pattern, verb);
    }

    private List<RuleTree.Annotation> annotations() {
        List<RuleTree.Annotation> annotations = new ArrayList<>();
        while (tokens.peek().is("@")) {
            Token at = tokens.next();
            Token name = word("annotation");
            expect("(");
            Token value = tokens.peek();
            if (!value.is(Token.Kind.TEXT)) {
                throw unexpected("双引号内的文本", "a text in double quotes", "写成 @title(\"…\")。", "Write @title(\"…\").");
            }
            tokens.next();
            expect(")");
            annotations.add(new RuleTree.Annotation(at.at(), name.text(), value.text(), value.at()));
        }
        if (tokens.peek().is(Token.Kind.WORD)
                && ATTRIBUTES.contains(tokens.peek().text())) {
            throw refused(tokens.peek(), "规则没有先后和属性，删去此行。", "Rules have no order and no attributes: remove it.");
        }
        return annotations;
    }

    private RuleTree.Pattern pattern() {
        Token binding = tokens.peek();
        if (binding.is(Token.Kind.WORD) && PATTERNS.contains(binding.text())) {
            throw refused(
                    binding, "只写一个事实，如 $a : Assignment( … )。", "Write one fact only, such as $a : Assignment( … ).");
        }
        if (!binding.is(Token.Kind.WORD) || !binding.text().startsWith("$")) {
            throw unexpected(
                    "以 $ 开头的名称",
                    "a name that begins with $",
                    "写成 $a : Assignment( … )。",
                    "Write $a : Assignment( … ).");
        }
        tokens.next();
        expect(":");
        Token fact = word("fact");
        expect("(");
        RuleTree.Condition condition = conditions();
        expect(")");
        if (!tokens.peek().is("then")) {
            throw tokens.peek().is(Token.Kind.WORD)
                    ? refused(tokens.peek(), "每条规则只看一个事实。", "A rule looks at one fact only.")
                    : unexpected("then", "then", "每条规则只看一个事实。", "A rule looks at one fact only.");
        }
        return new RuleTree.Pattern(binding.at(), binding.text(), fact.text(), fact.at(), condition);
    }

    private RuleTree.Condition conditions() {
        List<RuleTree.Condition> all = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                all.add(anyOf());
            } while (tokens.skip(","));
        }
        return all.size() == 1 ? all.get(0) : new RuleTree.Condition.All(all);
    }

    private RuleTree.Condition anyOf() {
        List<RuleTree.Condition> parts = new ArrayList<>(List.of(allOf()));
        while (tokens.skip("||")) {
            parts.add(allOf());
        }
        return parts.size() == 1 ? parts.get(0) : new RuleTree.Condition.Any(parts);
    }

    private RuleTree.Condition allOf() {
        List<RuleTree.Condition> parts = new ArrayList<>(List.of(unary()));
        while (tokens.skip("&&")) {
            parts.add(unary());
        }
        return parts.size() == 1 ? parts.get(0) : new RuleTree.Condition.All(parts);
    }

    private RuleTree.Condition unary() {
        Token token = tokens.peek();
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException(MistakeCode.TOO_DEEP.at(token.at()));
        }
        RuleTree.Condition condition;
        if (tokens.skip("!")) {
            condition = new RuleTree.Condition.Not(unary());
        } else if (tokens.skip("(")) {
            condition = anyOf();
            expect(")");
        } else {
            condition = comparison();
        }
        depth--;
        return condition;
    }

    private RuleTree.Condition comparison() {
        Token field = tokens.peek();
        if (field.is(Token.Kind.WORD) && PATTERNS.contains(field.text())) {
            throw refused(field, "只把字段与常量比较。", "Compare fields with constants only.");
        }
        field = word("field");
        Token operator = tokens.peek();
        if (RELATIONS.contains(operator.text()) && operator.is(Token.Kind.SIGN)) {
            tokens.next();
            return comparison(field, operator.text(), operator, List.of(literal()));
        }
        if (tokens.skip("in")) {
            return comparison(field, "in", operator, literals());
        }
        if (tokens.skip("contains")) {
            return comparison(field, "contains", operator, List.of(literal()));
        }
        if (tokens.skip("not")) {
            return negated(field, operator);
        }
        if (operator.is(Token.Kind.WORD) || operator.is(".") || operator.is("(") || operator.is(":")) {
            throw refused(
                    operator,
                    "可用的比较:== != < <= > >= in、not in、contains、not contains。",
                    "Comparisons are == != < <= > >= in, not in, contains, not contains.");
        }
        return comparison(field, "", operator, List.of());
    }

    private RuleTree.Condition negated(Token field, Token operator) {
        if (tokens.skip("in")) {
            return comparison(field, "not in", operator, literals());
        }
        if (tokens.skip("contains")) {
            return comparison(field, "not contains", operator, List.of(literal()));
        }
        throw unexpected(
                "in 或 contains", "in or contains", "写 not in 或 not contains。", "Write not in or not contains.");
    }

    private static RuleTree.Condition comparison(
            Token field, String operator, Token operatorAt, List<RuleTree.Literal> values) {
        return new RuleTree.Condition.Comparison(field.at(), field.text(), operator, operatorAt.at(), values);
    }

    private List<RuleTree.Literal> literals() {
        expect("(");
        List<RuleTree.Literal> values = new ArrayList<>();
        do {
            values.add(literal());
        } while (tokens.skip(","));
        expect(")");
        return values;
    }

    private RuleTree.Literal literal() {
        RuleTree.Literal literal = literalOrNull();
        if (literal == null) {
            throw unexpected(
                    "常量",
                    "a constant",
                    "写双引号内的文本、整数、true 或 false。",
                    "Write a text in double quotes, a whole number, true or false.");
        }
        return literal;
    }

    private RuleTree.@Nullable Literal literalOrNull() {
        Token token = tokens.peek();
        RuleTree.Literal.Kind kind = switch (token.kind()) {
            case TEXT -> RuleTree.Literal.Kind.TEXT;
            case NUMBER -> RuleTree.Literal.Kind.NUMBER;
            default -> token.is("true") || token.is("false") ? RuleTree.Literal.Kind.TRUTH : null;
        };
        if (kind == null) {
            return null;
        }
        tokens.next();
        return new RuleTree.Literal(token.at(), kind, token.text());
    }

    private RuleTree.Call verb() {
        Token receiver = word("verb");
        expect(".");
        Token name = word("verb");
        List<RuleTree.Argument> arguments = arguments();
        if (tokens.peek().is(".")) {
            throw unexpected(";", ";", "动作后面写分号。", "Write a semicolon after the verb's parenthesis.");
        }
        expect(";");
        if (!tokens.peek().is("end")) {
            throw unexpected("end", "end", "每条规则只有一个动作。", "A rule has one verb only.");
        }
        return new RuleTree.Call(receiver.at(), receiver.text(), name.text(), name.at(), arguments);
    }

    private List<RuleTree.Argument> arguments() {
        expect("(");
        List<RuleTree.Argument> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(argument());
            } while (tokens.skip(","));
        }
        expect(")");
        return arguments;
    }

    private RuleTree.Argument argument() {
        RuleTree.Literal literal = literalOrNull();
        if (literal != null) {
            return literal;
        }
        Token word = word("argument");
        if (word.text().startsWith("$")) {
            return new RuleTree.Binding(word.at(), word.text());
        }
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException(MistakeCode.TOO_DEEP.at(word.at()));
        }
        List<RuleTree.Call> calls = new ArrayList<>();
        calls.add(new RuleTree.Call(word.at(), "", word.text(), word.at(), arguments()));
        while (tokens.skip(".")) {
            Token name = word("phrase");
            calls.add(new RuleTree.Call(name.at(), "", name.text(), name.at(), arguments()));
        }
        depth--;
        return new RuleTree.Phrase(word.at(), calls);
    }

    private Token word(String what) {
        Token token = tokens.peek();
        if (!token.is(Token.Kind.WORD)) {
            throw unexpected(WORD_ZH.getOrDefault(what, what), "the name of a " + what, "写一个名称。", "Write a name.");
        }
        return tokens.next();
    }

    private static final java.util.Map<String, String> WORD_ZH = java.util.Map.of(
            "package",
            "包名",
            "annotation",
            "标注名",
            "fact",
            "事实类型",
            "field",
            "字段名",
            "verb",
            "动作",
            "argument",
            "参数",
            "phrase",
            "词语");

    private void expect(String text) {
        if (!tokens.skip(text)) {
            Token found = tokens.peek();
            boolean misspelt = found.is(Token.Kind.WORD) && text.equals(Nearest.to(found.text(), List.of(text)));
            throw misspelt
                    ? unexpected(text, text, "改为 " + text + "。", "Write " + text + " instead.")
                    : unexpected(text, text, "加上 " + text + "。", "Add " + text + ".");
        }
    }

    private SyntaxException unexpected(String zh, String en, String remedyZh, String remedyEn) {
        Token found = tokens.peek();
        return new SyntaxException(MistakeCode.UNEXPECTED.at(
                found.at(), new Bilingual(zh, en), shown(found), new Bilingual(remedyZh, remedyEn)));
    }

    private static SyntaxException refused(Token token, String remedyZh, String remedyEn) {
        return new SyntaxException(MistakeCode.CONSTRUCT_REFUSED.at(
                token.at(), shortened(token.text()), new Bilingual(remedyZh, remedyEn)));
    }

    private static Bilingual shown(Token token) {
        return switch (token.kind()) {
            case END_OF_FILE -> new Bilingual("文件末尾", "the end of the file");
            case TEXT ->
                new Bilingual("文本 \"" + shortened(token.text()) + "\"", "the text \"" + shortened(token.text()) + "\"");
            default -> new Bilingual(shortened(token.text()), shortened(token.text()));
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(39, text.codePointCount(0, text.length()))))
                        + "…";
    }
}
