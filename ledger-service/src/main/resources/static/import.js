// Watches an import that is under way; the page shows its end by itself. Without this, the page has a link.

const EVERY_MILLIS = 1000;
const AGAIN_MILLIS = 3000;

const panel = document.querySelector("[data-progress]");
const numbers = new Intl.NumberFormat(document.documentElement.lang);

function show(run) {
  const bar = panel.querySelector("progress");
  if (run.facts > 0) {
    bar.max = run.facts;
    bar.value = run.handled;
  }
  for (const name of ["facts", "recorded", "already", "refused"]) {
    panel.querySelector(`[data-${name}]`).textContent = numbers.format(run[name]);
  }
}

async function look() {
  let wait = AGAIN_MILLIS;
  try {
    const answer = await fetch(panel.dataset.progress, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (answer.ok) {
      const run = await answer.json();
      if (run.state !== "RUNNING") {
        location.reload();
        return;
      }
      show(run);
      wait = EVERY_MILLIS;
    }
  } catch (failure) {
    console.warn(failure); // the ledger may be starting again
  }
  setTimeout(look, wait);
}

if (panel) {
  panel.querySelector("[data-look]").hidden = true;
  setTimeout(look, EVERY_MILLIS);
}
