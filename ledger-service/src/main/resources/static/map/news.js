// The map follows what changes while the page is open.

import { Columns } from "./columns.js";

const SPREAD_MILLIS = 1000;

/** Applies what the page hears to a map that shows what is known now. */
export function followNews(map) {
  document.addEventListener("korf:fact", ({ detail }) => {
    for (const { node, spans } of detail.states || []) {
      map.columns.stands(node, spans);
    }
    if (detail.states?.length) {
      later(map);
    }
  });
  document.addEventListener("korf:redraw", ({ detail }) => {
    // everybody fetches the same address, not everybody at the same moment
    setTimeout(() => refetch(map, detail.position), Math.random() * SPREAD_MILLIS);
  });
  document.addEventListener("korf:resync", ({ detail }) => refetch(map, detail.position));
}

/** What is shown as now goes on with now. */
function later(map) {
  if (map.time.isNow(map.t)) {
    map.time.show(map.time.nowMoment(), false);
  } else {
    map.moment(map.t, false);
  }
}

async function refetch(map, position) {
  if (position <= map.columns.position) {
    return;
  }
  try {
    const address = new URL(map.panel.dataset.columns, location.href);
    address.searchParams.set("at", position);
    address.searchParams.delete("on");
    address.searchParams.delete("layout");
    const answer = await fetch(address);
    if (!answer.ok) {
      throw new Error(`${address}: ${answer.status}`);
    }
    const columns = new Columns(await answer.json());
    if (columns.position > map.columns.position) {
      map.become(columns);
    }
  } catch (failure) {
    console.error(failure);
    map.note(map.panel.dataset.failed);
  }
}
