// Mouse, touch and keyboard on the map.

import { DISC, INITIATIVE, ISLAND } from "./columns.js";

const NEAR_PIXELS = 14;
const CLICK_PIXELS = 5;
const NEAR_ENOUGH = 9;

/** The node at a point of the panel: a small one nearby, else the group or organisation around it. */
function nodeAt(map, px, py) {
  const { camera, columns, filter } = map;
  const [x, y] = camera.toMap(px, py);
  let best = -1;
  let least = Math.max(NEAR_PIXELS / camera.k, 0.6);
  for (let i = 0; i < columns.length; i++) {
    const distance = Math.hypot(columns.x[i] - x, columns.y[i] - y);
    if (columns.kind[i] >= INITIATIVE && distance < least && columns.isThere(i, map.t) && filter.shows(i)) {
      best = i;
      least = distance;
    }
  }
  for (const kind of [DISC, ISLAND]) {
    for (let i = 0; best < 0 && i < columns.length; i++) {
      const distance = Math.hypot(columns.x[i] - x, columns.y[i] - y);
      if (columns.kind[i] === kind && distance < columns.r[i] && columns.since[i] <= map.t) {
        best = i;
      }
    }
  }
  return best;
}

/** The nearest node in a direction, preferring what lies straight ahead. */
function nearest(map, dx, dy) {
  const { camera, columns, filter, selected } = map;
  const [x, y] = selected >= 0 ? [columns.x[selected], columns.y[selected]] : [camera.x, camera.y];
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < columns.length; i++) {
    const small = columns.kind[i] >= INITIATIVE;
    if (!small || i === selected || !columns.isThere(i, map.t) || !filter.shows(i)) {
      continue;
    }
    const ahead = (columns.x[i] - x) * dx + (columns.y[i] - y) * dy;
    const aside = Math.abs((columns.x[i] - x) * dy) + Math.abs((columns.y[i] - y) * dx);
    const distance = selected < 0 ? Math.hypot(ahead, aside) : ahead + aside * 2;
    if ((selected < 0 || (ahead > 0.01 && aside <= ahead * 1.5)) && distance < least) {
      best = i;
      least = distance;
    }
  }
  return best;
}

export function listenToPointer(map, panel) {
  const points = new Map();
  let moved = 0;
  const point = (event) => {
    const box = panel.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  panel.addEventListener("pointerdown", (event) => {
    points.set(event.pointerId, point(event));
    moved = 0;
    if (event.pointerType === "mouse") {
      panel.setPointerCapture(event.pointerId);
    }
  });
  panel.addEventListener("pointermove", (event) => {
    const before = points.get(event.pointerId);
    if (!before) {
      return;
    }
    const [x, y] = point(event);
    const other = [...points].find(([id]) => id !== event.pointerId)?.[1];
    moved += Math.hypot(x - before[0], y - before[1]);
    if (other) {
      const apart = Math.hypot(before[0] - other[0], before[1] - other[1]);
      map.camera.zoom(Math.hypot(x - other[0], y - other[1]) / Math.max(1, apart), ...other);
    } else if (moved > CLICK_PIXELS) {
      map.camera.pan(x - before[0], y - before[1]);
    }
    points.set(event.pointerId, [x, y]);
    map.changed();
  });
  const up = (event) => {
    const at = points.get(event.pointerId);
    points.delete(event.pointerId);
    if (at && event.type === "pointerup" && moved <= CLICK_PIXELS) {
      map.select(nodeAt(map, ...at));
    }
  };
  panel.addEventListener("pointerup", up);
  panel.addEventListener("pointercancel", up);
  panel.addEventListener("dblclick", (event) => {
    map.camera.zoom(2, ...point(event));
    map.changed();
  });
  panel.addEventListener(
    "wheel",
    (event) => {
      // without this the map would catch whoever scrolls past it
      if (event.ctrlKey || document.activeElement === panel) {
        event.preventDefault();
        map.camera.zoom(Math.exp(-event.deltaY * 0.0015), ...point(event));
        map.changed();
      }
    },
    { passive: false },
  );
}

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function listenToKeys(map, panel) {
  panel.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (WAYS[event.key]) {
      const next = nearest(map, ...WAYS[event.key]);
      if (next >= 0) {
        map.select(next);
        keepInSight(map, next);
      }
    } else if (event.key === "+" || event.key === "=") {
      map.camera.zoom(1.35);
    } else if (event.key === "-") {
      map.camera.zoom(1 / 1.35);
    } else if (event.key === "0") {
      map.camera.fit();
    } else if (event.key === "Enter") {
      map.open();
    } else if (event.key === "Escape") {
      map.select(-1);
    } else {
      return;
    }
    event.preventDefault();
    map.changed();
  });
}

function keepInSight({ camera, columns }, node) {
  const [x, y] = camera.toScreen(columns.x[node], columns.y[node]);
  const margin = 60;
  if (camera.k < NEAR_ENOUGH) {
    camera.show(columns.x[node], columns.y[node], Math.min(camera.width, camera.height) / 2 / NEAR_ENOUGH);
  } else if (x < margin || y < margin || x > camera.width - margin || y > camera.height - margin) {
    camera.pan(camera.width / 2 - x, camera.height / 2 - y);
  }
}
