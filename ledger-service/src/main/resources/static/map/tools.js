// Search box, filters, legend and zoom buttons.

import { DISC, ISLAND } from "./columns.js";

const NAMES_MAX = 40;

export function connectTools(map, panel, language) {
  const { columns, filter, camera } = map;
  const filtered = () => {
    filter.apply();
    map.changed();
  };
  const choice = (id, chosen) => {
    const select = panel.querySelector(id);
    select.addEventListener("change", () => {
      const node = columns.index.get(select.value) ?? -1;
      chosen(node);
      filtered();
      if (node >= 0) {
        camera.show(columns.x[node], columns.y[node], columns.r[node] * 1.15);
      } else {
        camera.fit();
      }
    });
  };
  fillChoices(columns, panel, language);
  choice("#map-organisation", (node) => (filter.island = node));
  choice("#map-group", (node) => (filter.disc = node));
  panel.querySelector("#map-facet").addEventListener("change", (event) => {
    filter.facet = Number(event.target.value);
    filtered();
  });
  panel.querySelector("#map-power").addEventListener("change", (event) => {
    filter.power = event.target.value || null;
    filtered();
  });
  panel.querySelector("#map-mine")?.addEventListener("change", (event) => {
    filter.onlyMine = event.target.checked;
    filtered();
  });
  for (const button of panel.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      const way = button.dataset.zoom;
      if (way === "fit") {
        camera.fit();
      } else {
        camera.zoom(way === "in" ? 1.5 : 1 / 1.5);
      }
      map.changed();
    });
  }
  connectLegend(filter, filtered, panel);
  connectSearch(map, panel, language);
}

/** The organisations and groups there are to choose from; what is chosen stays so. */
export function fillChoices(columns, panel, language) {
  const all = (kind) =>
    [...columns.id.keys()]
      .filter((i) => columns.kind[i] === kind && !columns.id[i].startsWith("office:"))
      .sort((a, b) => columns.label(a, language).localeCompare(columns.label(b, language), language));
  for (const [id, kind] of [["#map-organisation", ISLAND], ["#map-group", DISC]]) {
    const select = panel.querySelector(id);
    const chosen = select.value;
    const whole = select.options[0];
    select.replaceChildren(whole, ...all(kind).map((node) => new Option(columns.label(node, language), columns.id[node])));
    select.value = chosen;
  }
  const power = panel.querySelector("#map-power");
  const chosen = power.value;
  const { id, nl, en } = columns.powers;
  const name = (i) => (language === "nl" ? nl[i] || en[i] : en[i] || nl[i]) || id[i];
  power.replaceChildren(power.options[0], ...id.map((one, i) => new Option(name(i), one)));
  power.value = chosen;
}

/** The legend's entries become buttons that show and hide. */
function connectLegend(filter, filtered, panel) {
  for (const item of panel.querySelectorAll(".map-legend li")) {
    const button = document.createElement("button");
    const state = item.dataset.state;
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.append(...item.firstElementChild.childNodes);
    item.replaceChildren(button);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      if (state === "mandate") {
        filter.mandates = on;
      } else if (on) {
        filter.states.add(state);
      } else {
        filter.states.delete(state);
      }
      filtered();
    });
  }
}

function connectSearch(map, panel, language) {
  const { columns, camera } = map;
  const box = panel.querySelector("#map-search");
  const list = panel.querySelector("#map-names");
  const matching = (text) =>
    [...columns.id.keys()].filter((i) =>
      [columns.label(i, language), columns.id[i], ...columns.holders(i)]
        .join(" ")
        .toLocaleLowerCase(language)
        .includes(text),
    );
  const find = () => {
    const text = box.value.trim().toLocaleLowerCase(language);
    const found = text ? matching(text) : [];
    const names = new Set(found.slice(0, NAMES_MAX).map((i) => columns.label(i, language)));
    list.replaceChildren(...[...names].map((name) => new Option(name)));
    return found.find((i) => columns.label(i, language).toLocaleLowerCase(language) === text) ?? found[0] ?? -1;
  };
  const go = () => {
    const node = find();
    if (node >= 0) {
      camera.show(columns.x[node], columns.y[node], Math.max(columns.r[node] * 1.3, 12));
      map.select(node);
    }
  };
  box.addEventListener("input", find);
  box.addEventListener("change", go);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      go();
    }
  });
}
