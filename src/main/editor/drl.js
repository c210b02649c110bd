// The part of DRL that rule files may use, for colours only: what is right is for the check to say.

import { StreamLanguage } from "@codemirror/language";

const KEYWORDS = new Set(["package", "rule", "when", "then", "end", "in", "not", "contains"]);
const TRUTHS = new Set(["true", "false"]);

/** Words of DRL that the check refuses everywhere. */
const REFUSED = new Set(
  "import global function declare query dialect salience agenda lock auto ruleflow activation timer eval modify insert update delete retract from accumulate collect forall exists new".split(
    " ",
  ),
);

function word(stream, afterDot) {
  const text = stream.current();
  if (KEYWORDS.has(text)) {
    return "keyword";
  }
  if (TRUTHS.has(text)) {
    return "bool";
  }
  if (!afterDot && REFUSED.has(text)) {
    return "invalid";
  }
  if (/^[A-Z]/.test(text)) {
    return "typeName";
  }
  return stream.match(/^\s*\(/, false) || afterDot ? "propertyName" : "variableName";
}

function comment(stream, state) {
  state.comment = !stream.match(/^.*?\*\//);
  if (state.comment) {
    stream.skipToEnd();
  }
  return "comment";
}

export const drl = StreamLanguage.define({
  name: "drl",
  startState: () => ({ comment: false, dot: false }),
  token(stream, state) {
    if (state.comment) {
      return comment(stream, state);
    }
    if (stream.eatSpace()) {
      return null;
    }
    const afterDot = state.dot;
    state.dot = false;
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match("/*")) {
      return comment(stream, state);
    }
    if (stream.match(/^"[^"]*"?/)) {
      return "string";
    }
    if (stream.match(/^@\w*/)) {
      return "meta";
    }
    if (stream.match(/^\$\w*/)) {
      return "variableName.definition";
    }
    if (stream.match(/^\d[\w.-]*/)) {
      return "number";
    }
    if (stream.match(/^[A-Za-z_]\w*/)) {
      return word(stream, afterDot);
    }
    state.dot = stream.next() === ".";
    return "operator";
  },
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    closeBrackets: { brackets: ["(", '"'] },
  },
});
