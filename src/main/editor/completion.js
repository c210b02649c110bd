// What may be written next in a rule, from the vocabulary that the API gives.

import { snippetCompletion } from "@codemirror/autocomplete";
import { told } from "./texts.js";

const RULE = 'rule "${ID} ${English sentence}"\n    @title("${中文标题}")\n    @directive("${}")\nwhen\n    \\$a : ${Fact}( ${} )\nthen\n    ${}\nend\n';

const option = (label, type, meaning, more = {}) => ({ label, type, detail: meaning, ...more });

/** The rule up to the cursor: texts emptied, comments left out, and whether the cursor is in a text. */
function read(text) {
  let code = "";
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (inText) {
      inText = c !== '"' && c !== "\n";
      code += inText ? "" : c;
    } else if (c === "/" && text[at + 1] === "/") {
      at = text.indexOf("\n", at);
      if (at < 0) {
        return { code, inText: false, inComment: true };
      }
    } else {
      inText = c === '"';
      code += c;
    }
  }
  return { code: inText ? code.slice(0, -1) : code, inText, inComment: false };
}

function words(vocabulary, kind) {
  return (vocabulary.words[kind] ?? []).map((word) => option(word.code, "constant", told(word.name)));
}

/** The phrase that the calls before a dot make, or the one that begins it. */
function following(folder, chain) {
  let after = null;
  for (const name of chain) {
    const phrase = folder.phrases.find((each) => each.after === after && each.name === name);
    if (!phrase) {
      return [];
    }
    after = phrase.becomes;
  }
  return folder.phrases.filter((each) => each.after === after);
}

const call = (each) =>
  option(each.name, "function", told(each.meaning), {
    apply: each.arguments.length ? undefined : each.name + "()",
  });

function called(folder, name) {
  const verb = folder.receivers.flatMap((receiver) => receiver.verbs).find((each) => each.name === name);
  return verb ? { arguments: [null, ...verb.arguments] } : folder.phrases.find((each) => each.name === name);
}

