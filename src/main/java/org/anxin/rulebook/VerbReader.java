package org.anxin.rulebook;

import java.util.ArrayList;
import java.util.List;

/** Reads the consequence of a rule: one verb, called on the fact and on constants and phrases. */
final class VerbReader {
    /** Most words in a phrase; excepted days are the only ones that are said again and again. */
    static final int MAX_PHRASE = 40;

    /** A phrase within a phrase is already one more than any vocabulary has. */
    static final int MAX_DEPTH = 4;

    private final TokenStream tokens;
    private int depth;

    VerbReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** {@code receiver.verb( $fact, … );}. */
    RuleTree.Call verb() {
        Token receiver = tokens.word("verb");
        tokens.expect(".");
        Token name = tokens.word("verb");
        List<RuleTree.Argument> arguments = arguments();
        if (tokens.peek().is(".")) {
            throw tokens.unexpected(";", ";", "动作后面写分号。", "Write a semicolon after the verb's parenthesis.");
        }
        tokens.expect(";");
        if (tokens.following().is(".") || tokens.following().is("(")) {
            throw tokens.unexpected("end", "end", "每条规则只有一个动作。", "A rule has one verb only.");
        }
        return new RuleTree.Call(receiver.at(), receiver.text(), name.text(), name.at(), arguments);
    }

    private List<RuleTree.Argument> arguments() {
        tokens.expect("(");
        List<RuleTree.Argument> arguments = new ArrayList<>();
        if (!tokens.peek().is(")")) {
            do {
                arguments.add(argument());
            } while (tokens.skip(","));
        }
        tokens.expect(")");
        return arguments;
    }

    private RuleTree.Argument argument() {
        RuleTree.Literal literal = tokens.literalOrNull();
        if (literal != null) {
            return literal;
        }
        Token word = tokens.word("argument");
        return word.text().startsWith("$") ? new RuleTree.Binding(word.at(), word.text()) : phrase(word);
    }

    private RuleTree.Phrase phrase(Token first) {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxException(MistakeCode.TOO_DEEP.at(first.at()));
        }
        List<RuleTree.Call> calls = new ArrayList<>();
        calls.add(new RuleTree.Call(first.at(), "", first.text(), first.at(), arguments()));
        while (tokens.skip(".")) {
            Token name = tokens.word("phrase");
            if (calls.size() == MAX_PHRASE) {
                throw new SyntaxException(MistakeCode.PHRASE_TOO_LONG.at(name.at(), MAX_PHRASE));
            }
            calls.add(new RuleTree.Call(name.at(), "", name.text(), name.at(), arguments()));
        }
        depth--;
        return new RuleTree.Phrase(first.at(), calls);
    }
}
