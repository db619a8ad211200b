// Web and e-mail addresses, as hubgen/text/web_addresses.py and email_addresses.py read them.
"use strict";

import { number } from "../words.js";
import { problem, quoted } from "./problems.js";

const LONGEST = 2000;
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:\/|$))/u;
const BARE_HOST = /^(?:[\p{L}\p{N}_-]+\.)+[a-z]{2,20}(?::\d+)?(?:[/?#].*)?$/iu;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u;
const UNSEEN = /[^\P{C}]|[^\P{Z} ]/u;

const broken = (message, help, text) => problem("HG340", [message, { text: quoted(text) }], help);

const formProblem = (word) => {
  const size = [...word].length;
  if (size > LONGEST) return problem("HG340", ["url_long", { n: number(size) }], ["url_most", { most: number(LONGEST) }]);
  if (/\s/u.test(word)) return broken("url_space", ["url_percent"], word);
  if (word.startsWith("//")) return broken("url_begin", ["write", { value: `https:${word}` }], word);
  const found = SCHEME.exec(word);
  if (!found) return broken("url_begin", BARE_HOST.test(word) ? ["write", { value: `https://${word}` }] : ["url_whole"], word);
  const scheme = found[1].toLowerCase();
  if (scheme !== "http" && scheme !== "https") return problem("HG340", ["url_scheme", { text: quoted(word), scheme: `${scheme}:` }], ["url_only"]);
  if (!word.slice(found[0].length).startsWith("//") || word.slice(0, found[0].length + 2).includes("\\")) {
    return broken("url_slashes", ["write", { value: `${scheme}://…` }], word);
  }
  if (UNSEEN.test(word) || hostPart(word).includes("\\")) return broken("url_character", ["url_copy"], word);
  return null;
};

const hostPart = (word) => word.slice(word.indexOf("//") + 2).split("/")[0];

const isHost = (host) => {
  if (!host || host.length > 253 || host.includes("%")) return false;
  if (host.startsWith("[")) return true;
  return host.replace(/\.+$/u, "").split(".").every((label) => LABEL.test(label));
};

// The address as a URL; null where it is none.
const parsed = (word) => {
  try {
    return new URL(word);
  } catch {
    return null;
  }
};

export const url = (text) => {
  const word = text.trim();
  const found = formProblem(word);
  if (found) return found;
  const place = parsed(word);
  const host = hostPart(word).split(/[?#]/u)[0];
  if (host.includes("@") && place) {
    const told = `${place.protocol}//${place.hostname}${place.pathname === "/" && !/\/$/u.test(word) ? "" : place.pathname}`;
    return problem("HG341", ["url_password"], place.password ? ["url_leaked", { value: told }] : ["write", { value: told }]);
  }
  if (!place && isHost(host.replace(/:\d+$/u, "").toLowerCase())) return broken("url_none", ["url_again"], text);
  if (!place || !isHost(place.hostname)) return broken("url_host", ["url_again"], text);
  return null;
};

const LOCAL = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
const DOMAIN = "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]";
const ADDRESS = new RegExp(`(${LOCAL})@(${DOMAIN})`, "gu");
const WHOLE = new RegExp(`^(${LOCAL})@(${DOMAIN})$`, "u");

const emailAdvice = (word) => {
  const inside = word.match(ADDRESS) ?? [];
  if (inside.length > 1) return ["email_one", { value: inside[0] }];
  if (inside.length && !word.includes("\n")) return ["email_alone", { value: inside[0] }];
  const at = word.replace(/\s*[[({<]?\s*\bat\b\s*[\])}>]?\s*|\s*\[@\]\s*/iu, "@");
  const plain = at.replace(/\s*[[({<]?\s*\bdot\b\s*[\])}>]?\s*/giu, ".");
  return WHOLE.test(plain) ? ["email_written", { value: plain }] : ["email_like"];
};

export const email = (text) => {
  const word = text.trim();
  const found = word.length <= 254 ? WHOLE.exec(word) : null;
  if (found && found[1].length <= 64) return null;
  return problem("HG345", ["no_email", { text: quoted(text) }], emailAdvice(word.slice(0, 300)));
};
