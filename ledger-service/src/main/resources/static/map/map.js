// The map of the whole: fetches its columns once, and draws every moment from them.

import { Camera } from "./camera.js";
import { Card } from "./card.js";
import { Columns } from "./columns.js";
import { Filter } from "./filter.js";
import { followNews } from "./news.js";
import { listenToKeys, listenToPointer } from "./pointing.js";
import { Renderer } from "./renderer.js";
import { TimeBar } from "./time.js";
import { connectTools, fillChoices } from "./tools.js";

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
    if (panel.dataset.changes) {
      this.showChanges(panel.dataset.changes);
    }
  }

  /** Only what changed since an earlier moment is bright. */
  async showChanges(address) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) {
        throw new Error(`${address}: ${answer.status}`);
      }
      const { initiatives, mandates, nodes } = await answer.json();
      const parties = mandates.flatMap((change) => [change.grantor, change.holder]);
      this.filter.changed = new Set([...initiatives.map((change) => change.node), ...parties, ...nodes]);
      this.filter.apply();
      this.changed();
      this.note(this.panel.dataset.changesShown);
    } catch (failure) {
      console.error(failure);
      this.note(this.panel.dataset.failed);
    }
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

  /** The same map as known later: what is selected, chosen and looked at stays. */
  become(columns) {
    const { filter, time } = this;
    const same = (node) => (node >= 0 ? (columns.index.get(this.columns.id[node]) ?? -1) : -1);
    [this.selected, filter.island, filter.disc] = [this.selected, filter.island, filter.disc].map(same);
    const now = time.isNow(this.t);
    const instant = this.columns.start + this.t;
    const repacked = columns.epoch !== this.columns.epoch;
    Object.assign(this.columns, columns);
    this.camera.resize(this.camera.width, this.camera.height);
    this.renderer.refresh();
    filter.apply();
    fillChoices(this.columns, this.panel, this.language);
    time.measure();
    time.show(now ? time.nowMoment() : instant - columns.start, false);
    this.name();
    if (repacked) {
      this.note(this.panel.dataset.repacked);
    }
  }

  /** Names of persons are asked for apart; who may not know them sees the map as it is. */
  async name() {
    const { position } = this.columns;
    const address = new URL(this.panel.dataset.names, location.href);
    if (address.searchParams.get("at") !== String(position)) {
      address.searchParams.set("at", position);
      address.searchParams.delete("layout");
    }
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if (answer.ok) {
        const names = await answer.json();
        if (this.columns.position === position) {
          this.columns.know(names);
          this.card.show(this.selected, this.t, this.query());
        }
      }
    } catch (failure) {
      console.error(failure);
    }
  }

  note(text) {
    this.panel.querySelector("#map-note").textContent = text;
  }
}

async function start(panel) {
  try {
    const answer = await fetch(panel.dataset.columns);
    if (!answer.ok) {
      throw new Error(`${panel.dataset.columns}: ${answer.status}`);
    }
    const map = new WholeMap(panel, new Columns(await answer.json()));
    map.begin();
    map.name();
    followNews(map);
    performance.mark("map-ready");
  } catch (failure) {
    console.error(failure);
    panel.querySelector("#map-note").textContent = panel.dataset.failed;
    showStill(panel);
  }
}

/** The picture of the server, where this browser cannot draw one. */
function showStill(panel) {
  const still = new Image();
  still.className = "map-still";
  still.alt = panel.dataset.label;
  still.src = panel.dataset.still;
  panel.querySelector(".map-view").hidden = true;
  panel.querySelector(".map-stage").prepend(still);
}

const panel = document.querySelector("#map-panel");
if (panel) {
  start(panel);
}
