// Which nodes are shown clearly: by organisation, group, state, and what concerns the reader.

import { DISC, HOLDER, INITIATIVE, ISLAND } from "./columns.js";

export class Filter {
  constructor(columns, mine) {
    this.columns = columns;
    this.mine = mine;
    this.states = new Set(["proposed", "decided", "deliberating", "objection", "withdrawn", "holder"]);
    this.mandates = true;
    this.island = -1;
    this.disc = -1;
    this.onlyMine = false;
    this.changed = null;
    this.facet = 0;
    this.power = null;
    this.apply();
  }

  shows(node) {
    return this.shown[node] === 1;
  }

  /** Something was chosen. */
  apply() {
    const { columns } = this;
    this.version = (this.version || 0) + 1;
    this.shown = new Uint8Array(columns.length);
    const concerned = this.onlyMine ? this.concerned() : null;
    const empowered = this.power ? this.empowered() : null;
    for (let i = 0; i < columns.length; i++) {
      const disc = columns.kind[i] === DISC ? i : columns.kind[i] === ISLAND ? -1 : columns.parent[i];
      const island = columns.island(i);
      const here =
        (this.island < 0 || island === this.island) &&
        (this.disc < 0 || disc === this.disc || i === columns.parent[this.disc]) &&
        (!concerned || concerned.has(i) || concerned.has(disc)) &&
        (!this.facet || columns.kind[i] !== INITIATIVE || (columns.facets[i] & this.facet) !== 0) &&
        (!empowered || columns.kind[i] !== HOLDER || empowered.has(i)) &&
        (!this.changed || this.changed.has(columns.id[i]) || columns.kind[i] <= DISC);
      this.shown[i] = here ? 1 : 0;
    }
  }

  /** Whether a mandate is about the power that was chosen, if any. */
  powers(edge) {
    return !this.power || this.columns.powers.id[this.columns.power[edge]] === this.power;
  }

  /** Who gives or holds mandates about the power that was chosen. */
  empowered() {
    const { columns } = this;
    const all = new Set();
    for (let edge = 0; edge < columns.mandate.length; edge++) {
      if (this.powers(edge)) {
        all.add(columns.grantor[edge]).add(columns.holder[edge]);
      }
    }
    return all;
  }

  /** The reader's own groups and roles, what they stand in, and who they have mandates from or give to. */
  concerned() {
    const { columns } = this;
    const own = this.mine.map((id) => columns.index.get(id)).filter((i) => i !== undefined);
    const all = new Set(own);
    for (const node of own) {
      if (columns.parent[node] >= 0 && columns.kind[node] === DISC) {
        all.add(columns.parent[node]);
      }
    }
    for (let edge = 0; edge < columns.mandate.length; edge++) {
      if (own.includes(columns.grantor[edge]) || own.includes(columns.holder[edge])) {
        all.add(columns.grantor[edge]);
        all.add(columns.holder[edge]);
      }
    }
    return all;
  }
}
