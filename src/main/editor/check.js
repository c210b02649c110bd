// Has the texts checked as they are typed, by the check of the API: one at a time, and never one that is out of date.

const QUIET_MILLIS = 250;
const TURN_MILLIS = 1000;

export class Check {
  /**
   * @param base number of the version that is changed
   * @param files gives the texts by path
   * @param told hears what happens: checking, waiting, unreachable, or what was found
   */
  constructor(base, files, told) {
    this.base = base;
    this.files = files;
    this.told = told;
    this.edits = 0;
    this.running = false;
  }

  /** Checks when nothing was typed for a moment. */
  soon(millis = QUIET_MILLIS) {
    this.edits++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), millis);
  }

  async now() {
    if (this.running) {
      return;
    }
    this.running = true;
    const edits = this.edits;
    this.told("checking");
    const found = await this.ask();
    this.running = false;
    if (this.edits !== edits) {
      // What was typed meanwhile has its turn; its own timer may have come while this one was under way.
      this.soon(0);
    } else if (typeof found === "string") {
      this.told(found);
      this.timer = setTimeout(() => this.now(), found === "waiting" ? TURN_MILLIS : 10 * TURN_MILLIS);
    } else {
      this.told("found", found);
    }
  }

  async ask() {
    try {
      const answer = await check(this.base, this.files());
      return answer.ok ? await answer.json() : answer.status === 503 ? "waiting" : "unreachable";
    } catch {
      return "unreachable";
    }
  }
}

/** Asks for one check of files laid over a version; an empty one is left out. */
export function check(base, files) {
  const texts = Object.entries(files).map(([path, text]) => [path, text.trim() ? text : null]);
  return fetch("/api/v1/rulesets/check", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ base, files: Object.fromEntries(texts) }),
  });
}
