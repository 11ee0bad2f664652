// Brings what a page shows to what the server says now, and leaves alone what did not change.

/** Parts that keep themselves up to date. */
const OWN = "[data-live-own]";

/**
 * @param shown an element on the page
 * @param fresh the same element as it is now
 * @returns whether something was left as it was because somebody is at work in it
 */
export function morph(shown, fresh) {
  if (shown.matches(OWN) || same(shown, fresh)) {
    return false;
  }
  if (alike(shown, fresh)) {
    copyAttributes(shown, fresh);
    const pairs = [...shown.children].map((child, i) => [child, fresh.children[i]]);
    return pairs.map(([child, its]) => morph(child, its)).some(Boolean);
  }
  if (shown.contains(document.activeElement) && document.activeElement !== document.body) {
    return true;
  }
  replace(shown, fresh);
  return false;
}

/** Equal, but for what is made anew for every page: hidden fields. */
function same(shown, fresh) {
  return shown.isEqualNode(fresh) || plain(shown).isEqualNode(plain(fresh));
}

function plain(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("input[type=hidden]").forEach((field) => field.removeAttribute("value"));
  copy.querySelectorAll(".fresh").forEach((part) => unmark(part));
  copy.querySelectorAll("details").forEach((part) => part.removeAttribute("open"));
  unmark(copy);
  return copy;
}

/** The same elements inside, and no words between them that differ. */
function alike(shown, fresh) {
  const words = (element) =>
    [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim());
  return (
    shown.tagName === fresh.tagName &&
    shown.children.length > 0 &&
    shown.children.length === fresh.children.length &&
    words(shown).join() === words(fresh).join() &&
    [...shown.children].every((child, i) => child.tagName === fresh.children[i].tagName && child.id === fresh.children[i].id)
  );
}

function copyAttributes(shown, fresh) {
  for (const { name, value } of fresh.attributes) {
    if (name !== "open" && shown.getAttribute(name) !== value) {
      shown.setAttribute(name, value);
    }
  }
}

function replace(shown, fresh) {
  const open = [...shown.querySelectorAll("details")].map((part) => part.open);
  fresh.querySelectorAll("details").forEach((part, i) => (part.open = open[i] ?? part.open));
  for (const own of fresh.querySelectorAll(OWN)) {
    const kept = own.id && shown.querySelector(`#${CSS.escape(own.id)}`);
    if (kept) {
      own.replaceWith(kept);
    }
  }
  const before = new Set([...shown.children].map((child) => plain(child).outerHTML));
  const news = [...fresh.children].filter((child) => !before.has(plain(child).outerHTML));
  const marked = shown.children.length > 0 && news.length > 0 && news.length < fresh.children.length ? news : [fresh];
  shown.replaceWith(fresh);
  marked.forEach((element) => element.classList.add("fresh"));
}

function unmark(element) {
  element.classList.remove("fresh");
  if (!element.classList.length) {
    element.removeAttribute("class");
  }
}
