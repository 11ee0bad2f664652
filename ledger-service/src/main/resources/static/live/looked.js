// What changed since this browser last looked at the whole.

const KEY = "korf-looked";

/** @param position a function that gives the position shown now */
export function tellWhatChanged(position) {
  const place = document.querySelector("#looked");
  if (!place) {
    return;
  }
  const before = read();
  const now = position();
  if (before && before.position < now) {
    const language = document.documentElement.lang;
    const numbers = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB");
    const dates = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: "Europe/Amsterdam",
    });
    place.textContent = place.dataset.words
      .replace("{0}", numbers.format(now - before.position))
      .replace("{1}", dates.format(new Date(before.at)));
    place.hidden = false;
    const link = document.querySelector("#looked-link");
    const address = new URL(link.href);
    address.searchParams.set("since", before.position);
    link.href = address.pathname + address.search;
    link.textContent = link.dataset.words;
  }
  addEventListener("pagehide", () => write({ position: position(), at: Date.now() }));
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function write(looked) {
  try {
    localStorage.setItem(KEY, JSON.stringify(looked));
  } catch {
    // a browser that keeps nothing only misses the comparison
  }
}
