// The map of the whole: fetches its columns once, and draws every moment from them.

import { Camera } from "./camera.js";
import { Card } from "./card.js";
import { Columns } from "./columns.js";
import { Filter } from "./filter.js";
import { listenToKeys, listenToPointer } from "./pointing.js";
import { Renderer } from "./renderer.js";
import { TimeBar } from "./time.js";
import { connectTools } from "./tools.js";

const FRESH = 0.01;

class WholeMap {
  constructor(panel, columns) {
    this.panel = panel;
    this.columns = columns;
    this.language = document.documentElement.lang;
    this.numbers = new Intl.NumberFormat(this.language === "nl" ? "nl-NL" : "en-GB");
    this.view = panel.querySelector("#map");
    this.camera = new Camera(columns);
    this.filter = new Filter(columns, (panel.dataset.mine || "").split(" ").filter(Boolean));
    this.card = new Card(panel, columns, this.language);
    this.selected = -1;
    this.busy = false;
    this.dirty = false;
    this.t = 0;
  }

  begin() {
    const { panel, columns } = this;
    panel.querySelector(".map-still").hidden = true;
    for (const part of panel.querySelectorAll(".map-tools, .map-view, .map-time, .map-keys, #map-copy")) {
      part.hidden = false;
    }
    this.renderer = new Renderer(this.view.querySelector("canvas"), columns, this.language);
    connectTools(this, panel, this.language);
    listenToPointer(this, this.view);
    listenToKeys(this, this.view);
    this.time = new TimeBar(this, panel, columns, this.language);
    panel.querySelector("#map-copy").addEventListener("click", () => this.copy());
    panel.querySelector(".map-close").addEventListener("click", () => {
      this.select(-1);
      this.view.focus();
    });
    new ResizeObserver(() => {
      this.camera.resize(this.view.clientWidth, this.view.clientHeight);
      this.changed();
    }).observe(this.view);
    document.fonts.ready.then(() => {
      this.renderer.labels.widths.clear();
      this.changed();
    });
    const asked = panel.dataset.on ? Date.parse(panel.dataset.on) / 1000 - columns.start : null;
    this.time.show(asked === null ? this.time.nowMoment() : asked, false);
    this.followLink();
  }

  /** Something is to be drawn anew, in the next frame. */
  changed() {
    if (!this.dirty) {
      this.dirty = true;
      requestAnimationFrame(() => this.draw());
    }
  }

  draw() {
    this.dirty = false;
    const fresh = (this.columns.end - this.columns.start) * FRESH;
    const { t, selected, busy, filter } = this;
    this.renderer.draw(this.camera, { t, fresh, selected, busy, filter });
  }

  /** The time bar shows a moment. */
  moment(t, busy) {
    this.t = t;
    this.busy = busy;
    const counts = this.columns.counts(t);
    for (const item of this.panel.querySelectorAll(".map-legend li")) {
      item.querySelector("b").textContent = this.numbers.format(counts[item.dataset.state]);
    }
    this.card.show(this.selected, t, this.query());
    this.changed();
  }

  /** What addresses need so that they show this moment. */
  query() {
    const words = new URLSearchParams();
    const now = !this.time || this.time.isNow(this.t);
    const { at } = this.panel.dataset;
    const lang = new URLSearchParams(location.search).get("lang");
    if (at) {
      words.set("at", at);
    }
    if (!now) {
      words.set("on", this.time.instant());
    }
    if (lang) {
      words.set("lang", lang);
    }
    return words.size ? "?" + words : "";
  }

  /** The time bar came to rest: the address and the lists follow. */
  async rested() {
    this.busy = false;
    this.changed();
    const address = "/" + this.query();
    history.replaceState(null, "", address);
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: this.asked.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of ["#whole-lists", ".figures", ".map-links"]) {
        const fresh = page.querySelector(part);
        const shown = document.querySelector(part);
        if (answer.ok && fresh && shown && part !== ".map-links") {
          shown.replaceChildren(...fresh.childNodes);
        } else if (answer.ok && fresh && shown) {
          const links = [...fresh.querySelectorAll("a")];
          shown.querySelectorAll("a").forEach((link, i) => (link.href = links[i].getAttribute("href")));
        }
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        this.note(this.panel.dataset.failed);
      }
    }
  }

  select(node) {
    this.selected = node;
    this.card.show(node, this.t, this.query());
    this.card.say(node, this.t);
    this.changed();
  }

  open() {
    const address = this.selected >= 0 ? this.card.address(this.selected) : null;
    if (address) {
      location.assign(address + this.query());
    }
  }

  /** The address of exactly this view: what was known, what was in force, the places, the hash. */
  link() {
    const { position, view, epoch, hash } = this.columns;
    const words = new URLSearchParams({ at: position, on: this.time.instant(), view, layout: epoch });
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) {
      words.set("lang", lang);
    }
    const seen = new URLSearchParams({ hash });
    if (this.selected >= 0) {
      seen.set("node", this.columns.id[this.selected]);
    }
    return `${location.origin}/?${words}#${seen}`;
  }

  async copy() {
    const link = this.link();
    try {
      await navigator.clipboard.writeText(link);
      this.note(this.panel.dataset.copied);
    } catch {
      history.replaceState(null, "", link);
      this.note(this.panel.dataset.copyFailed);
    }
  }

  /** Whoever follows such a link sees whether it is the same view. */
  followLink() {
    const seen = new URLSearchParams(location.hash.slice(1));
    const node = this.columns.index.get(seen.get("node"));
    if (node !== undefined) {
      this.select(node);
    }
    if (seen.get("hash") && seen.get("hash") !== this.columns.hash) {
      this.note(this.panel.dataset.differs);
    }
  }

  note(text) {
    this.panel.querySelector("#map-note").textContent = text;
  }
}

/** Names of persons are asked for apart; who may not know them sees the map as it is. */
async function name(map, address) {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    if (answer.ok) {
      map.columns.know(await answer.json());
      map.card.show(map.selected, map.t, map.query());
    }
  } catch (failure) {
    console.error(failure);
  }
}

let shown = null;

/** A span that became known while the page is open, see {@link Columns.append}. */
export function append(span) {
  const known = shown !== null && shown.columns.append(span);
  if (known) {
    shown.changed();
  }
  return known;
}

async function start(panel) {
  try {
    const answer = await fetch(panel.dataset.columns);
    if (!answer.ok) {
      throw new Error(`${panel.dataset.columns}: ${answer.status}`);
    }
    const map = new WholeMap(panel, new Columns(await answer.json()));
    map.begin();
    shown = map;
    name(map, panel.dataset.names);
    performance.mark("map-ready");
  } catch (failure) {
    console.error(failure);
    panel.querySelector("#map-note").textContent = panel.dataset.failed;
  }
}

const panel = document.querySelector("#map-panel");
if (panel) {
  start(panel);
}
