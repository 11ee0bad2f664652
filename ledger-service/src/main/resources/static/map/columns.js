// The columns of the map, as arrays that can be asked about any moment.

export const STATES = ["proposed", "decided", "deliberating", "objection", "withdrawn"];
export const ISLAND = 0;
export const DISC = 1;
export const INITIATIVE = 2;
export const HOLDER = 3;

/** Seconds after which nothing comes. */
const OPEN = Number.MAX_SAFE_INTEGER;

export class Columns {
  constructor(sent) {
    const nodes = sent.nodes;
    this.position = sent.position;
    this.epoch = sent.epoch;
    this.hash = sent.viewHash;
    this.view = sent.viewVersion;
    this.start = sent.start;
    this.end = sent.end;
    this.length = nodes.id.length;
    this.id = nodes.id;
    this.kind = Uint8Array.from(nodes.kind);
    this.parent = Int32Array.from(nodes.parent);
    this.wide = { x: Float64Array.from(nodes.x), y: Float64Array.from(nodes.y) };
    this.x = this.wide.x;
    this.y = this.wide.y;
    this.r = Float64Array.from(nodes.r);
    this.since = Float64Array.from(nodes.since);
    this.facets = Uint8Array.from(nodes.facets);
    this.nl = nodes.nl;
    this.en = nodes.en;
    this.index = new Map(nodes.id.map((id, i) => [id, i]));
    this.people = new Map();
    this.offices = new Map();
    this.spanNode = [...sent.spans.node];
    this.spanState = [...sent.spans.state];
    this.spanFrom = [...sent.spans.from];
    this.spanUntil = sent.spans.lasts.map((lasts, i) => until(sent.spans.from[i], lasts));
    this.spansOf = Array.from({ length: this.length }, () => []);
    this.spanNode.forEach((node, span) => this.spansOf[node].push(span));
    this.powers = sent.powers;
    this.mandate = sent.edges.mandate;
    this.power = Int32Array.from(sent.edges.power);
    this.grantor = Int32Array.from(sent.edges.grantor);
    this.holder = Int32Array.from(sent.edges.holder);
    this.edgeFrom = Float64Array.from(sent.edges.from);
    this.edgeUntil = Float64Array.from(sent.edges.lasts, (lasts, i) => until(sent.edges.from[i], lasts));
  }

  /** Higher than wide, the map stands on its side: the same neighbours everywhere. */
  stand(upright) {
    this.x = upright ? this.wide.y : this.wide.x;
    this.y = upright ? this.wide.x : this.wide.y;
  }

  /** The span an initiative is in at a moment, or -1. */
  spanAt(node, t) {
    for (const span of this.spansOf[node]) {
      if (this.spanFrom[span] <= t && t < this.spanUntil[span]) {
        return span;
      }
    }
    return -1;
  }

  /** Whether a node is there at a moment. */
  isThere(node, t) {
    return this.kind[node] === INITIATIVE ? this.spanAt(node, t) >= 0 : this.since[node] <= t;
  }

  edgeCounts(edge, t) {
    return this.edgeFrom[edge] <= t && t < this.edgeUntil[edge];
  }

  /** How many there are at a moment: of each state, of holders, of mandates. */
  counts(t) {
    const counts = { holder: 0, mandate: 0 };
    STATES.forEach((state) => (counts[state] = 0));
    for (let span = 0; span < this.spanNode.length; span++) {
      if (this.spanFrom[span] <= t && t < this.spanUntil[span]) {
        counts[STATES[this.spanState[span]]]++;
      }
    }
    for (let node = 0; node < this.length; node++) {
      counts.holder += this.kind[node] === HOLDER && this.since[node] <= t ? 1 : 0;
    }
    for (let edge = 0; edge < this.mandate.length; edge++) {
      counts.mandate += this.edgeCounts(edge, t) ? 1 : 0;
    }
    return counts;
  }

  label(node, language) {
    const own = language === "nl" ? this.nl[node] : this.en[node];
    const other = language === "nl" ? this.en[node] : this.nl[node];
    const id = this.id[node];
    return own || other || this.people.get(id) || id.slice(id.lastIndexOf(":") + 1);
  }

  /** What persons are called, told apart from the rest: `{names, offices}`. */
  know({ names, offices }) {
    this.people = new Map(Object.entries(names));
    this.offices = new Map();
    for (const { node, name, from, lasts } of offices) {
      const held = this.offices.get(node) ?? [];
      held.push({ name, from, until: until(from, lasts) });
      this.offices.set(node, held);
    }
  }

  /** The names of who holds a role at a moment; of all who ever did, without one. */
  holders(node, t) {
    const held = this.offices.get(this.id[node]) ?? [];
    return held.filter(({ from, until }) => t === undefined || (from <= t && t < until)).map(({ name }) => name);
  }

  /** The organisation a node belongs to. */
  island(node) {
    let at = node;
    while (this.parent[at] >= 0) {
      at = this.parent[at];
    }
    return at;
  }

  /**
   * All the states of an initiative as they are known now: `{state, from, until}`, in seconds since
   * 1970. Gives false for a node that is not on this map yet.
   */
  stands(node, spans) {
    const index = this.index.get(node);
    if (index === undefined || this.kind[index] !== INITIATIVE) {
      return false;
    }
    for (const span of this.spansOf[index]) {
      this.spanFrom[span] = this.spanUntil[span] = OPEN;
    }
    this.spansOf[index] = [];
    for (const { state, from, until } of spans) {
      this.spansOf[index].push(this.spanNode.length);
      this.spanNode.push(index);
      this.spanState.push(state);
      this.spanFrom.push(from - this.start);
      this.spanUntil.push(until === undefined ? OPEN : until - this.start);
      this.end = Math.max(this.end, from);
    }
    return true;
  }
}

function until(from, lasts) {
  return lasts === 0 ? OPEN : from + lasts;
}
