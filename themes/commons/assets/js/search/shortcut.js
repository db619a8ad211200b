// Whether the key "/" opens search. Who speaks to their computer, or hits keys by accident, can turn it off.

const NAME = "hubgen.slash";

export const shortcutIsOn = () => {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
};

export const turnShortcut = (on) => {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {
    // A browser that keeps nothing has the key again on the next page.
  }
};
