// The editor of the policy desk. Without it the form is what it was: two fields and two buttons.

import { Check } from "./check.js";
import { completeCases, completeRules } from "./completion.js";
import { Field } from "./field.js";
import { list } from "./found.js";
import { Kept } from "./kept.js";
import { say } from "./texts.js";

const form = document.getElementById("edit");
const { base, active } = form.dataset;
const versions = { ...(active !== "0" && { againstActive: active }), ...(base !== active && { againstBase: base }) };

const vocabulary = fetch("/api/v1/vocabulary")
  .then((answer) => (answer.ok ? answer.json() : null))
  .catch(() => null);

const fields = [];
const texts = () => Object.fromEntries(fields.map((field) => [field.path, field.text()]));
const check = new Check(base, texts, tell);
let kept;

function changed() {
  check.soon();
  kept.keep();
}

function source(path) {
  return path.endsWith(".drl") ? completeRules(path, vocabulary) : completeCases(vocabulary, () => fields[0].text());
}

function mend(mistake) {
  fields.find((field) => field.path === mistake.fix.file)?.apply(mistake);
}

/** How many cases there are, and how many of them fail. */
function countCases(field, mistakes, isRun) {
  if (field.path.endsWith(".cases.yaml")) {
    const cases = field.text().match(/^- /gm)?.length ?? 0;
    const failing = mistakes.filter((mistake) => mistake.code.startsWith("CASE_")).length;
    field.cases.textContent = isRun ? say("cases", cases, failing) : say("casesWait", cases);
    field.cases.classList.toggle("bad", isRun && failing > 0);
  }
}

function found(result) {
  for (const field of fields) {
    field.fixes = [];
  }
  for (const mistake of result.mistakes) {
    const target = mistake.fix && fields.find((field) => field.path === mistake.fix.file);
    if (target) {
      target.learn(mistake, mistake.file === target.path);
    } else {
      mistake.fix = null;
    }
  }
  for (const field of fields) {
    const own = result.mistakes.filter((mistake) => mistake.file === field.path);
    field.show(own, mend, result.good || field.isRules);
    countCases(field, own, result.good);
  }
  const others = result.mistakes.filter((mistake) => !fields.some((field) => field.path === mistake.file));
  const elsewhere = document.getElementById("elsewhere");
  elsewhere.hidden = others.length === 0;
  elsewhere.querySelector("ul").replaceWith(list(others));
}

function tell(what, result) {
  form.dataset.check = what;
  if (what === "found") {
    found(result);
  } else if (what !== "checking") {
    fields.forEach((field) => field.say(say(what)));
  }
}

document.getElementById("editor-keys").hidden = false;
document.getElementById("checked")?.remove();
for (const textarea of form.querySelectorAll("textarea")) {
  const path = textarea.closest("[data-file]").dataset.file;
  fields.push(new Field(textarea, source(path), versions, changed));
}
kept = new Kept(form, fields);
kept.offer();
check.now();
