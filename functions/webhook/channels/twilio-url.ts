// The forms of one address that Twilio may have signed, as its own SDK tries them.
import { parse, stringify } from "node:querystring";

/**
 * Without and with the scheme's port; first as it is written, then as a browser would write it,
 * then with its query escaped the old way.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function signedUrlForms(url: string): string[] {
  const [written = ""] = url.split("#");
  const normalised = normalise(written);
  const forms = [
    withoutPort(written),
    withPort(written),
    withoutPort(normalised),
    withPort(normalised),
    withOldQuery(withoutPort(normalised)),
    withOldQuery(withPort(normalised)),
  ];
  return [...new Set(forms)];
}

/**
 * Not by URL.canParse: called often, it fails a host like bücher.example in Node 20 and 22.
 * https://github.com/AikidoSec/firewall-node/pull/1086
 */
function normalise(url: string): string {
  try {
    return new URL(url).toString();
  } catch {
    return url;
  }
}

/** Scheme, user, host (an IPv6 address in brackets), port and the rest, letter by letter. */
const parts =
  /^(?<scheme>[a-z][a-z0-9+.-]*:\/\/)(?<user>[^/?#]*@)?(?<host>\[[^\]/?#]*\]|[^:/?#]*)(?<port>:[^/?#]*)?(?<rest>.*)$/is;

function withoutPort(url: string): string {
  const { scheme, user = "", host, rest } = parts.exec(url)?.groups ?? {};
  return scheme === undefined ? url : `${scheme}${user}${host}${rest}`;
}

function withPort(url: string): string {
  const { scheme, user = "", host, port, rest } = parts.exec(url)?.groups ?? {};
  if (scheme === undefined || port) return url;
  const added = scheme.toLowerCase() === "https://" ? ":443" : ":80";
  return `${scheme}${user}${host}${added}${rest}`;
}

function withOldQuery(url: string): string {
  const at = url.indexOf("?");
  if (at === -1) return url;
  return `${url.slice(0, at)}?${stringify(parse(url.slice(at + 1)))}`;
}
