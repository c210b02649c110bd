package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the rules of one file by recursive descent. A rule that is not understood gives one mistake, and reading goes on
 * at the next {@code rule}. The language is a small part of DRL: Drools' own parser accepts every file that this one
 * accepts.
 */
final class RuleReader {
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
    /** What authors call the fact; of the letters that Drools knows too. */
    private static final Pattern BINDING = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_]*");

    private final TokenStream tokens;
    private final String rulePackage;
    private final Mistakes mistakes;

    private RuleReader(String file, String text, String rulePackage, Mistakes mistakes) {
        this.tokens = new TokenStream(Lexer.tokens(file, text, mistakes));
        this.rulePackage = rulePackage;
        this.mistakes = mistakes;
    }

    /** The rules that were understood; everything else is added to {@code mistakes}. */
    static List<RuleTree> rules(String file, String text, String rulePackage, Mistakes mistakes) {
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
            Position beginning = new Position(first.at().file(), 1, 1);
            throw new SyntaxException(MistakeCode.PACKAGE_WRONG
                    .at(first.at(), rulePackage, rulePackage)
                    .fixedBy(new Fix(beginning, 0, "package " + rulePackage + "\n\n")));
        }
        tokens.next();
        Token start = tokens.peek();
        StringBuilder name = new StringBuilder(tokens.word("package").text());
        while (tokens.skip(".")) {
            name.append('.').append(tokens.word("package").text());
        }
        tokens.skip(";");
        if (!name.toString().equals(rulePackage)) {
            mistakes.add(MistakeCode.PACKAGE_WRONG
                    .at(start.at(), rulePackage, rulePackage)
                    .fixedBy(Fix.replacing(start.at(), name.toString(), rulePackage)));
        }
    }

    private RuleTree rule() {
        Token start = tokens.peek();
        tokens.beginRule();
        if (TOP_LEVEL.contains(start.text()) && start.is(Token.Kind.WORD)) {
            throw tokens.refused("规则文件中只写规则。", "A rule file holds rules only.");
        }
        tokens.expect("rule");
        Token name = tokens.peek();
        if (!name.is(Token.Kind.TEXT)) {
            throw tokens.unexpected("规则名", "the rule's name", "规则名写在双引号内。", "Write the name in double quotes.");
        }
        tokens.next();
        List<RuleTree.Annotation> annotations = annotations();
        tokens.expect("when");
        RuleTree.Pattern pattern = pattern();
        tokens.expect("then");
        RuleTree.Call verb = new VerbReader(tokens).verb();
        tokens.expect("end");
        tokens.skip(";");
        return new RuleTree(start.at(), name.text(), name.at(), annotations, pattern, verb);
    }

    private List<RuleTree.Annotation> annotations() {
        List<RuleTree.Annotation> annotations = new ArrayList<>();
        while (tokens.peek().is("@")) {
            Token at = tokens.next();
            Token name = tokens.word("annotation");
            tokens.expect("(");
            Token value = tokens.peek();
            if (!value.is(Token.Kind.TEXT)) {
                throw tokens.unexpected(
                        "双引号内的文本", "a text in double quotes", "写成 @title(\"…\")。", "Write @title(\"…\").");
            }
            tokens.next();
            tokens.expect(")");
            annotations.add(new RuleTree.Annotation(at.at(), name.text(), value.text(), value.at()));
        }
        if (tokens.peek().is(Token.Kind.WORD)
                && ATTRIBUTES.contains(tokens.peek().text())) {
            throw tokens.refused("规则没有先后和属性，删去此行。", "Rules have no order and no attributes: remove it.");
        }
        return annotations;
    }

    private RuleTree.Pattern pattern() {
        Token binding = tokens.peek();
        if (foreign(binding)) {
            throw tokens.refused(
                    "只写一个事实，如 $a : Assignment( … )。", "Write one fact only, such as $a : Assignment( … ).");
        }
        if (!binding.is(Token.Kind.WORD) || !BINDING.matcher(binding.text()).matches()) {
            throw tokens.unexpected(
                    "以 $ 开头的名称",
                    "a name that begins with $",
                    "写成 $a : Assignment( … )。",
                    "Write $a : Assignment( … ).");
        }
        tokens.next();
        tokens.expect(":");
        Token fact = tokens.word("fact");
        tokens.expect("(");
        RuleTree.Condition condition = new ConditionReader(tokens).conditions();
        if (foreign(tokens.peek())
                || tokens.peek().text().startsWith("$")
                || tokens.following().is(":")) {
            throw tokens.refused("每条规则只看一个事实。", "A rule looks at one fact only.");
        }
        return new RuleTree.Pattern(binding.at(), binding.text(), fact.text(), fact.at(), condition);
    }

    private static boolean foreign(Token token) {
        return token.is(Token.Kind.WORD) && ConditionReader.FOREIGN.contains(token.text());
    }
}