function inText(code, folder, vocabulary) {
  if (/@directive\s*\(\s*$/.test(code)) {
    return vocabulary.directives.map((each) => option(each.id, "constant", told(each.title)));
  }
  const compared = /([A-Za-z]\w*)\s*(?:==|!=|(?:not\s+)?contains|(?:not\s+)?in\s*\((?:\s*""\s*,)*)\s*$/.exec(code);
  if (compared && !/\bthen\b/.test(code)) {
    const field = folder.facts.flatMap((fact) => fact.fields).find((each) => each.name === compared[1] && each.words);
    return field ? words(vocabulary, field.words) : [];
  }
  const argument = /(\w+)\(([^()]*)$/.exec(code);
  const wanted = argument && called(folder, argument[1])?.arguments[argument[2].split(",").length - 1];
  if (!wanted) {
    return [];
  }
  return wanted.words ? words(vocabulary, wanted.words) : wanted.names.map((name) => option(name, "constant", ""));
}

function inWhen(part, folder) {
  const pattern = /\$\w+\s*:\s*(\w+)\s*\(/.exec(part);
  if (!pattern) {
    return folder.facts.map((fact) =>
      snippetCompletion("\\$a : " + fact.name + "( ${} )", option(fact.name, "class", told(fact.meaning))),
    );
  }
  const fields = folder.facts.find((fact) => fact.name === pattern[1])?.fields ?? [];
  if (/(?:[(,!]|&&|\|\|)\s*\w*$/.test(part) && !/\bin\s*\([^()]*$/.test(part)) {
    return fields.map((field) => option(field.name, "property", told(field.meaning)));
  }
  const compared = /(\w+)\s+[\w=!<>]*$/.exec(part);
  const field = compared && fields.find((each) => each.name === compared[1]);
  return field ? field.comparisons.map((sign) => option(sign, "keyword", "")) : [];
}

function inThen(part, folder, binding) {
  const chain = /((?:\w+\([^()]*\)\.)+)\w*$/.exec(part);
  if (chain) {
    return following(folder, [...chain[1].matchAll(/(\w+)\(/g)].map((each) => each[1])).map(call);
  }
  const receiver = /(\w+)\.\w*$/.exec(part);
  if (receiver) {
    const verbs = folder.receivers.find((each) => each.name === receiver[1])?.verbs ?? [];
    return verbs.map((verb) => snippetCompletion(`${verb.name}( ${binding.replace("$", "\\$")}, \${} );`, call(verb)));
  }
  if (/\.\w+\(\s*\$?\w*$/.test(part)) {
    return [option(binding, "variable", "")];
  }
  if (/[(,]\s*\w*$/.test(part)) {
    return following(folder, []).map(call);
  }
  return folder.receivers.map((each) => option(each.name, "namespace", each.facts.join(", ")));
}

function inHead() {
  return [
    snippetCompletion('@title("${}")', option("@title", "keyword", "")),
    snippetCompletion('@directive("${}")', option("@directive", "keyword", "")),
    option("when", "keyword", ""),
  ];
}

function choices(code, folder) {
  if (!/^\s*rule\b/.test(code) || /\bend\s*$/.test(code.replace(/\w*$/, ""))) {
    return [snippetCompletion(RULE, option("rule", "keyword", ""))];
  }
  const [head, when, then] = code.split(/\b(?:when|then)\b/);
  if (then !== undefined) {
    return inThen(then, folder, /\$\w+/.exec(when)?.[0] ?? "$a");
  }
  return when === undefined ? inHead(head) : inWhen(when, folder);
}

/** Completes rules of a file. */
export function completeRules(path, vocabulary) {
  return async (context) => {
    const known = await vocabulary;
    const folder = known?.folders.find((each) => path.startsWith(each.folder + "/"));
    if (!folder) {
      return null;
    }
    const before = context.state.sliceDoc(0, context.pos);
    const start = Math.max(0, before.search(/(?:^|\n)rule\b(?![\s\S]*\nrule\b)/));
    const part = read(before.slice(start));
    const typed = context.matchBefore(part.inText ? /[^"\s]*/ : /[@$\w]*/);
    if (part.inComment || (!context.explicit && !part.inText && typed.from === typed.to && !/[.(@]$/.test(before))) {
      return null;
    }
    const options = part.inText ? inText(part.code, folder, known) : choices(part.code, folder);
    return options.length ? { from: typed.from, options, validFor: part.inText ? /^[^"\s]*$/ : /^[@$\w]*$/ } : null;
  };
}

const KINDS = { type: ["marketType", "document"], code: ["finding", "patrolFinding"], item: ["patrolItem"] };

/** Completes cases: words after their keys, ids of rules, and keys that the file has already. */
export function completeCases(vocabulary, rules) {
  return async (context) => {
    const known = await vocabulary;
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const typed = context.matchBefore(/[\w-]*/);
    if (!known || (!context.explicit && typed.from === typed.to) || /#/.test(before)) {
      return null;
    }
    const value = /(\w+):\s*"?[\w-]*$/.exec(before)?.[1];
    const kinds = value ? (KINDS[value] ?? [value]) : [];
    let options = kinds.flatMap((kind) => words(known, kind));
    if (value === "rule") {
      options = [...rules().matchAll(/^rule "(\S+)([^"]*)/gm)].map((rule) => option(rule[1], "constant", rule[2]));
    } else if (!value && /(?:^\s*(?:- )?|[{,]\s*)\w*$/.test(before)) {
      const keys = new Set([...context.state.sliceDoc().matchAll(/(\w+):(?=\s|$)/gm)].map((key) => key[1]));
      options = [...keys].map((key) => option(key, "property", "", { apply: key + ": " }));
    }
    return options.length ? { from: typed.from, options, validFor: /^[\w-]*$/ } : null;
  };
}
