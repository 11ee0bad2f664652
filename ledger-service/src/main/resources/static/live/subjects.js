// What a page is about: the thing it shows, and everything it links to.

const KINDS = {
  initiatives: "initiative",
  groups: "group",
  people: "person",
  mandates: "mandate",
  rounds: "round",
  decisions: "decision",
  programmes: "programme",
  directives: "directive",
  roles: "role",
  bodies: "body",
  powers: "power",
};

/** Pages that show the whole. */
const WHOLE = ["/", "/pyramid"];

export class Subjects {
  constructor(path, links) {
    this.whole = WHOLE.includes(path);
    const [, section, id] = path.split("/");
    this.kind = id === undefined ? KINDS[section] : undefined;
    this.names = new Set([subject(path), ...links.map(subject)].filter(Boolean));
    this.fixed = !this.whole && !(section in KINDS);
  }

  /** Whether a fact may change what the page shows. */
  include(fact) {
    const named = [...fact.about, ...(fact.states || []).map((standing) => standing.node)];
    return (
      !this.fixed &&
      (this.whole || named.some((name) => this.names.has(name) || name.split(":")[0] === this.kind))
    );
  }
}

function subject(path) {
  const [, section, id, ...more] = path.split("/");
  return section in KINDS && id && more.length === 0 ? `${KINDS[section]}:${decodeURIComponent(id)}` : null;
}
