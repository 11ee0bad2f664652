// What is said about the selected node, on a card and aloud.

import { DISC, INITIATIVE, ISLAND, STATES } from "./columns.js";

/** Names of holders of one role that are said. */
const HOLDERS_MAX = 3;

const PATHS = { initiative: "/initiatives/", group: "/groups/", person: "/people/" };

export class Card {
  constructor(panel, columns, language) {
    this.words = panel.dataset;
    this.element = panel.querySelector("#map-card");
    this.voice = panel.querySelector("#map-say");
    this.columns = columns;
    this.language = language;
    this.dates = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
      dateStyle: "long",
      timeZone: "Europe/Amsterdam",
    });
    this.stateNames = Object.fromEntries(
      [...panel.querySelectorAll(".map-legend li")].map((item) => [
        item.dataset.state,
        item.querySelector(".map-word").textContent,
      ]),
    );
  }

  /** Where a node has a page of its own; null: nowhere. */
  address(node) {
    const id = this.columns.id[node];
    const colon = id.indexOf(":");
    const path = PATHS[id.slice(0, colon)];
    return path ? path + encodeURIComponent(id.slice(colon + 1)) : null;
  }

  show(node, t, query) {
    this.element.hidden = node < 0;
    if (node < 0) {
      return;
    }
    const said = this.about(node, t);
    const set = (part, text) => (this.element.querySelector(".map-card-" + part).textContent = text);
    set("kind", said.kind);
    set("name", said.name);
    set("state", said.state);
    set("more", said.more);
    const link = this.element.querySelector(".map-open");
    const address = this.address(node);
    link.hidden = !address;
    link.href = address ? address + query : "/";
  }

  say(node, t) {
    if (node < 0) {
      this.voice.textContent = "";
      return;
    }
    const { name, kind, state, more } = this.about(node, t);
    this.voice.textContent = [name, kind, state, more].filter(Boolean).join(", ");
  }

  about(node, t) {
    const { columns, language } = this;
    const around = [];
    for (let at = columns.parent[node]; at >= 0; at = columns.parent[at]) {
      if (!columns.id[at].startsWith("office:")) {
        around.push(columns.label(at, language));
      }
    }
    const office = columns.id[node].startsWith("office:");
    return {
      name: columns.label(node, language),
      kind: [office ? this.words.office : this.words["kind" + columns.kind[node]], ...around].join(" · "),
      state: columns.kind[node] === INITIATIVE ? this.state(node, t) : this.holders(node, t),
      more: columns.kind[node] <= DISC ? this.inside(node, t) : this.mandates(node, t),
    };
  }

  holders(node, t) {
    const names = this.columns.holders(node, t);
    const more = names.length - HOLDERS_MAX;
    return [...names.slice(0, HOLDERS_MAX), ...(more > 0 ? [`+ ${more}`] : [])].join(", ");
  }

  state(node, t) {
    const span = this.columns.spanAt(node, t);
    if (span < 0) {
      return this.words.noState;
    }
    const since = new Date((this.columns.start + this.columns.spanFrom[span]) * 1000);
    return `${this.stateNames[STATES[this.columns.spanState[span]]]} ${this.words.since} ${this.dates.format(since)}`;
  }

  inside(node, t) {
    const { columns } = this;
    let count = 0;
    for (let i = 0; i < columns.length; i++) {
      const within = columns.parent[i] === node || (columns.kind[node] === ISLAND && columns.island(i) === node);
      count += columns.kind[i] === INITIATIVE && within && columns.isThere(i, t) ? 1 : 0;
    }
    const mandates = this.mandates(node, t);
    return [count ? `${this.words.inside}: ${count}` : "", mandates].filter(Boolean).join(", ");
  }

  mandates(node, t) {
    const { columns } = this;
    let [given, held] = [0, 0];
    for (let edge = 0; edge < columns.mandate.length; edge++) {
      if (columns.edgeCounts(edge, t)) {
        given += columns.grantor[edge] === node ? 1 : 0;
        held += columns.holder[edge] === node ? 1 : 0;
      }
    }
    const parts = [];
    if (given) {
      parts.push(`${this.words.given}: ${given}`);
    }
    if (held) {
      parts.push(`${this.words.held}: ${held}`);
    }
    return parts.join(", ");
  }
}
