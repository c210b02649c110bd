package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anxin.text.Bilingual;

/** Reads what stands between the parentheses of a pattern, by recursive descent. */
final class ConditionReader {
    /** Deepest nesting of parentheses. */
    static final int MAX_DEPTH = 16;

    /** Words of DRL that our part of it does without. */
    static final Set<String> FOREIGN = Set.of(
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
    private int depth;

    ConditionReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** All conditions up to the closing parenthesis, joined by commas. */
    RuleTree.Condition conditions() {
        List<RuleTree.Condition> all = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                all.add(anyOf());
            } while (tokens.skip(","));
        }
        endOfCondition();
        return all.size() == 1 ? all.get(0) : new RuleTree.Condition.All(all);
    }

    private void endOfCondition() {
        Token found = tokens.peek();
        if (found.is(Token.Kind.WORD) && FOREIGN.contains(found.text())) {
            throw tokens.refused("条件之间用逗号、&& 或 ||。", "Join conditions by commas, && or ||.");
        }
        if (found.is(Token.Kind.WORD)) {
            throw tokens.unexpected(
                    ", 或 )", ", or )", "两个条件之间写 , 条件到此为止则写 )。", "Write a comma between two conditions, or end with ).");
        }
        tokens.expect(")");
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
            condition = negated(token);
        } else if (tokens.skip("(")) {
            condition = anyOf();
            tokens.expect(")");
        } else {
            condition = comparison();
        }
        depth--;
        return condition;
    }

    /** In DRL a bare {@code !} belongs to the field and not to the comparison after it, so none may follow. */
    private RuleTree.Condition negated(Token sign) {
        boolean bare = tokens.peek().is(Token.Kind.WORD);
        RuleTree.Condition part = unary();
        if (bare
                && part instanceof RuleTree.Condition.Comparison comparison
                && !comparison.operator().isEmpty()) {
            throw new SyntaxException(MistakeCode.CONSTRUCT_REFUSED.at(
                    sign.at(), "!", new Bilingual("写成 !( … )。", "Write !( … ) around the comparison.")));
        }
        return new RuleTree.Condition.Not(part);
    }

    private RuleTree.Condition comparison() {
        Token field = tokens.peek();
        if (field.is(Token.Kind.WORD) && FOREIGN.contains(field.text())) {
            throw tokens.refused("只把字段与常量比较。", "Compare fields with constants only.");
        }
        field = tokens.word("field");
        Token operator = tokens.peek();
        if (RELATIONS.contains(operator.text()) && operator.is(Token.Kind.SIGN)) {
            tokens.next();
            return comparison(field, operator.text(), operator, List.of(tokens.literal()));
        }
        if (tokens.skip("in")) {
            return comparison(field, "in", operator, literals());
        }
        if (tokens.skip("contains")) {
            return comparison(field, "contains", operator, List.of(tokens.literal()));
        }
        if (tokens.skip("not")) {
            return negated(field, operator);
        }
        if (operator.is(Token.Kind.WORD) || operator.is(".") || operator.is("(") || operator.is(":")) {
            throw tokens.refused(
                    "可用的比较：== != < <= > >= in、not in、contains、not contains。",
                    "Comparisons are == != < <= > >= in, not in, contains, not contains.");
        }
        if (operator.is(Token.Kind.TEXT) || operator.is(Token.Kind.NUMBER)) {
            throw tokens.unexpected(
                    "比较符", "a comparison", "在字段与常量之间写 == 等比较符。", "Write == or the like before the constant.");
        }
        return comparison(field, "", operator, List.of());
    }

    private RuleTree.Condition negated(Token field, Token operator) {
        if (tokens.skip("in")) {
            return comparison(field, "not in", operator, literals());
        }
        if (tokens.skip("contains")) {
            return comparison(field, "not contains", operator, List.of(tokens.literal()));
        }
        throw tokens.unexpected(
                "in 或 contains", "in or contains", "写 not in 或 not contains。", "Write not in or not contains.");
    }

    private static RuleTree.Condition comparison(
            Token field, String operator, Token operatorAt, List<RuleTree.Literal> values) {
        return new RuleTree.Condition.Comparison(field.at(), field.text(), operator, operatorAt.at(), values);
    }

    private List<RuleTree.Literal> literals() {
        tokens.expect("(");
        List<RuleTree.Literal> values = new ArrayList<>();
        do {
            values.add(tokens.literal());
        } while (tokens.skip(","));
        tokens.expect(")");
        return values;
    }
}
