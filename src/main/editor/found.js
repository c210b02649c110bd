// What the check found, below the field it is in: a summary that is read out, and each mistake with its place and its fix.

import { element, say, told } from "./texts.js";

/** What a fix does, in words. */
export function fixName(fix) {
  const text = fix.text.trim();
  const shown = text.length > 40 ? text.slice(0, 40).replace(/\s+/g, " ") + "…" : text;
  return say(fix.length === 0 ? "insert" : "replace", shown);
}

function fixes(mistake, fix) {
  return mistake.fix && fix
    ? [" ", element("button", { type: "button", class: "btn", onclick: () => fix(mistake) }, fixName(mistake.fix))]
    : [];
}

/** The page of a file that is not edited here. */
function stored(mistake) {
  return `/rules/versions/${document.getElementById("edit").dataset.base}/files/${mistake.file}#L${mistake.line}`;
}

function entry(mistake, go, fix) {
  const fatal = mistake.severity === "ERROR";
  const tag = element(
    "span",
    { class: fatal ? "tag over" : "tag today" },
    element("span", { class: "sign", "aria-hidden": "true" }),
    say(fatal ? "error" : "warning"),
  );
  const place = go
    ? element("a", { href: "#" + go.id, onclick: go.to(mistake) }, say("place", mistake.line, mistake.column))
    : element("a", { href: stored(mistake) }, `${mistake.file} ${say("place", mistake.line, mistake.column)}`);
  const code = element("a", { class: "mute", href: "/problems/" + mistake.code }, mistake.code);
  const message = element("b", {}, told(mistake.message));
  return element(
    "li",
    { class: fatal ? "fatal" : "" },
    element("p", {}, tag, " ", place, " ", code),
    element("p", {}, message, " " + told(mistake.remedy), ...fixes(mistake, fix)),
  );
}

/** Errors come first. */
export function sorted(mistakes) {
  const errors = mistakes.filter((mistake) => mistake.severity === "ERROR");
  return [...errors, ...mistakes.filter((mistake) => mistake.severity !== "ERROR")];
}

/** The list of mistakes; go leads to their places, fix mends them, both where that can be done here. */
export function list(mistakes, go, fix) {
  return element("ul", { class: "mistakes" }, ...sorted(mistakes).map((mistake) => entry(mistake, go, fix)));
}

/** One line for all of them, with a link to the first. */
export function summary(mistakes, go) {
  if (mistakes.length === 0) {
    return [element("span", { class: "ok" }, "✓ " + say("good"))];
  }
  const errors = mistakes.filter((mistake) => mistake.severity === "ERROR").length;
  const first = sorted(mistakes)[0];
  return [
    say("found", errors, mistakes.length - errors) + " ",
    element("a", { href: "#" + go.id, onclick: go.to(first) }, say("first", first.line, told(first.message))),
  ];
}
