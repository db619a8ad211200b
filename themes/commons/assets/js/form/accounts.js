// Accounts, and the numbers by which the world knows works and people, as hubgen/text/handles.py and identifiers.py read them.
"use strict";

import { url } from "./addresses.js";
import { problem, quoted } from "./problems.js";
import { oneLine } from "./texts.js";

const SERVICES = {
  github: ["GitHub", /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/u, ["github.com"], "https://github.com/ada"],
  gitlab: ["GitLab", /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}$/u, ["gitlab.com"], "https://gitlab.com/ada"],
  linkedin: ["LinkedIn", /^[^\s/?#@\\<>"]{2,150}$/u, ["linkedin.com"], "https://www.linkedin.com/in/ada"],
  bluesky: ["Bluesky", /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,20}$/u, ["bsky.app"], "https://bsky.app/profile/ada", "ada.bsky.social"],
  youtube: ["YouTube", /^[\p{L}\p{N}_.·-]{3,100}$/u, ["youtube.com", "m.youtube.com"], "https://www.youtube.com/@ada"],
};
const OTHERS = ["mastodon", "orcid", "matrix", "website"];
const NAMES = ["github", "gitlab", "mastodon", "bluesky", "linkedin", "orcid", "youtube", "matrix", "website"];
const FEDIVERSE = /^@?[A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?@(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}_]{2,20}$/u;
const FEDIVERSE_PATH = /^\/(?:@|users\/)[A-Za-z0-9_.-]+\/?$/u;
const MATRIX = /^@[a-z0-9._=/+-]{1,200}:(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,20}(?::[0-9]{1,5})?$/u;
const MATRIX_LINK = /^(?:https?:\/\/matrix\.to\/#\/|matrix:u\/)(@?[^/?]+)(?:\?.*)?$/iu;
const ORCID = /^(?:https?:\/\/)?(?:www\.)?(?:orcid\.org\/)?(?:[0-9]{4}-?){3}[0-9]{3}[0-9X]\/?$/iu;
const DOMAIN = /^(?:[\p{L}\p{N}_-]+\.)+[a-z]{2,20}(?:\/\S*)?$/iu;

const wrong = (message, help, values) => problem("HG346", [message, values], help);
const isAddress = (word) => /^(?:https?:\/\/|www\.|\/\/)/iu.test(word);
const hostOf = (word) => new URL(word).hostname.replace(/^www\./u, "");
const pathOf = (word) => new URL(word).pathname;

const matrix = (word) => {
  const link = MATRIX_LINK.exec(word);
  const name = link ? decodeURIComponent(link[1]) : word;
  return MATRIX.test(name.startsWith("@") ? name : `@${name}`) ? null : wrong("no_matrix", ["matrix_like"], { text: quoted(word) });
};

const mastodon = (word) => {
  const none = wrong("no_mastodon", ["mastodon_like"], { text: quoted(word) });
  if (word.includes("://")) return url(word) ?? (FEDIVERSE_PATH.test(pathOf(word)) ? null : none);
  return FEDIVERSE.test(word) ? url(`https://${word.slice(word.lastIndexOf("@") + 1)}/@x`) && none : none;
};

const profile = (word, [label, , hosts, example]) =>
  url(word) ?? (hosts.includes(hostOf(word)) ? null : wrong("not_of", ["such_as", { value: example }], { text: quoted(word), service: label }));

const ofService = (service, word) => {
  if (OTHERS.includes(service)) return { mastodon, matrix, orcid, website: url }[service](word);
  const known = SERVICES[service];
  const [label, form, hosts, , example = "ada"] = known;
  const lower = word.toLowerCase();
  if (word.includes("://") || lower.startsWith("www.") || hosts.some((host) => lower.startsWith(`${host}/`))) {
    return profile(word.includes("://") ? word : `https://${word}`, known);
  }
  const name = word.replace(/^@/u, "").replace(/^in\//u, "").replace(/^\/+|\/+$/gu, "");
  return form.test(name) ? null : wrong("no_name_on", ["name_alone", { example }], { text: quoted(word), service: label });
};

const detected = (word) => {
  if (isAddress(word)) return ORCID.test(word) ? orcid(word) : MATRIX_LINK.test(word) ? matrix(word) : url(word);
  if (MATRIX.test(word) || MATRIX_LINK.test(word)) return matrix(word);
  if (word.startsWith("@") && FEDIVERSE.test(word)) return mastodon(word);
  if (ORCID.test(word)) return orcid(word);
  if (word.toLowerCase().endsWith(".bsky.social")) return ofService("bluesky", word);
  if (DOMAIN.test(word)) return wrong("url_begin", ["write", { value: `https://${word}` }], { text: quoted(word) });
  if (word.includes(":") || word.slice(1).includes("@")) return wrong("no_account", ["account_address"], { text: quoted(word) });
  return wrong("which_service", ["service_before", { name: word.replace(/^@+/u, "") || "ada" }], { text: quoted(word) });
};

// An account on a service; without one the text must say on which service it is.
export const handle = (text, rules) => {
  let word = oneLine(text);
  let service = (rules.service ?? "").toLowerCase();
  const prefix = /^([a-z]+)\s*:\s*(?!\/\/)(\S.*)$/iu.exec(word);
  if (!service && prefix && NAMES.includes(prefix[1].toLowerCase())) [service, word] = [prefix[1].toLowerCase(), prefix[2]];
  return service ? ofService(service, word) : detected(word);
};

const digitProblem = (text, name, right) =>
  problem("HG366", ["wrong_digit", { text: quoted(text), name }], ["last_digit", { digit: right }]);

const orcidDigit = (digits) => {
  const total = [...digits].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const rest = (12 - total) % 11;
  return rest === 10 ? "X" : String(rest);
};

const isbn10Digit = (digits) => {
  const sum = [...digits].reduce((total, digit, place) => total + (10 - place) * Number(digit), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
};

const isbn13Digit = (digits) => {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (1 + 2 * (place % 2)), 0);
  return String((10 - (sum % 10)) % 10);
};

const orcid = (text) => {
  const bare = text.trim().replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//iu, "").replace(/\/+$/u, "");
  const found = /^([0-9]{4})-?([0-9]{4})-?([0-9]{4})-?([0-9]{3})([0-9Xx])$/u.exec(bare);
  if (!found) return problem("HG365", ["no_orcid", { text: quoted(text) }], ["orcid_like"]);
  const right = orcidDigit(found.slice(1, 5).join(""));
  return found[5].toUpperCase() === right ? null : digitProblem(text, "ORCID", right);
};

const isbn = (text) => {
  const digits = text.trim().replace(/[\s\u00a0\u2010-\u2015-]/gu, "").toUpperCase();
  if (!/^(?:97[89])?[0-9]{9}[0-9X]$/u.test(digits) || (digits.length === 13 && digits.endsWith("X"))) {
    return problem("HG365", ["no_isbn", { text: quoted(text) }], ["isbn_like"]);
  }
  const right = digits.length === 13 ? isbn13Digit(digits.slice(0, 12)) : isbn10Digit(digits.slice(0, 9));
  return digits.at(-1) === right ? null : digitProblem(text, "ISBN", right);
};

const doi = (text) => {
  const bare = text.trim().replace(/^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\//iu, "");
  return /^10\.[0-9]{4,9}(?:\.[0-9]+)*\/[!-~]{1,300}$/u.test(bare) ? null : problem("HG365", ["no_doi", { text: quoted(text) }], ["doi_like"]);
};

// A DOI, ISBN or ORCID, bare, with its name in front, or as an address.
export const identifier = (text) => {
  let word = text.trim();
  const label = /^(?:(doi)|(isbn(?:[-\s]?1[03])?)|(orcid(?:\s?id)?))\s*[:=\s]\s*/iu.exec(word);
  if (label) word = word.slice(label[0].length);
  if (label?.[1] || /^(?:https?:\/\/)?(?:www\.|dx\.)?doi\.org\//iu.test(word) || word.startsWith("10.")) return doi(word);
  if (label?.[3] || /^(?:https?:\/\/)?(?:www\.)?orcid\.org\//iu.test(word) || /^(?:[0-9]{4}-){3}[0-9]{3}[0-9Xx]$/u.test(word)) return orcid(word);
  if (label?.[2] || /^(?:97[89])?[0-9]{9}[0-9Xx]$/u.test(word.replace(/[\s\u00a0\u2010-\u2015-]/gu, ""))) return isbn(word);
  return problem("HG365", ["no_identifier", { text: quoted(text) }], ["identifier_like"]);
};
