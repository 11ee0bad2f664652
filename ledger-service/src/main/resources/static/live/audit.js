// While everything is hashed anew, the page shows how far that is.

const EVERY_MILLIS = 1000;

async function follow() {
  const shown = document.querySelector("#verify");
  if (!shown || !shown.querySelector("[data-running]")) {
    return;
  }
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#verify");
    if (answer.ok && fresh) {
      update(shown, fresh);
    }
  } catch {
    // the connection is told of elsewhere on the page; the next round tries again
  }
  setTimeout(follow, EVERY_MILLIS);
}

// Only the bar moves while it runs, so that whoever reads it with a screen reader is not interrupted.
function update(shown, fresh) {
  const before = shown.querySelector("progress");
  const now = fresh.querySelector("progress");
  if (before && now) {
    before.value = now.value;
    before.textContent = now.textContent;
    shown.querySelector("label").textContent = fresh.querySelector("label").textContent;
  } else {
    shown.replaceChildren(...fresh.childNodes);
  }
}

follow();
