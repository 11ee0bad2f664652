// Names on the map: organisations from afar, groups from nearby, none over another.

import { DISC, ISLAND } from "./columns.js";

const LABELS_MAX = 60;
const ISLAND_FROM = 34;
const DISC_FROM = 30;
const HEIGHT = 18;
const WIDTH_MIN = 70;
const WIDTH_MAX = 300;

export class Labels {
  constructor(columns, language, colour, shade) {
    this.columns = columns;
    this.language = language;
    this.colour = colour;
    this.shade = shade;
    this.widths = new Map();
  }

  draw(g, camera, t) {
    const taken = [];
    for (const node of this.wanted(camera, t)) {
      const island = this.columns.kind[node] === ISLAND;
      const place = [1, 0]
        .map((whole) => this.place(g, camera, node, island, whole))
        .find((one) => one && !taken.some((other) => overlap(other, one)));
      if (place) {
        taken.push(place);
        write(g, place, island, this.colour, this.shade);
      }
      if (taken.length >= LABELS_MAX) {
        return;
      }
    }
  }

  /** The largest first, organisations before groups. */
  wanted(camera, t) {
    const { columns } = this;
    const wanted = [];
    for (let i = 0; i < columns.length; i++) {
      const size = columns.r[i] * camera.k;
      const named = columns.kind[i] <= DISC && !columns.id[i].startsWith("office:");
      if (named && columns.since[i] <= t && size > (columns.kind[i] === ISLAND ? ISLAND_FROM : DISC_FROM)) {
        wanted.push(i);
      }
    }
    return wanted.sort(
      (a, b) => columns.kind[a] - columns.kind[b] || columns.r[b] - columns.r[a] || a - b,
    );
  }

  place(g, camera, node, island, whole) {
    const { columns } = this;
    const size = columns.r[node] * camera.k;
    const [x, middle] = camera.toScreen(columns.x[node], columns.y[node]);
    const room = whole ? (island ? WIDTH_MAX : size * 3.2) : size * 2.1;
    const text = this.fitting(g, node, island, room);
    const half = text.width / 2 + 4;
    const y = Math.max(middle - size + (island ? 2 : -4), HEIGHT / 2 + 3);
    const inside = x > half && x < camera.width - half && y < camera.height - HEIGHT && middle + size > HEIGHT;
    return inside ? { x, y, half, text: text.text } : null;
  }

  /** The name, cut off where there is no room for all of it. */
  fitting(g, node, island, room) {
    const width = Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, room));
    const key = node + (island ? "i" : "d") + Math.round(width / 8);
    const known = this.widths.get(key);
    if (known) {
      return known;
    }
    g.font = font(island);
    let text = this.columns.label(node, this.language);
    const whole = text;
    while (text.length > 4 && g.measureText(text + (text === whole ? "" : "…")).width > width) {
      text = text.slice(0, -1).trimEnd();
    }
    const shown = text === whole ? text : text + "…";
    const fitted = { text: shown, width: g.measureText(shown).width };
    this.widths.set(key, fitted);
    return fitted;
  }
}

function font(island) {
  return `${island ? "600 15px" : "400 13px"} "Source Sans 3", system-ui, sans-serif`;
}

function overlap(a, b) {
  return Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < HEIGHT;
}

function write(g, { x, y, text }, island, colour, shade) {
  g.font = font(island);
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.lineJoin = "round";
  g.lineWidth = 4;
  g.strokeStyle = shade;
  g.strokeText(text, x, y);
  g.fillStyle = colour;
  g.fillText(text, x, y);
}
