// Draws the map at a moment. Territories are kept from frame to frame, glyphs are stamped.

import { DISC, HOLDER, INITIATIVE, STATES } from "./columns.js";
import { Glyphs } from "./glyphs.js";
import { Labels } from "./labels.js";

const NODE = 0.6;
const NODE_PIXELS_MIN = 2.2;
const BEND = 0.18;
const RATIO_MAX = 2;
const DIM = 0.12;

export class Renderer {
  constructor(canvas, columns, language) {
    this.canvas = canvas;
    this.g = canvas.getContext("2d");
    this.columns = columns;
    this.colours = colours(canvas);
    this.glyphs = new Glyphs(this.colours);
    this.labels = new Labels(columns, language, this.colours.ink, this.colours.edge);
    this.land = document.createElement("canvas");
    this.refresh();
  }

  /** The columns are others: nothing that was made from them is of use. */
  refresh() {
    const { columns } = this;
    this.landKey = "";
    this.begun = columns.since.filter((_, i) => columns.kind[i] <= DISC).sort();
    this.labels.widths.clear();
  }

  /**
   * One frame.
   *
   * @param look moment, fresh (seconds that count as just now), selected (node or -1), busy (being
   *     dragged), filter
   */
  draw(camera, look) {
    const ratio = Math.min(devicePixelRatio || 1, RATIO_MAX);
    const { canvas, g } = this;
    const [width, height] = [Math.round(camera.width * ratio), Math.round(camera.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    this.radius = Math.max(NODE * camera.k, NODE_PIXELS_MIN);
    this.glyphs.size(this.radius, ratio);
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, width, height);
    this.territories(camera, look, width, height, ratio);
    g.drawImage(this.land, 0, 0);
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (look.filter.mandates) {
      this.mandates(camera, look);
    }
    this.nodes(camera, look);
    this.selection(camera, look);
    this.labels.draw(g, camera, look.t);
  }

  territories(camera, { t, filter }, width, height, ratio) {
    const begun = this.begun.findLastIndex((since) => since <= t);
    const key = [width, height, camera.k, camera.x, camera.y, begun, filter.version].join();
    if (key === this.landKey) {
      return;
    }
    this.landKey = key;
    this.land.width = width;
    this.land.height = height;
    const g = this.land.getContext("2d");
    g.scale(ratio, ratio);
    g.strokeStyle = g.fillStyle = this.colours.land;
    const { columns } = this;
    for (let i = 0; i < columns.length; i++) {
      if (columns.kind[i] > DISC) {
        continue;
      }
      const there = columns.since[i] <= t && filter.shows(i);
      const [x, y] = camera.toScreen(columns.x[i], columns.y[i]);
      g.beginPath();
      g.arc(x, y, columns.r[i] * camera.k, 0, 2 * Math.PI);
      g.globalAlpha = there ? (columns.kind[i] === DISC ? 0.1 : 0.05) : 0.015;
      g.fill();
      g.globalAlpha = there ? (columns.kind[i] === DISC ? 0.42 : 0.28) : 0.08;
      g.stroke();
    }
  }

  mandates(camera, { t, fresh, selected, filter, busy }) {
    const { columns, g } = this;
    const calm = new Path2D();
    const bright = new Path2D();
    for (let edge = 0; edge < columns.mandate.length; edge++) {
      if (!columns.edgeCounts(edge, t) || !filter.powers(edge)) {
        continue;
      }
      const [from, to] = [columns.grantor[edge], columns.holder[edge]];
      const chosen = selected >= 0 && (from === selected || to === selected);
      if (chosen || t - columns.edgeFrom[edge] < fresh) {
        arc(bright, camera, columns, from, to);
      } else if (!busy && filter.shows(from) && filter.shows(to)) {
        arc(calm, camera, columns, from, to);
      }
    }
    g.strokeStyle = this.colours.mandate;
    g.lineWidth = 1;
    g.globalAlpha = Math.min(0.5, 0.07 + camera.k * 0.012 + 1 / Math.sqrt(columns.mandate.length + 1));
    g.stroke(calm);
    g.lineWidth = 1.75;
    g.globalAlpha = 0.9;
    g.stroke(bright);
    g.globalAlpha = 1;
  }

  nodes(camera, { t, fresh, filter }) {
    const { columns, g } = this;
    const rings = [];
    const ratio = this.glyphs.ratio;
    g.setTransform(1, 0, 0, 1, 0, 0);
    for (let span = 0; span < columns.spanNode.length; span++) {
      if (columns.spanFrom[span] <= t && t < columns.spanUntil[span]) {
        const node = columns.spanNode[span];
        const state = STATES[columns.spanState[span]];
        const shown = filter.shows(node) && filter.states.has(state);
        if (this.node(camera, node, state, shown) && shown && t - columns.spanFrom[span] < fresh) {
          rings.push([node, state, (t - columns.spanFrom[span]) / fresh]);
        }
      }
    }
    for (let node = 0; node < columns.length; node++) {
      if (columns.kind[node] === HOLDER && columns.since[node] <= t) {
        this.node(camera, node, "holder", filter.shows(node) && filter.states.has("holder"));
      }
    }
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.globalAlpha = 1;
    for (const [node, state, age] of rings) {
      const [x, y] = camera.toScreen(columns.x[node], columns.y[node]);
      g.globalAlpha = (1 - age) * 0.9;
      g.strokeStyle = this.colours[state];
      g.lineWidth = 1.5;
      g.beginPath();
      g.arc(x, y, this.radius * (1.3 + age * 2.2) + 1, 0, 2 * Math.PI);
      g.stroke();
    }
    g.globalAlpha = 1;
  }

  /** Gives whether it is in sight. */
  node(camera, node, glyph, shown) {
    const { columns, g } = this;
    const [x, y] = camera.toScreen(columns.x[node], columns.y[node]);
    const reach = this.glyphs.side;
    if (x < -reach || y < -reach || x > camera.width + reach || y > camera.height + reach) {
      return false;
    }
    const alpha = shown ? 1 : DIM;
    if (g.globalAlpha !== alpha) {
      g.globalAlpha = alpha;
    }
    this.glyphs.stamp(g, glyph, x, y);
    return true;
  }

  selection(camera, { selected }) {
    if (selected < 0) {
      return;
    }
    const { columns, g } = this;
    const small = columns.kind[selected] >= INITIATIVE;
    const [x, y] = camera.toScreen(columns.x[selected], columns.y[selected]);
    g.beginPath();
    g.arc(x, y, small ? this.radius * 1.7 + 2.5 : columns.r[selected] * camera.k + 2, 0, 2 * Math.PI);
    g.strokeStyle = this.colours.selected;
    g.lineWidth = 2.5;
    g.stroke();
  }
}

function arc(path, camera, columns, from, to) {
  const [ax, ay] = camera.toScreen(columns.x[from], columns.y[from]);
  const [bx, by] = camera.toScreen(columns.x[to], columns.y[to]);
  path.moveTo(ax, ay);
  path.quadraticCurveTo((ax + bx) / 2 - (by - ay) * BEND, (ay + by) / 2 + (bx - ax) * BEND, bx, by);
}

function colours(element) {
  const style = getComputedStyle(element);
  const names = [...STATES, "holder", "mandate", "land", "ink", "edge", "selected"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--map-" + name).trim()]));
}
